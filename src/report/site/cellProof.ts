import type { TableShard } from '../shards.js';
import type { ProofLike } from './labels.js';

/** How each cell with an amount stands, by `r c`. */
export function cellProofs({ lines, quarantine }: TableShard): Map<string, ProofLike> {
  const proofs = new Map<string, ProofLike>();
  for (const { r, c, proof, amount, quantity } of lines) if (quantity === 'money' && amount !== null) proofs.set(`${r} ${c}`, proof);
  for (const { r, c } of quarantine) if (r !== null && c !== null) proofs.set(`${r} ${c}`, 'quarantined');
  return proofs;
}
