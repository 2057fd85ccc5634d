import type { CheckResult, Disclosure, PublishedRows } from '../model/index.js';
import { applyCorrections } from './corrections.js';
import { coverageRows } from './coverage.js';
import { diagnosticRows } from './diagnosticRows.js';
import { buildFigures } from './figures.js';
import type { DatasetInput } from './input.js';
import { inOrder } from './order.js';
import { proofByLine } from './proofs.js';
import { disclosureRows, documentRows, organizationRows } from './publications.js';
import { replacedDocuments, revisionRows } from './revisions.js';

/** Each disclosure with the proof of its lines. */
function withProofs(disclosures: readonly Disclosure[], checks: readonly CheckResult[]): Disclosure[] {
  const proofs = proofByLine(checks);
  return disclosures.map((disclosure) => ({
    ...disclosure,
    lines: disclosure.lines.map((line) => ({ ...line, proof: proofs.get(line.line_id) ?? 'unchecked' })),
  }));
}

/** The rows of every published table, each in its published order. The same input in any order gives the same rows. */
export function buildDataset(input: DatasetInput): PublishedRows {
  const disclosures = withProofs(
    [...input.disclosures].sort((a, b) => (a.facts.document_id < b.facts.document_id ? -1 : 1)),
    input.checks,
  );
  const facts = disclosures.map((disclosure) => disclosure.facts);
  const replaced = replacedDocuments(input.captures);
  const current = disclosures.filter(({ facts: { document_id } }) => !replaced.has(document_id));
  const unread = input.documents.flatMap(({ status, said }) =>
    said != null && (status === 'failed' || status === 'unsupported') ? [said] : [],
  );
  const corrections = applyCorrections(input.corrections, disclosures);
  const all = <K extends keyof Disclosure>(key: K) => disclosures.map((disclosure) => disclosure[key]);
  return {
    documents: inOrder('documents', documentRows(input.documents, disclosures)),
    captures: inOrder('captures', input.captures),
    disclosures: inOrder('disclosures', disclosureRows(facts, input.captures)),
    organizations: inOrder('organizations', organizationRows([...facts, ...unread.map((said) => ({ ...said, organization_code: null }))])),
    tables: inOrder('tables', all('tables').flat()),
    cells: inOrder('cells', all('cells').flat()),
    lines: inOrder('lines', all('lines').flat()),
    line_codes: inOrder('line_codes', all('line_codes').flat()),
    codes: inOrder('codes', input.codes),
    line_checks: inOrder(
      'line_checks',
      input.checks.flatMap((check) => check.line_checks),
    ),
    figures: inOrder(
      'figures',
      buildFigures(
        current.map(({ lines }) => ({ lines: corrections.summedLines(lines) })),
        corrections.corrected,
      ),
    ),
    projects: inOrder('projects', all('projects').flat()),
    project_schedule: inOrder('project_schedule', all('project_schedule').flat()),
    indicators: inOrder('indicators', all('indicators').flat()),
    institutions: inOrder('institutions', all('institutions').flat()),
    assets: inOrder('assets', all('assets').flat()),
    procurement: inOrder('procurement', all('procurement').flat()),
    sections: inOrder('sections', all('sections').flat()),
    statements: inOrder('statements', all('statements').flat()),
    terms: inOrder('terms', all('terms').flat()),
    checks: inOrder(
      'checks',
      input.checks.flatMap((check) => check.checks),
    ),
    quarantine: inOrder('quarantine', corrections.decided(all('quarantine').flat())),
    corrections: inOrder('corrections', corrections.rows),
    revisions: inOrder('revisions', revisionRows(input.captures, disclosures)),
    coverage: inOrder('coverage', coverageRows(disclosures, unread)),
    diagnostics: inOrder('diagnostics', diagnosticRows(input, corrections.rows)),
  };
}
