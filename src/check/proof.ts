import { type Line, type Proof, toDecimal } from '../model/index.js';
import { type Evaluated, proves } from './identity.js';

/** Sums over the rows of a list, which may lack a row: what fails there is the sum, not a row that another identity proves. */
const OF_LISTS: ReadonlySet<string> = new Set(['hierarchy_sum', 'leaf_total']);

/**
 * The proof of each line: proved (an identity over at least two cells that are not zero holds and none accuses it), disputed (some prove it, one accuses it), contradicted
 * (only such as accuse it), unchecked (no identity, or only such over zeros). A failing identity accuses the cells that nothing else proves; where all are proved, all of
 * them, but the sum of a list only its total and the rows that may be one too many. A sum that fails only because narrower sums of its column do accuses no cell.
 */
export function proofsOf(checks: readonly Evaluated[], lineIds: Iterable<string>): Record<string, Proof> {
  const proved = new Set(checks.filter(proves).flatMap((check) => linesOf(check).map(({ line_id }) => line_id)));
  const implied = impliedFailures(checks);
  const failing = checks.filter((check) => check.outcome === 'fails' && !implied.has(check));
  const accused = new Set(failing.flatMap((check) => accusedBy(check, proved).map(({ line_id }) => line_id)));
  const proofs: Record<string, Proof> = {};
  for (const id of lineIds) {
    const [p, a] = [proved.has(id), accused.has(id)];
    proofs[id] = p && a ? 'disputed' : p ? 'proved' : a ? 'contradicted' : 'unchecked';
  }
  return proofs;
}

/** The lines that a failing check accuses. */
function accusedBy(check: Evaluated, proved: ReadonlySet<string>): Line[] {
  const suspects = linesOf(check).filter(({ line_id }) => !proved.has(line_id));
  if (suspects.some(({ amount }) => amount !== null && amount !== '0')) return suspects;
  if (!OF_LISTS.has(check.rule)) return linesOf(check);
  const excess = check.difference.neg();
  // Where the rows are less than their sum one is missing; where they are more, one of those is too many that are as large.
  const surplus = excess.isPositive() ? check.right.filter(({ amount }) => amount.gte(excess)) : [];
  return [...check.left, ...surplus].flatMap(({ line }) => line ?? []);
}

/** The column of the line that a check is about. */
function columnOf({ left }: Evaluated): string {
  const line = left[0]?.line;
  return line ? `${line.table_id}|${line.block}|${line.c}` : '';
}

/** The rows on both sides of a check. */
const linesOf = ({ left, right }: Evaluated): Line[] => [...left, ...right].flatMap((cell) => cell.line ?? []);

/**
 * The failing sums of all leaves of a column that its failing sums by level explain: total − Σ leaves is the sum of all (row − Σ of its rows) between them, so where these
 * differences make up that of the whole, the whole says nothing new about the other leaves.
 */
function impliedFailures(checks: readonly Evaluated[]): Set<Evaluated> {
  const levels = new Map<string, Evaluated[]>();
  for (const check of checks) {
    if (check.outcome !== 'fails' || check.rule !== 'hierarchy_sum') continue;
    levels.set(columnOf(check), [...(levels.get(columnOf(check)) ?? []), check]);
  }
  return new Set(
    checks.filter((check) => {
      if (check.outcome !== 'fails' || check.rule !== 'leaf_total') return false;
      const narrower = (levels.get(columnOf(check)) ?? []).filter((level) => linesOf(level).length < linesOf(check).length);
      const explained = narrower.reduce((all, level) => all.plus(level.difference), toDecimal('0'));
      return narrower.length > 0 && explained.minus(check.difference).abs().lte(check.tolerance);
    }),
  );
}
