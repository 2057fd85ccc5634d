import type { GridTable } from '../../model/index.js';
import { moneyUnitIn } from './moneyUnit.js';
import { parsePrintedAmount } from './printedAmount.js';

/** Unit of money of a table, and where it comes from: printed for the table, in a label of the form, told by figures that another table prints too, or said by a person for the whole source. */
export interface TableUnit {
  unit: string | null;
  from: 'printed' | 'form_label' | 'same_figures' | 'hint' | null;
}

/** Digits a figure needs before it is the same figure and not the same number by chance. */
const TELLING_DIGITS = 5;
const MOST_LABEL = 20;
const MONEY_LABEL = /资金|金额|预算|拨款|经费|单位[:：]/;

/** Figures of a table with enough digits to tell them, as printed without separators. */
function figures(table: GridTable): Set<string> {
  const found = new Set<string>();
  for (const cell of table.cells) {
    if (cell.role !== 'body') continue;
    const printed = parsePrintedAmount(cell.text);
    if (printed.kind !== 'number' || printed.unit !== null) continue;
    const plain = printed.value.toFixed();
    if (plain.replace(/\D/g, '').replace(/0+$/, '').length >= TELLING_DIGITS) found.add(plain);
  }
  return found;
}

/** The one unit that short labels of a form name (`总体资金情况（万元）`), or null. */
function labelUnit(table: GridTable): string | null {
  const units = new Set(
    table.cells.flatMap((cell) => (MONEY_LABEL.test(cell.text) && cell.text.length <= MOST_LABEL ? (moneyUnitIn(cell.text) ?? []) : [])),
  );
  const [unit] = units;
  return units.size === 1 ? (unit ?? null) : null;
}

/** The one unit of the tables that print figures of this table too, or null. */
function unitOfSameFigures(table: GridTable, others: readonly { unit: string; figures: ReadonlySet<string> }[]): string | null {
  const mine = figures(table);
  const units = new Set(others.filter((other) => [...mine].some((figure) => other.figures.has(figure))).map(({ unit }) => unit));
  const [unit] = units;
  return units.size === 1 ? (unit ?? null) : null;
}

/** The unit of money of every table of a document, in order; `hint` is that of tables for which nothing tells it. A unit is never taken from a table that does not print the same figures. */
export function tableUnits(tables: readonly GridTable[], hint: string | null = null): TableUnit[] {
  const known = tables.flatMap((table) => (table.unit === null ? [] : [{ unit: table.unit, figures: figures(table) }]));
  return tables.map((table) => {
    if (table.unit !== null) return { unit: table.unit, from: 'printed' };
    const label = table.form ? labelUnit(table) : null;
    if (label !== null) return { unit: label, from: 'form_label' };
    const same = unitOfSameFigures(table, known);
    if (same !== null) return { unit: same, from: 'same_figures' };
    return hint === null ? { unit: null, from: null } : { unit: hint, from: 'hint' };
  });
}
