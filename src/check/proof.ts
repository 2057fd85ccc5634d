import type { Proof } from '../model/index.js';
import { type Evaluated, proves } from './identity.js';

/**
 * The proof of each line: proved (an identity over at least two cells that are not zero holds and none fails), disputed (some prove it, some fail), contradicted (all that
 * could prove it fail), unchecked (no identity, or only such over zeros).
 */
export function proofsOf(checks: readonly Evaluated[], lineIds: Iterable<string>): Record<string, Proof> {
  const proved = new Set<string>();
  const failed = new Set<string>();
  for (const check of checks) {
    const to = check.outcome === 'fails' ? failed : proves(check) ? proved : null;
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
