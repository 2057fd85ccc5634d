import { NotUnderstood } from './pdfObjects.js';

/** What `read` gives, or null where it meets what this reader does not understand. */
export function understood<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof NotUnderstood) return null;
    throw error;
  }
}
