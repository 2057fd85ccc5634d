import type { DiagnosticRow } from '../model/index.js';
import type { DatasetInput, SourceDiagnostic } from './input.js';

/** Every diagnostic once: of the sources, the disclosures and the checks. */
export function diagnosticRows(input: DatasetInput): DiagnosticRow[] {
  const all: SourceDiagnostic[] = [
    ...input.diagnostics,
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
