import { z } from 'zod';
import type { Stage } from '../model/diagnostic.js';
import { zSourceEvidence } from '../model/sourceEvidence.js';
import type { NewJob } from '../queue/index.js';

/** A document as the stages after `fetch` see it: its bytes, and the name, declared type and words around its link that count as evidence. */
export const zDocumentEntry = z.object({
  document_id: z.string(),
  file_name: z.string(),
  content_type: z.string().nullable(),
  /** Known once every link is; nothing before `interpret` needs it. */
  said: zSourceEvidence.optional(),
  /** The id of its organization where that is not the one that the document itself gives; known once every document is read. */
  organization_id: z.string().optional(),
});
export type DocumentEntry = z.infer<typeof zDocumentEntry>;

/** A page to follow and how it was reached. `depth` counts links from a start page, `trail` the pages of a list before this one. */
export const zPagePosition = z.object({
  url: z.string(),
  role: z.enum(['list', 'article']),
  depth: z.number().int(),
  trail: z.number().int(),
  link_text: z.string().nullable(),
  listed_date: z.string().nullable(),
  referer: z.string().nullable(),
});
export type PagePosition = z.infer<typeof zPagePosition>;

/** What a job says: `work` names the piece of work, the rest is its input. */
export const zWork = z.discriminatedUnion('work', [
  z.object({ work: z.literal('discover_folder') }),
  z.object({ work: z.literal('discover_site') }),
  z.object({ work: z.literal('discover_page'), page: zPagePosition }),
  z.object({ work: z.literal('fetch'), identity: z.string(), url: z.string(), file_name: z.string(), referer: z.string().nullable() }),
  z.object({ work: z.literal('unpack'), identity: z.string(), entry: zDocumentEntry }),
  z.object({ work: z.literal('extract'), entry: zDocumentEntry, phase: z.enum(['harvest', 'documents']) }),
  z.object({ work: z.literal('plan_documents') }),
  z.object({ work: z.literal('interpret'), entry: zDocumentEntry }),
  z.object({ work: z.literal('check_disclosure'), entry: zDocumentEntry }),
  z.object({ work: z.literal('plan_organizations') }),
  z.object({ work: z.literal('check_organization'), organization_id: z.string(), entries: z.array(zDocumentEntry) }),
  z.object({ work: z.literal('check_department'), organization_id: z.string(), entries: z.array(zDocumentEntry) }),
  z.object({ work: z.literal('publish') }),
]);
export type Work = z.infer<typeof zWork>;

/** Which stage a piece of work belongs to. */
const STAGE_OF: Readonly<Record<Work['work'], Stage>> = {
  discover_folder: 'discover',
  discover_site: 'discover',
  discover_page: 'discover',
  fetch: 'fetch',
  unpack: 'fetch',
  extract: 'extract',
  plan_documents: 'interpret',
  interpret: 'interpret',
  check_disclosure: 'check',
  plan_organizations: 'check',
  check_organization: 'check',
  check_department: 'check',
  publish: 'publish',
};

/** A job for a piece of work. `identity` tells it from others of its kind in the same run. */
export function newJob(work: Work, identity = ''): NewJob {
  const phase = work.work === 'extract' ? `:${work.phase}` : '';
  return { key: `${work.work}${phase}:${identity}`, stage: STAGE_OF[work.work], payload: work };
}

/**
 * A run has four phases. In each, work goes on until no job is open; the transaction that settles the phase's last job enqueues the one job
 * that opens the next: documents get their names when every link is known, organizations when every document is read, and
 * publication comes when all else is done.
 */
export function nextPhase(work: Work): NewJob[] {
  switch (work.work) {
    case 'discover_folder':
    case 'discover_site':
    case 'discover_page':
    case 'fetch':
    case 'unpack':
      return [newJob({ work: 'plan_documents' })];
    case 'extract':
      return [newJob({ work: work.phase === 'harvest' ? 'plan_documents' : 'plan_organizations' })];
    case 'plan_documents':
    case 'interpret':
    case 'check_disclosure':
      return [newJob({ work: 'plan_organizations' })];
    case 'plan_organizations':
    case 'check_organization':
    case 'check_department':
      return [newJob({ work: 'publish' })];
    case 'publish':
      return [];
  }
}

/** The queue's name for a run. */
export function groupOf(run: number): string {
  return `run-${run}`;
}
