import { type Codebook, zClassification } from '../codebook/index.js';
import type { CodeRow, LineCode } from '../model/index.js';

/** Every version of the official codes that lines carry, and of those above them. */
export function usedCodes(codes: readonly LineCode[], codebook: Codebook): CodeRow[] {
  const rows = new Map<string, CodeRow>();
  const seen = new Set<string>();
  const add = (classification: ReturnType<typeof zClassification.parse>, code: string): void => {
    if (seen.has(`${classification} ${code}`)) return;
    seen.add(`${classification} ${code}`);
    for (const entry of codebook.entries(classification, code)) {
      const { name, level, parent, valid_from, valid_to, successor, provenance, confidence, documents } = entry;
      const row = { classification, code, name, level, parent, valid_from, valid_to, provenance, confidence, documents };
      rows.set(`${classification} ${code} ${valid_from}`, { ...row, successor: successor.length === 0 ? null : successor.join(' ') });
      if (parent !== null) add(classification, parent);
    }
  };
  for (const { classification, code } of codes) {
    const known = zClassification.safeParse(classification);
    if (known.success && code !== null) add(known.data, code);
  }
  return [...rows.values()];
}
