import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** The folder with other people's documents and their truth; they are read there and never committed here. */
export const sharedFolder = path.resolve(root, process.env.FISCUS_SHARED ?? '../shared');

/** The project's own samples. */
export const samplesFolder = path.join(root, 'samples');

/** A path inside the shared folder. */
export function shared(...parts: string[]): string {
  return path.join(sharedFolder, ...parts);
}
