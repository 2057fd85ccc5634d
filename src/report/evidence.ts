import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type DocumentRows, publishedDocuments, readCsv, readDocument } from '../dataset/index.js';
import { type PublishedRow, zFigure } from '../model/index.js';

/** All that a dataset says about one printed cell: where it comes from, what it means, what proves it. */
export interface Evidence {
  document: PublishedRow<'documents'>;
  captures: readonly PublishedRow<'captures'>[];
  table: PublishedRow<'tables'>;
  cell: PublishedRow<'cells'> | undefined;
  line: PublishedRow<'lines'>;
  codes: readonly PublishedRow<'line_codes'>[];
  /** The checks that the line takes part in, with its side. */
  checks: readonly { check: PublishedRow<'checks'>; role: PublishedRow<'line_checks'>['role'] }[];
  /** Every cell of the table, for a picture of it. */
  cells: readonly PublishedRow<'cells'>[];
}

/** The id of a line begins with that of its document, cut to 16 digits. */
const LINE_ID = /^([0-9a-f]{16})-t\d+-r\d+-c\d+$/;

/** The evidence of a line in a published dataset; undefined where the dataset has no such line. Throws where the folder holds no dataset. */
export async function evidenceOf(folder: string, line_id: string): Promise<Evidence | undefined> {
  const start = LINE_ID.exec(line_id)?.[1];
  if (start === undefined) return undefined;
  for (const document_id of await publishedDocuments(folder)) {
    if (!document_id.startsWith(start)) continue;
    const evidence = evidenceIn(await readDocument(folder, document_id), line_id);
    if (evidence !== undefined) return evidence;
  }
  return undefined;
}

function evidenceIn({ document, rows }: DocumentRows, line_id: string): Evidence | undefined {
  const line = rows.lines?.find((one) => one.line_id === line_id);
  const table = rows.tables?.find((one) => one.table_id === line?.table_id);
  if (line === undefined || table === undefined) return undefined;
  const cells = (rows.cells ?? []).filter((cell) => cell.table_id === table.table_id);
  const sides = (rows.line_checks ?? []).filter((one) => one.line_id === line_id);
  return {
    document,
    captures: rows.captures ?? [],
    table,
    cell: cells.find((cell) => cell.r === line.r && cell.c === line.c),
    line,
    codes: (rows.line_codes ?? []).filter((code) => code.line_id === line_id),
    checks: sides.flatMap(({ check_id, role }) =>
      (rows.checks ?? []).filter((check) => check.check_id === check_id).map((check) => ({ check, role })),
    ),
    cells,
  };
}

const FIGURE_ID = /^[0-9a-f]{16}$/;

/** The line that a figure comes from; undefined where the id is no figure of the dataset. */
export async function lineOfFigure(folder: string, figure_id: string): Promise<string | undefined> {
  if (!FIGURE_ID.test(figure_id)) return undefined;
  const figures = readCsv(zFigure, await readFile(path.join(folder, 'figures.csv'), 'utf8'));
  return figures.find((figure) => figure.figure_id === figure_id)?.line_id;
}
