import type { CorrectionRow, DiagnosticRow } from '../model/index.js';
import type { DatasetInput, SourceDiagnostic } from './input.js';

/** Every diagnostic once: of the sources, the disclosures, the checks, and corrections that could not be applied. */
export function diagnosticRows(input: DatasetInput, corrections: readonly CorrectionRow[]): DiagnosticRow[] {
  const all: SourceDiagnostic[] = [
    ...input.diagnostics,
    ...corrections.filter(({ status }) => status !== 'applied').map(unappliedCorrection),
    ...input.disclosures.flatMap(({ facts, diagnostics }) =>
      diagnostics.map((diagnostic) => ({ document_id: facts.document_id, url: null, diagnostic })),
    ),
    ...input.checks.flatMap(({ diagnostics }) =>
      diagnostics.map((diagnostic) => ({ document_id: diagnostic.place.document ?? null, url: null, diagnostic })),
    ),
  ];
  const rows = new Map<string, DiagnosticRow>();
  for (const { document_id, url, diagnostic } of all) {
    const row: DiagnosticRow = {
      document_id,
      url,
      stage: diagnostic.stage,
      code: diagnostic.code,
      severity: diagnostic.severity,
      page: diagnostic.place.page ?? null,
      table: diagnostic.place.table ?? null,
      row: diagnostic.place.row ?? null,
      column: diagnostic.place.column ?? null,
      message: diagnostic.message,
    };
    rows.set(JSON.stringify(row), row);
  }
  return [...rows.values()];
}

/** What is wrong with a correction that was not applied. */
function unappliedCorrection({ target_id, document_id, printed, status }: CorrectionRow): SourceDiagnostic {
  const stale = status === 'stale';
  const message = stale
    ? `the correction of ${target_id} was made of «${printed}», which is no longer what is read there: review it again`
    : `the correction of ${target_id} («${printed}») names no line and nothing in quarantine: take it out of the corrections file, or mend its id`;
  const code = stale ? 'correction_stale' : 'correction_unknown';
  return { document_id, url: null, diagnostic: { stage: 'publish', code, severity: 'warning', place: {}, message } };
}
