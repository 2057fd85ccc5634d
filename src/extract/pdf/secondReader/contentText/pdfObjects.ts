/** The objects of a PDF file (ISO 32000-1, 7.3) as this reader keeps them; strings are bytes. */
export type PdfObject = null | boolean | number | Name | Reference | Uint8Array | readonly PdfObject[] | Dictionary | Stream;

/** A dictionary, keyed by names without their slash. */
export type Dictionary = ReadonlyMap<string, PdfObject>;

export class Name {
  constructor(readonly value: string) {}
}

export class Reference {
  constructor(readonly number: number) {}
}

/** A stream whose raw bytes begin at `start` in `bytes`; they are decoded where they are asked for. */
export class Stream {
  constructor(
    readonly dictionary: Dictionary,
    readonly bytes: Buffer,
    readonly start: number,
  ) {}
}

/**
 * Thrown where a file has what this reader was not made for or is not as the standard says. It never leaves the folder: the page, or the document, is then
 * left to the full reader.
 */
export class NotUnderstood extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'NotUnderstood';
  }
}

/** Whether an object is a dictionary. */
export function isDictionary(object: PdfObject | undefined): object is Dictionary {
  return object instanceof Map;
}

/** Whether an object is an array. */
export function isArray(object: PdfObject | undefined): object is readonly PdfObject[] {
  return Array.isArray(object);
}
