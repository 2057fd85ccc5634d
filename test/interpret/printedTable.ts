import { loadCodebook } from '../../src/codebook/index.js';
import { buildLines, type TableLines } from '../../src/interpret/lines/buildLines.js';
import type { DocumentContext, TableReading } from '../../src/interpret/reading.js';
import { readTable } from '../../src/interpret/readTable.js';
import type { DocumentFacts, GridCell, GridTable } from '../../src/model/index.js';

export const codebook = loadCodebook();
export const context: DocumentContext = { year: 2024, phase: 'approved', organization: '甲市教育局' };

/** What a test may say of a printed table beside its title, header and rows. */
export interface PrintedOptions {
  unit?: string | null;
  asOf?: string;
  form?: boolean;
  index?: number;
  indents?: readonly (number | undefined)[];
  /** Page of each row. */
  rowPages?: readonly number[];
}

/** A table as the room `tables` hands it over: one header path a column (` / ` between its words), body rows from grid row 2 on. */
export function printedTable(
  title: string | null,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  options: PrintedOptions = {},
): GridTable {
  const cells = rows.flatMap((row, i) =>
    row.map((text, c): GridCell => {
      const indent = c === 0 ? options.indents?.[i] : undefined;
      const page = options.rowPages?.[i];
      return {
        r: i + 2,
        c,
        rs: 1,
        cs: 1,
        text,
        role: 'body',
        ...(indent === undefined ? {} : { indent }),
        ...(page === undefined ? {} : { page }),
      };
    }),
  );
  return {
    index: options.index ?? 0,
    title,
    label: null,
    pages: [],
    unit: options.unit === undefined ? '万元' : options.unit,
    unitPlace: null,
    meta: { organization: null, organizationCode: null, year: null, asOf: options.asOf ?? null },
    empty: false,
    form: options.form ?? false,
    note: null,
    columns: columns.map((path) => path.split(' / ')),
    columnAt: columns.map((_, i) => i),
    rows: rows.map((texts, i) => ({ r: i + 2, texts: [...texts] })),
    cells,
    evidence: '',
    blocks: [],
  };
}

/** Facts of a department's budget for 2024. */
export const facts: DocumentFacts = {
  document_id: 'f'.repeat(64),
  kind: '部门预算',
  year: 2024,
  phase: 'approved',
  scope: 'department_total',
  organization: '甲市教育局',
  organization_code: null,
  organization_id: '甲市教育局',
  division_code: null,
  disclosure_id: 'd',
  title: null,
  evidence: [],
};

/** Reads a printed table. */
export function read(table: GridTable, given: DocumentContext = context): TableReading {
  return readTable(table, { unit: table.unit, from: table.unit === null ? null : 'printed' }, given, codebook);
}

/** Lines of a printed table. */
export function linesOf(table: GridTable, given: DocumentContext = context): TableLines {
  return buildLines(read(table, given), { facts, context: given, codebook, occurrences: new Map() });
}
