import type { Codebook } from '../../codebook/index.js';
import type { Diagnostic, DocumentFacts } from '../../model/index.js';
import type { SourceEvidence } from '../../model/sourceEvidence.js';
import { fold } from '../text/fold.js';
import { divisionOf, organizationName } from './organizationName.js';
import { tight } from './printedFacts.js';
import { type TitleParts, titleParts } from './titleParts.js';

/** Facts that the source states of a document; null where it states none. */
export type SaidFacts = Pick<TitleParts, 'organization' | 'year' | 'level' | 'phase'>;

/** What the source says, fact by fact, the nearest words first. */
export function saidFacts(said: SourceEvidence | undefined): SaidFacts {
  const titles = (said?.texts ?? []).map((text) =>
    titleParts(
      tight(text)
        .replace(/(?:\.\w{2,5})+$/, '')
        .replace(/_/g, ''),
    ),
  );
  const first = <K extends keyof SaidFacts>(fact: K): SaidFacts[K] | null => titles.find((title) => title[fact] !== null)?.[fact] ?? null;
  const department = said?.department ?? null;
  return {
    organization: first('organization') ?? (department === null ? null : organizationName(department, true)),
    year: first('year'),
    level: first('level'),
    phase: first('phase'),
  };
}

/** What the source says of a document that cannot be read: whose it is, of which year and kind; null where it names no organization. */
export function sourceFacts(
  said: SourceEvidence | undefined,
  codebook: Codebook,
): Pick<DocumentFacts, 'organization' | 'organization_id' | 'division_code' | 'year' | 'kind'> | null {
  const { organization, year, level, phase } = saidFacts(said);
  if (organization === null) return null;
  const kind = phase === null ? null : `${level ?? '部门'}${phase}`;
  return { organization, organization_id: fold(organization), division_code: divisionOf(organization, year, codebook), year, kind };
}

/** How a fact's evidence names the source. */
export const SAID_BY_SOURCE = 'said by the source';

/** That facts of a document are what the source says of it, because it prints none itself. */
export function saidDiagnostics(facts: DocumentFacts, said: SourceEvidence | undefined): Diagnostic[] {
  const taken = facts.evidence.flatMap((text) => (text.includes(SAID_BY_SOURCE) ? (text.split(':')[0] ?? []) : []));
  if (taken.length === 0) return [];
  const words = (said?.texts ?? []).map((text) => `“${text}”`).join(', ') || `“${said?.department ?? ''}”`;
  return [
    {
      stage: 'interpret',
      code: 'facts_from_source',
      severity: 'info',
      place: { document: facts.document_id },
      message: `The document prints no ${taken.join(', ')}; what its source says is taken (${words}). Check it where the source may be wrong.`,
    },
  ];
}
