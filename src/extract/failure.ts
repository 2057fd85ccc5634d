import type { Diagnostic, Place, Severity } from '../model/index.js';

/** What a document does wrong so that reading it cannot go on; `extract` turns it into an error diagnostic. */
export class UnreadableDocument extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly place: Place = {},
  ) {
    super(message);
    this.name = 'UnreadableDocument';
  }
}

/** A diagnostic of the extract stage. */
export function diagnose(code: string, severity: Severity, message: string, place: Place = {}): Diagnostic {
  return { stage: 'extract', code, severity, place, message };
}
