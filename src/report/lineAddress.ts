/** Where a line stands, as its id says: DOCUMENT-tTABLE-rROW-cCOLUMN. */
export interface LineAddress {
  /** First 16 digits of the document's id. */
  document: string;
  table: number;
  r: number;
  c: number;
}

const LINE_ID = /^([0-9a-f]{16})-t(\d+)-r(\d+)-c(\d+)$/;

/** The place of a line. Throws on what is no line id. */
export function lineAddress(line_id: string): LineAddress {
  const [, document, table, r, c] = LINE_ID.exec(line_id) ?? [];
  if (document === undefined) throw new RangeError(`${line_id} is no line id`);
  return { document, table: Number(table), r: Number(r), c: Number(c) };
}
