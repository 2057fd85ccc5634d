import { type CheckRow, Decimal, type Line, type Place, type Statement, toDecimal, toDecimalText } from '../model/index.js';

/** One printed amount on a side of an identity, in yuan. `line` is the line it stands in; an amount of prose has none. */
export interface Cell {
  amount: Decimal;
  /** Yuan value of the last digit that counts. */
  resolution: Decimal;
  negative: boolean;
  line: Line | null;
  /** The printed label and amount, for messages. */
  label: string;
}

/** What a rule finds: the cells on both sides that should be equal (or the left at most the right). */
export interface Identity {
  rule: string;
  /** Line id or statement that the check is about; with the rule it makes the check's id. */
  anchor: string;
  disclosureId: string;
  documentId: string;
  place: Place;
  left: readonly Cell[];
  right: readonly Cell[];
  relation: 'equal' | 'at_most';
  /** What is compared, with the printed labels. */
  message: string;
}

/** An identity with its arithmetic done. */
export interface Evaluated extends Identity {
  outcome: Exclude<CheckRow['outcome'], 'not_applicable'>;
  leftSum: Decimal;
  rightSum: Decimal;
  difference: Decimal;
  tolerance: Decimal;
}

/** Exact sum of a side, in yuan. */
function sumOf(cells: readonly Cell[]): Decimal {
  return cells.reduce((sum, cell) => (cell.negative ? sum.minus(cell.amount) : sum.plus(cell.amount)), toDecimal('0'));
}

/** Does the arithmetic: tolerance is the sum of half the resolution of every cell on both sides. */
export function evaluate(identity: Identity): Evaluated {
  const leftSum = sumOf(identity.left);
  const rightSum = sumOf(identity.right);
  const difference = leftSum.minus(rightSum);
  const tolerance = [...identity.left, ...identity.right].reduce((sum, cell) => sum.plus(cell.resolution.div(2)), toDecimal('0'));
  const excess = identity.relation === 'at_most' ? Decimal.max(difference, 0) : difference.abs();
  const outcome = excess.isZero() ? 'holds' : excess.lte(tolerance) ? 'within_rounding' : 'fails';
  return { ...identity, outcome, leftSum, rightSum, difference, tolerance };
}

/** Whether the arithmetic proves its cells: it holds as an equality over at least two cells that are not zero. */
export function proves(check: Evaluated): boolean {
  if (check.outcome === 'fails' || check.difference.abs().gt(check.tolerance)) return false;
  return [...check.left, ...check.right].filter((cell) => !cell.amount.isZero()).length >= 2;
}

/** The published row of an evaluated identity. */
export function checkRow(check: Evaluated, checkId: string): CheckRow {
  return {
    check_id: checkId,
    rule: check.rule,
    disclosure_id: check.disclosureId,
    document_id: check.documentId,
    outcome: check.outcome,
    left: toDecimalText(check.leftSum),
    right: toDecimalText(check.rightSum),
    difference: toDecimalText(check.difference),
    tolerance: toDecimalText(check.tolerance),
    cells: check.left.length + check.right.length,
    message: check.message,
  };
}

/** The amount of a sentence as a cell. Its resolution is that of its printed digits: 706.36万元 counts hundreds of yuan. */
export function statementCell(statement: Statement, amount: string, label: string): Cell {
  const digits = /(\d[\d,]*)(?:\.(\d+))?\s*(亿|百万|万|千)?/.exec(statement.printed.normalize('NFKC'));
  const unit = { 亿: '100000000', 百万: '1000000', 万: '10000', 千: '1000' }[digits?.[3] ?? ''] ?? '1';
  const value = toDecimal(amount);
  // A zero is written without its decimals whatever the amounts beside it have (0万元).
  const decimals = value.isZero() ? Math.max(2, digits?.[2]?.length ?? 0) : (digits?.[2]?.length ?? 0);
  const resolution = toDecimal(unit).times(toDecimal('10').pow(-decimals));
  return { amount: value.abs(), resolution, negative: value.isNegative(), line: null, label };
}
