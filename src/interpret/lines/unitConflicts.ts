import { type Diagnostic, hashId, type Line, type QuarantineRow, type TableRow } from '../../model/index.js';

/** Digits from which two equal numbers in two tables are one figure and no accident. */
const TELLING_DIGITS = 5;
/** Figures that two tables must share as printed to be taken for the same figures in two units. */
const SHARED = 3;

/** The telling numbers of a table as printed, without separators, and the unit they are read in; null where it has several units or none. */
interface Figures {
  table: TableRow;
  unit: string;
  values: ReadonlySet<string>;
  lines: readonly Line[];
}

/** What a table prints in one unit. */
function figuresOf(table: TableRow, lines: readonly Line[]): Figures | null {
  const money = lines.filter((line) => line.table_id === table.table_id && line.quantity === 'money' && line.amount !== null);
  const units = new Set(money.map((line) => line.value_unit));
  const [unit] = units;
  if (units.size !== 1 || !unit) return null;
  const telling = money.flatMap((line) =>
    line.value !== null && line.value.replace(/\D/g, '').replace(/^0+|0+$/g, '').length >= TELLING_DIGITS ? [line.value] : [],
  );
  return { table, unit, values: new Set(telling), lines: money };
}

const shared = (a: Figures, b: Figures) => [...a.values].filter((value) => b.values.has(value));

/** Amounts that are not certain by a factor of 10,000: the same numbers stand in another table of the document under another unit of money. */
export interface UnitConflicts {
  quarantine: QuarantineRow[];
  diagnostics: Diagnostic[];
}

/** Tables that print the figures of other tables of the document in another unit than those: either of the units is misprinted or was misread. */
export function unitConflicts(documentId: string, tables: readonly TableRow[], lines: readonly Line[]): UnitConflicts {
  const found: UnitConflicts = { quarantine: [], diagnostics: [] };
  const all = tables.flatMap((table) => figuresOf(table, lines) ?? []);
  for (const mine of all) {
    const others = all.filter((other) => other.unit !== mine.unit && shared(mine, other).length >= SHARED);
    const alike = all.filter((other) => other !== mine && other.unit === mine.unit && shared(mine, other).length >= SHARED);
    const [other] = others;
    // The unit that more tables with these figures print is not in doubt.
    if (!other || others.length < alike.length) continue;
    const page = mine.table.pages[0];
    const example = shared(mine, other)[0];
    const detail = `${mine.table.title ?? `table ${mine.table.index}`} is read in ${mine.unit}, ${other.table.title ?? `table ${other.table.index}`} prints the same numbers (${example}) in ${other.unit}`;
    found.diagnostics.push({
      stage: 'interpret',
      code: 'unit_conflict',
      severity: 'error',
      place: { document: documentId, table: mine.table.index, ...(page === undefined ? {} : { page }) },
      message: `${detail}; one of the units is wrong: look at both tables. Its ${mine.lines.length} amounts are in quarantine too.`,
    });
    found.quarantine.push(
      ...mine.lines.map((line) => ({
        id: hashId(documentId, line.line_id, 'unit_conflict'),
        document_id: documentId,
        table_id: line.table_id,
        page: line.page,
        box: line.box,
        r: line.r,
        c: line.c,
        printed: line.printed,
        reason_code: 'unit_conflict',
        detail,
        since: 'interpret',
        decision: null,
      })),
    );
  }
  return found;
}
