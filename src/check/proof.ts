import { type Line, type Proof, toDecimal } from '../model/index.js';
import { type Evaluated, proves } from './identity.js';

/**
 * The proof of each line: proved (an identity over at least two cells that are not zero holds and none fails), disputed (some prove it, some fail), contradicted (all that
 * could prove it fail), unchecked (no identity, or only such over zeros). A sum that fails only because narrower sums of its column do accuses no cell of its own.
 */
export function proofsOf(checks: readonly Evaluated[], lineIds: Iterable<string>): Record<string, Proof> {
  const proved = new Set<string>();
  const failed = new Set<string>();
  const implied = impliedFailures(checks);
  for (const check of checks) {
    const to = implied.has(check) ? null : check.outcome === 'fails' ? failed : proves(check) ? proved : null;
    if (!to) continue;
    for (const cell of [...check.left, ...check.right]) if (cell.line) to.add(cell.line.line_id);
  }
  const proofs: Record<string, Proof> = {};
  for (const id of lineIds) {
    const [p, f] = [proved.has(id), failed.has(id)];
    proofs[id] = p && f ? 'disputed' : p ? 'proved' : f ? 'contradicted' : 'unchecked';
  }
  return proofs;
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
