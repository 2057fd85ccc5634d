import type { Phase, Statement } from '../../model/index.js';

/** Words of a sentence that make an amount another one than that of the document's own phase. */
const OTHER_PHASE: Readonly<Partial<Record<Phase, RegExp>>> = {
  approved: /决算|执行|预计|调整预算|实际/,
  executed: /预算|预计/,
};

/**
 * Gives statements that say no phase that of their document: amounts of its own year, in sentences without a word of another phase (in a budget
 * 决算, 执行 ...; in final accounts 预算). The rest stay without.
 */
export function setDocumentPhase(statements: readonly Statement[], year: number | null, phase: Phase | null): void {
  const other = phase === null ? undefined : OTHER_PHASE[phase];
  if (year === null || other === undefined) return;
  for (const statement of statements) {
    if (statement.phase === null && statement.year === year && !other.test(statement.sentence)) statement.phase = phase;
  }
}
