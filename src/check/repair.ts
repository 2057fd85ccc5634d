import { type Decimal, type Line, toDecimal, toDecimalText } from '../model/index.js';
import { type DisclosureIndex, groupLines, labelOf, whereIs } from './disclosureIndex.js';
import { type Cell, type Evaluated, evaluate } from './identity.js';

/** A reading of one or two cells other than that printed, with which sums hold that do not. */
export interface Repair {
  /** What was done: `torn number`, `missing digit`, `doubled digit`, `exchanged digits`, `wrong digit`, `shifted column`. */
  kind: string;
  amounts: ReadonlyMap<Line, Decimal>;
}

/** Identities that must begin to hold before a reading is proposed: one may hold by accident. */
const AGREEING = 2;
/** Failing identities of a document beyond which it is not misread in one place. */
const MOST_FAILURES = 60;
/** Cells of a failing identity beyond which no cell is looked for in it. */
const MOST_CELLS = 400;

type Sums = readonly Evaluated[];

const cellsOf = ({ left, right }: Evaluated): readonly Cell[] => [...left, ...right];

/** The checks over each line. */
function checksByLine(checks: Sums): Map<Line, Evaluated[]> {
  const by = new Map<Line, Evaluated[]>();
  for (const check of checks) {
    for (const line of new Set(cellsOf(check).flatMap((cell) => cell.line ?? []))) by.set(line, [...(by.get(line) ?? []), check]);
  }
  return by;
}

/** A check done again with other amounts in some of its cells. */
function again(check: Evaluated, amounts: ReadonlyMap<Line, Decimal>): Evaluated {
  const other = (cells: readonly Cell[]) =>
    cells.map((cell) => {
      const amount = cell.line === null ? undefined : amounts.get(cell.line);
      return amount === undefined ? cell : { ...cell, amount };
    });
  return evaluate({ ...check, left: other(check.left), right: other(check.right) });
}

/** The digits of a printed number without leading zeros, sign and separators. */
const digitsOf = (text: string) => text.replace(/[^\d]/g, '').replace(/^0+(?=\d)/, '');

/** How a number was misread if it should be another one with the same decimals: one digit more, fewer or other, two exchanged; null where they differ in more. */
export function misreading(printed: string, meant: string): string | null {
  const [read, right] = [digitsOf(printed), digitsOf(meant)];
  if (read === right) return null;
  if (right.length > read.length && (right.startsWith(read) || right.endsWith(read))) return 'torn number';
  if (right.length === read.length + 1 && isWithoutOne(right, read)) return 'missing digit';
  if (read.length === right.length + 1 && isWithoutOne(read, right)) return 'doubled digit';
  if (read.length !== right.length) return null;
  const differing = [...read].flatMap((digit, i) => (digit === right[i] ? [] : [i]));
  const [first, second] = differing;
  if (differing.length === 1) return 'wrong digit';
  const exchanged =
    differing.length === 2 && second === (first ?? 0) + 1 && read[first ?? 0] === right[second] && read[second] === right[first ?? 0];
  return exchanged ? 'exchanged digits' : null;
}

/** Whether the shorter text is the longer one without one character. */
function isWithoutOne(longer: string, shorter: string): boolean {
  return [...longer].some((_, i) => longer.slice(0, i) + longer.slice(i + 1) === shorter);
}

/** The yuan of one printed unit of a line. */
function unitOf(line: Line): Decimal | null {
  if (line.value === null || line.amount === null || toDecimal(line.value).isZero()) return null;
  return toDecimal(line.amount).div(line.value);
}

/** The amount that a line must have for a check to hold, all other cells as printed. */
function amountFor(check: Evaluated, line: Line): Decimal | null {
  const left = check.left.filter((cell) => cell.line === line);
  const right = check.right.filter((cell) => cell.line === line);
  const [cell] = [...left, ...right];
  if (!cell || left.length + right.length !== 1 || check.relation !== 'equal') return null;
  const sign = (left.length === 1 ? 1 : -1) * (cell.negative ? -1 : 1);
  return cell.amount.minus(check.difference.times(sign));
}

/** The readings of one cell with which a failing check over it holds and that a misread number explains. */
function readingsOf(line: Line, checks: Sums): Repair[] {
  const unit = unitOf(line);
  if (!unit) return [];
  const decimals = line.printed.split('.')[1]?.replace(/\D/g, '').length ?? 0;
  const found = new Map<string, Repair>();
  for (const check of checks.filter(({ outcome }) => outcome === 'fails')) {
    const amount = amountFor(check, line);
    if (!amount || amount.isNegative() !== toDecimal(line.amount ?? '0').isNegative()) continue;
    // A torn number may have lost its decimals; else it has as many as were printed.
    const value = amount.div(unit);
    const meant = value.abs().toFixed(Math.max(decimals, value.decimalPlaces()));
    const kind = misreading(line.printed, meant);
    if (kind) found.set(meant, { kind, amounts: new Map([[line, amount]]) });
  }
  return [...found.values()];
}

/** Two amounts beside each other in one row read in each other's column. */
function shifts(line: Line, row: readonly Line[]): Repair[] {
  const beside = row.filter((other) => Math.abs(other.c - line.c) === 1 && other.amount !== line.amount);
  return beside.map((other) => ({
    kind: 'shifted column',
    amounts: new Map([
      [line, toDecimal(other.amount ?? '0')],
      [other, toDecimal(line.amount ?? '0')],
    ]),
  }));
}

const rowOf = (line: Line) => `${line.table_id}|${line.r}`;

/** Whether a reading makes several failing checks hold and none fail that held. */
function isBetter(repair: Repair, by: ReadonlyMap<Line, readonly Evaluated[]>): boolean {
  const concerned = new Set([...repair.amounts.keys()].flatMap((line) => by.get(line) ?? []));
  let mended = 0;
  for (const check of concerned) {
    const after = again(check, repair.amounts);
    if (after.outcome === 'fails') return false;
    if (check.outcome === 'fails') mended += 1;
  }
  return mended >= AGREEING;
}

/** Whether two readings are the same. */
function isSame(a: Repair, b: Repair): boolean {
  return a.amounts.size === b.amounts.size && [...a.amounts].every(([line, amount]) => b.amounts.get(line)?.eq(amount) === true);
}

/**
 * The one reading of a cell (or of two in each other's place) with which several failing checks hold and all others over it still do, for each failing check that has
 * exactly one. Nothing is changed: a person decides whether the document or the reading of it is wrong.
 */
export function proposeRepairs(checks: Sums): Map<Evaluated, Repair> {
  const failing = checks.filter(({ outcome, relation }) => outcome === 'fails' && relation === 'equal');
  const proposals = new Map<Evaluated, Repair>();
  if (failing.length < AGREEING || failing.length > MOST_FAILURES) return proposals;
  const by = checksByLine(checks);
  const rows = new Map(groupLines([...by.keys()], rowOf).map((row) => [row[0] ? rowOf(row[0]) : '', row]));
  const suspects = new Set(
    failing.flatMap((check) => (cellsOf(check).length > MOST_CELLS ? [] : cellsOf(check).flatMap((cell) => cell.line ?? []))),
  );
  const repairs: Repair[] = [];
  for (const line of suspects) {
    const over = by.get(line) ?? [];
    if (over.filter(({ outcome }) => outcome === 'fails').length === 0) continue;
    for (const repair of [...readingsOf(line, over), ...shifts(line, rows.get(rowOf(line)) ?? [])]) {
      if (isBetter(repair, by) && !repairs.some((other) => isSame(other, repair))) repairs.push(repair);
    }
  }
  for (const check of failing) {
    const fitting = repairs.filter(({ amounts }) => cellsOf(check).some((cell) => cell.line !== null && amounts.has(cell.line)));
    const [only] = fitting;
    if (only && fitting.length === 1) proposals.set(check, only);
  }
  return proposals;
}

/** A repair in words: which cells it reads how. */
export function describeRepair(index: DisclosureIndex, { kind, amounts }: Repair): string {
  const cells = [...amounts].map(([line, amount]) => {
    const unit = unitOf(line);
    const value = unit ? `${toDecimalText(amount.div(unit))} ${line.value_unit ?? ''}`.trim() : `${toDecimalText(amount)} yuan`;
    return `${labelOf(line)} (${whereIs(index, line)}) printed ${line.printed} as ${value}`;
  });
  return `One other reading makes this and other sums hold (${kind}): ${cells.join(', ')}. Compare it with the document; it was not applied.`;
}
