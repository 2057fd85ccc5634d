/** PDFium looks for a file's header in so many first bytes (ISO 32000-1, annex H.3.4.1, asks readers for it). */
const LOOKED_AT = 1024;
/** So far behind other bytes (an answer's head, a server's warning) a header is searched. */
const FARTHEST = 256 * 1024;

/** A PDF's bytes from its header on where more bytes stand before it than PDFium passes over; places in the file are counted from the header. */
export function fromHeader(bytes: Uint8Array): Uint8Array {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, FARTHEST));
  const start = head.indexOf('%PDF-', 0, 'latin1');
  return start > LOOKED_AT - 8 ? bytes.subarray(start) : bytes;
}
