import { type DocumentRows, groupBy } from '../dataset/index.js';
import type { PublishedRow } from '../model/index.js';

type Line = PublishedRow<'lines'>;
type Check = PublishedRow<'checks'>;

/** The rows of a document, joined: what belongs to each table, line and check. */
export interface DocumentLinks {
  document: DocumentRows['document'];
  tables: readonly PublishedRow<'tables'>[];
  lines: readonly Line[];
  linesByTable: ReadonlyMap<string, Line[]>;
  cellsByTable: ReadonlyMap<string, PublishedRow<'cells'>[]>;
  codesByLine: ReadonlyMap<string, PublishedRow<'line_codes'>[]>;
  checksByLine: ReadonlyMap<string, Check[]>;
  failed: readonly Check[];
  /** The lines of each failed check, with their side. */
  sidesByCheck: ReadonlyMap<string, { line: Line; side: 'left' | 'right' }[]>;
  quarantine: readonly PublishedRow<'quarantine'>[];
  diagnostics: readonly PublishedRow<'diagnostics'>[];
  captures: readonly PublishedRow<'captures'>[];
}

/** Joins the rows of a document. A failed check may name lines of other documents: they are left to their own. */
export function documentLinks({ document, rows }: DocumentRows): DocumentLinks {
  const { tables = [], lines = [], cells = [], line_codes = [], line_checks = [], checks = [] } = rows;
  const lineById = new Map(lines.map((line) => [line.line_id, line]));
  const checkById = new Map(checks.map((check) => [check.check_id, check]));
  const checksByLine = new Map<string, Check[]>();
  const sidesByCheck = new Map<string, { line: Line; side: 'left' | 'right' }[]>();
  for (const { line_id, check_id, role } of line_checks) {
    const check = checkById.get(check_id);
    const line = lineById.get(line_id);
    if (check === undefined || line === undefined) continue;
    append(checksByLine, line_id, check);
    if (check.outcome === 'fails') append(sidesByCheck, check_id, { line, side: role });
  }
  return {
    document,
    tables,
    lines,
    linesByTable: groupBy(lines, ({ table_id }) => table_id),
    cellsByTable: groupBy(cells, ({ table_id }) => table_id),
    codesByLine: groupBy(line_codes, ({ line_id }) => line_id),
    checksByLine,
    failed: checks.filter(({ outcome }) => outcome === 'fails'),
    sidesByCheck,
    quarantine: rows.quarantine ?? [],
    diagnostics: rows.diagnostics ?? [],
    captures: rows.captures ?? [],
  };
}

function append<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}

/** Whether a line states money that is not zero: what proof is counted over. */
export function isMoney({ amount }: Line): boolean {
  return amount !== null && amount !== '0';
}
