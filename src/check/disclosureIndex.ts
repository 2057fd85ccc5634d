import type { Codebook } from '../codebook/index.js';
import { type Decimal, type Disclosure, formatPlace, type Line, type Place, toDecimal } from '../model/index.js';
import type { Cell } from './identity.js';

/** The lines of one or several documents, arranged for rules. */
export interface DisclosureIndex {
  disclosures: readonly Disclosure[];
  codebook: Codebook;
  /** Money lines of a table, in reading order. */
  tables: readonly (readonly Line[])[];
  lineById: ReadonlyMap<string, Line>;
  /** The cell of a line: a dash counts as zero; the resolution is the finest of its table and unit, or its own where the number fills its cell. */
  cell(line: Line, negative?: boolean): Cell;
  /** The place of a line, for diagnostics. */
  place(line: Line): Place;
}

/** The printed label of a line: row and column, as in `行政运行 / 合计`. */
export function labelOf(line: Line): string {
  return [line.row_path.at(-1) ?? '', ...line.column_path].filter((part) => part !== '').join(' / ');
}

/** Arranges the lines of some documents. */
export function indexDisclosures(disclosures: readonly Disclosure[], codebook: Codebook): DisclosureIndex {
  const lineById = new Map<string, Line>();
  const byTable = new Map<string, Line[]>();
  const finest = new Map<string, Decimal>();
  const tableIndex = new Map<string, number>();
  for (const disclosure of disclosures) {
    for (const table of disclosure.tables) tableIndex.set(table.table_id, table.index);
    for (const line of disclosure.lines) {
      if (line.quantity !== 'money') continue;
      lineById.set(line.line_id, line);
      const lines = byTable.get(line.table_id);
      if (lines) lines.push(line);
      else byTable.set(line.table_id, [line]);
      if (line.resolution === null) continue;
      const key = resolutionKey(line);
      const resolution = toDecimal(line.resolution);
      const known = finest.get(key);
      // A table that drops trailing zeros (12, 12.3, 12.34) still counts in its finest digit.
      if (known === undefined || resolution.lt(known)) finest.set(key, resolution);
    }
  }
  return {
    disclosures,
    codebook,
    tables: [...byTable.values()],
    lineById,
    cell(line, negative = false) {
      const own = toDecimal(line.resolution ?? '0');
      return {
        amount: toDecimal(line.amount ?? '0'),
        resolution: fillsItsCell(line) ? own : (finest.get(resolutionKey(line)) ?? own),
        negative,
        line,
        label: `${labelOf(line)} ${line.printed}`,
      };
    },
    place(line) {
      const table = tableIndex.get(line.table_id);
      return {
        document: line.document_id,
        ...(line.page === null ? {} : { page: line.page }),
        ...(table === undefined ? {} : { table }),
        row: line.r,
        column: line.c,
      };
    },
  };
}

/** Digits from which a spreadsheet rounds a number to fit its cell (47137884.33 is printed as 47137884.3). */
const CELL_DIGITS = 9;

/** Whether a number is so long that missing decimals were rounded away rather than dropped as zeros. */
function fillsItsCell(line: Line): boolean {
  return line.printed.replace(/\D/g, '').length >= CELL_DIGITS;
}

function resolutionKey(line: Line): string {
  return `${line.table_id}|${line.value_unit}`;
}

/** Groups lines by a key, in order of first appearance; lines without a key are left out. */
export function groupLines(lines: readonly Line[], keyOf: (line: Line) => string | null): Line[][] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const key = keyOf(line);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return [...groups.values()];
}

/** Whether a row is a balance (结转, 结余) and no part of another balance (其中：财政拨款结转). */
export function isTopBalance(line: Line, index: DisclosureIndex): boolean {
  if (line.row_role !== 'balance') return false;
  return line.parent_line_id === null || index.lineById.get(line.parent_line_id)?.row_role !== 'balance';
}

/** Where a line stands, in words: `page 3, table 2, row 5, column 1`. */
export function whereIs(index: DisclosureIndex, line: Line): string {
  return formatPlace(index.place(line));
}
