import type { NewCapture } from '../../archive/index.js';
import { redactUrl, urlIdentity } from '../../fetch/index.js';
import type { Candidate, Diagnostic } from '../../model/index.js';
import type { NewJob } from '../../queue/index.js';
import { newJob, type Work } from '../jobs.js';
import type { StageContext } from '../stageContext.js';
import { NOTHING, problemStatus } from './answers.js';

type FetchWork = Extract<Work, { work: 'fetch' }>;

/** The code of a capture whose URL gave a page in place of the document. */
const PROBLEM = { code: 'page_for_document' } as const;

/** Keeps that a page came in place of a document, and the documents that it links to, which are fetched instead. */
export async function followPage({ identity, url }: FetchWork, candidates: readonly Candidate[], context: StageContext): Promise<NewJob[]> {
  const { archive, run } = context;
  const message = `${redactUrl(url)} gives a page in place of the document; the ${candidates.length} documents that it leads to are fetched`;
  await archive.captures.recordLinks(
    run,
    candidates.map((candidate) => ({ url: urlIdentity(candidate.url), candidate: { ...candidate, parent_url: url } })),
  );
  await archive.captures.record(run, captureOfPage(identity, message), null);
  return candidates.map(documentJob);
}

/** The capture of a page that sends on to another one that sends on again: it is not followed a second time. */
export function captureOfDetour(identity: string, url: string): NewCapture {
  return captureOfPage(identity, `${redactUrl(url)} sends on to a page that is no document either; look where the link leads`);
}

function captureOfPage(identity: string, message: string): NewCapture {
  const diagnostic: Diagnostic = { stage: 'fetch', ...PROBLEM, severity: 'warning', place: {}, message };
  return { ...NOTHING, url: identity, status: problemStatus(PROBLEM), diagnostics: [diagnostic] };
}

/** The jobs that followed from a page in place of a document, where the process that had them was killed before they were kept. */
export async function jobsOfPage({ url }: FetchWork, status: string | undefined, { archive, run }: StageContext): Promise<NewJob[]> {
  if (status !== problemStatus(PROBLEM)) return [];
  return (await archive.captures.linksFrom(url, run)).map(({ candidate }) => documentJob(candidate));
}

function documentJob({ url, file_name, parent_url }: Candidate): NewJob {
  const identity = urlIdentity(url);
  return newJob({ work: 'fetch', identity, url, file_name, referer: parent_url }, identity);
}
