import type { Correction, CorrectionRow, Disclosure, Line, QuarantineRow } from '../model/index.js';

/** What a dataset makes of a corrections file. */
export interface AppliedCorrections {
  /** Every correction with whether it was applied. */
  rows: CorrectionRow[];
  /** The lines that figures are built from: corrected amounts in place of what was read, rejected lines left out. */
  summedLines(lines: readonly Line[]): Line[];
  /** Lines whose amount was corrected. */
  corrected: ReadonlySet<string>;
  /** Quarantine rows with the decision about them. */
  decided(rows: readonly QuarantineRow[]): QuarantineRow[];
}

interface Target {
  document_id: string;
  printed: string;
  amount: string | null;
}

/**
 * Applies reviewers' decisions to the lines and quarantine rows of disclosures. Of several about one target the last counts. A decision about a cell that
 * reads otherwise than when it was reviewed is stale, one about an id that is not there unknown; neither is applied.
 */
export function applyCorrections(corrections: readonly Correction[], disclosures: readonly Disclosure[]): AppliedCorrections {
  const wanted = new Set(corrections.map(({ target_id }) => target_id));
  const targets = new Map<string, Target>();
  for (const { lines, quarantine } of disclosures) {
    for (const { line_id, document_id, printed, amount } of lines)
      if (wanted.has(line_id)) targets.set(line_id, { document_id, printed, amount });
    for (const { id, document_id, printed } of quarantine) if (wanted.has(id)) targets.set(id, { document_id, printed, amount: null });
  }
  const rows = corrections.map((correction) => rowOf(correction, targets.get(correction.target_id)));
  const applied = new Map(rows.filter((row) => row.status === 'applied').map((row) => [row.target_id, row]));
  return {
    rows,
    summedLines: (lines) => lines.flatMap((line) => summedLine(line, applied.get(line.line_id))),
    corrected: new Set([...applied.values()].filter((row) => row.decision === 'correct').map((row) => row.target_id)),
    decided: (quarantine) => quarantine.map((row) => ({ ...row, decision: decisionText(applied.get(row.id)) ?? row.decision })),
  };
}

function rowOf(correction: Correction, target: Target | undefined): CorrectionRow {
  const status = target === undefined ? 'unknown' : target.printed === correction.printed ? 'applied' : 'stale';
  return { ...correction, document_id: target?.document_id ?? null, amount_read: target?.amount ?? null, status };
}

/** A line as figures see it. */
function summedLine(line: Line, correction: CorrectionRow | undefined): Line[] {
  if (correction === undefined || correction.decision === 'accept') return [line];
  return correction.decision === 'reject' || correction.amount === null ? [] : [{ ...line, amount: correction.amount }];
}

/** A decision as `quarantine.decision` states it. */
function decisionText(correction: CorrectionRow | undefined): string | null {
  if (correction === undefined) return null;
  const { decision, amount, author, date, reason } = correction;
  return `${decision}${amount === null ? '' : ` to ${amount} yuan`} by ${author} on ${date}: ${reason}`;
}
