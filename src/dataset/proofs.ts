import type { CheckResult, Proof } from '../model/index.js';

/** What two sets of checks together say of a line: what one proves and the other contradicts is disputed. */
export function joinProofs(a: Proof, b: Proof): Proof {
  if (a === 'unchecked' || a === b) return b;
  return b === 'unchecked' ? a : 'disputed';
}

/** The proof of each line over all checks. */
export function proofByLine(checks: readonly CheckResult[]): Map<string, Proof> {
  const proofs = new Map<string, Proof>();
  for (const { proofs: found } of checks) {
    for (const [line, proof] of Object.entries(found)) proofs.set(line, joinProofs(proofs.get(line) ?? 'unchecked', proof));
  }
  return proofs;
}
