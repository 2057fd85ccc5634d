import type { CaptureRow, Disclosure, DisclosureRow, DocumentFacts, DocumentRow, OrganizationRow } from '../model/index.js';
import { groupBy } from './groupBy.js';
import type { DocumentInfo } from './input.js';

/** The value that most give; of equals the first in the order of text; null where none gives one. */
function commonest(values: readonly (string | null)[]): string | null {
  const votes = new Map<string, number>();
  for (const value of values) if (value !== null && value !== '') votes.set(value, (votes.get(value) ?? 0) + 1);
  return [...votes].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? null;
}

/** One row a document, read or not, with what it says it is and how much was found in it. */
export function documentRows(documents: readonly DocumentInfo[], disclosures: readonly Disclosure[]): DocumentRow[] {
  const read = new Map(disclosures.map((disclosure) => [disclosure.facts.document_id, disclosure]));
  return [...new Map(documents.map((document) => [document.document_id, document])).values()].map((document) => {
    const disclosure = read.get(document.document_id);
    return {
      document_id: document.document_id,
      file_name: document.file_name,
      media_type: document.media_type,
      bytes: document.bytes,
      pages: document.pages,
      disclosure_id: disclosure?.facts.disclosure_id ?? null,
      kind: disclosure?.facts.kind ?? document.said?.kind ?? null,
      year: disclosure?.facts.year ?? document.said?.year ?? null,
      organization_id: disclosure?.facts.organization_id ?? document.said?.organization_id ?? null,
      title: disclosure?.facts.title ?? null,
      status: document.status,
      reasons: document.reasons,
      tables: disclosure?.tables.length ?? 0,
      lines: disclosure?.lines.length ?? 0,
      proved: disclosure?.lines.filter((line) => line.proof === 'proved').length ?? 0,
    };
  });
}

/** One row a publication: the documents that share a disclosure id, and the earliest date that a list printed beside one of them. */
export function disclosureRows(facts: readonly DocumentFacts[], captures: readonly CaptureRow[]): DisclosureRow[] {
  const dates = groupBy(
    captures.filter((capture) => capture.document_id !== null && capture.listed_date !== null),
    (capture) => capture.document_id ?? '',
  );
  return [...groupBy(facts, (fact) => fact.disclosure_id)].map(([disclosure_id, group]) => {
    const [first] = group;
    if (!first) throw new Error(`no document of the disclosure ${disclosure_id}`);
    const documents = group.map((fact) => fact.document_id).sort();
    const listed = documents.flatMap((id) => (dates.get(id) ?? []).map((capture) => capture.listed_date ?? '')).sort();
    return {
      disclosure_id,
      organization_id: first.organization_id,
      year: first.year,
      phase: first.phase,
      scope: first.scope,
      document_ids: documents,
      published_on: listed[0] ?? null,
    };
  });
}

/** One row an organization, under the name that most of its documents print. */
export function organizationRows(
  facts: readonly Pick<DocumentFacts, 'organization' | 'organization_id' | 'organization_code' | 'division_code'>[],
): OrganizationRow[] {
  return [...groupBy(facts, (fact) => fact.organization_id)].map(([organization_id, group]) => {
    const name = commonest(group.map((fact) => fact.organization)) ?? '';
    const names = new Set(group.flatMap((fact) => (fact.organization === null || fact.organization === name ? [] : [fact.organization])));
    return {
      organization_id,
      name,
      aliases: [...names].sort(),
      code: commonest(group.map((fact) => fact.organization_code)),
      division_code: commonest(group.map((fact) => fact.division_code)),
      parent_organization_id: null,
    };
  });
}
