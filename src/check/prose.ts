import { Decimal, type Disclosure, type Place, type Statement, toDecimal } from '../model/index.js';
import { type Cell, statementCell } from './identity.js';

/** The statements of a document with their place in the tree of wholes and parts. */
export interface StatementTree {
  disclosure: Disclosure;
  byOrdinal: ReadonlyMap<number, Statement>;
  /** The parts (其中, 包括) of each statement, by its ordinal. */
  partsOf: ReadonlyMap<number, readonly Statement[]>;
}

/** Arranges a document's statements by what is part of what. */
export function statementTree(disclosure: Disclosure): StatementTree {
  const partsOf = new Map<number, Statement[]>();
  for (const statement of disclosure.statements) {
    if (statement.parent_ordinal === null) continue;
    const parts = partsOf.get(statement.parent_ordinal);
    if (parts) parts.push(statement);
    else partsOf.set(statement.parent_ordinal, [statement]);
  }
  return { disclosure, byOrdinal: new Map(disclosure.statements.map((s) => [s.ordinal, s])), partsOf };
}

/** The subject codes of the statements that a statement is part of, innermost first; bounded, so that a broken chain cannot loop. */
export function ancestorCodes(tree: StatementTree, statement: Statement): (string | null)[] {
  const codes: (string | null)[] = [];
  let parent = statement.parent_ordinal;
  while (parent !== null && codes.length < 20) {
    const whole: Statement | undefined = tree.byOrdinal.get(parent);
    if (!whole) break;
    codes.push(whole.subject_code);
    parent = whole.parent_ordinal;
  }
  return codes;
}

/** The amount of a statement as a cell; null where it states none. */
export function amountCell(statement: Statement): Cell | null {
  return statement.amount === null ? null : statementCell(statement, statement.amount, `${statement.subject} ${statement.printed}`);
}

/** The change that a statement states (negative for a decrease) as a cell; null where it states none. */
export function changeCell(statement: Statement): Cell | null {
  const direction = statement.comparison_direction;
  if (statement.comparison_amount === null || direction === null) return null;
  const amount = toDecimal(statement.comparison_amount).abs();
  return {
    amount,
    resolution: lastDigit(amount),
    negative: direction === 'decrease',
    line: null,
    label: `${statement.subject} ${direction === 'decrease' ? '-' : '+'}${statement.comparison_amount}`,
  };
}

/** The value of the last digit of an amount whose printed form is not kept: at most a hundredth of 万元, which prose prints. */
function lastDigit(amount: Decimal): Decimal {
  if (amount.mod(100).isZero()) return new Decimal(100);
  return new Decimal(10).pow(-amount.decimalPlaces());
}

/** The place of a statement, for diagnostics. */
export function statementPlace(statement: Statement): Place {
  return { document: statement.document_id, ...(statement.page === null ? {} : { page: statement.page }), block: statement.block };
}

/** The anchor of a statement in the ids of checks. */
export function statementAnchor(statement: Statement): string {
  return `${statement.document_id.slice(0, 16)}-s${statement.ordinal}`;
}
