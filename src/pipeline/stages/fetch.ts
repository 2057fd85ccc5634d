import path from 'node:path';
import type { Archive, Capture, LatestCaptures, NewCapture } from '../../archive/index.js';
import type { FetchedPage, PageInstead } from '../../discover/index.js';
import { type FetchedBody, isArchive } from '../../fetch/index.js';
import type { FolderSource, WebSource } from '../../model/index.js';
import type { NewJob } from '../../queue/index.js';
import { newJob, type Work } from '../jobs.js';
import { done, type StageAgain, type StageContext, type StageOutcome } from '../stageContext.js';
import { zModelSummary } from '../summaries.js';
import { again, fetchDiagnostic, NOTHING, type Problem, problemStatus, UNASKED_304 } from './answers.js';
import { captureOfDetour, followPage, jobsOfPage } from './pageForDocument.js';

type FetchWork = Extract<Work, { work: 'fetch' }>;

/** Brings one candidate's bytes into the archive; reading them follows. What fails is a capture without a document, with its reason. */
export async function fetchStage(work: FetchWork, lastAttempt: boolean, context: StageContext): Promise<StageOutcome> {
  const { archive, run, pipeline } = context;
  const known = await archive.captures.latest(work.identity);
  if (known.capture?.checked_run === run) {
    const instead = await jobsOfPage(work, known.capture.status, context);
    return done(null, [...(await following(work, context)), ...instead]);
  }
  if (pipeline.source.type === 'folder') {
    await readFromFolder(work, pipeline.source, context);
    return done(null, await following(work, context));
  }
  const asked = await askServer(work, { source: pipeline.source, known, lastAttempt }, context);
  return 'type' in asked ? asked : done(null, [...(await following(work, context, asked.unchanged)), ...asked.jobs]);
}

/** The jobs for the latest document of a URL: reading it unless its model is there already, and unpacking it if it is an archive. */
async function following({ identity, file_name }: FetchWork, { archive, keys, run }: StageContext, known?: Capture): Promise<NewJob[]> {
  const capture = known ?? (await archive.captures.latest(identity)).document;
  if (capture === undefined || capture.document_id === null || capture.checked_run !== run) return [];
  const entry = { document_id: capture.document_id, file_name: capture.file_name ?? file_name, content_type: capture.content_type };
  const key = keys.extract(entry);
  const model = await archive.results.summary(key, zModelSummary);
  const isZip = model === undefined ? await isHeldArchive(entry.document_id, archive) : model.status === 'unpacked';
  return [
    ...(model === undefined ? [newJob({ work: 'extract', entry, phase: 'harvest' }, key)] : []),
    ...(isZip ? [newJob({ work: 'unpack', identity, entry }, identity)] : []),
  ];
}

/** Whether an original is an archive of documents. Most are told by their first bytes. */
async function isHeldArchive(document_id: string, { originals }: Archive): Promise<boolean> {
  return (await originals.startsWith(document_id, 'PK')) && isArchive(await originals.read(document_id));
}

/** Reads a file of a folder source. It is read in place, so its capture has no fetch time. */
async function readFromFolder({ url, identity }: FetchWork, source: FolderSource, { archive, run }: StageContext): Promise<void> {
  const { readFolderFile } = await import('../../discover/index.js');
  const bytes = await readFolderFile(source, url).catch((error: unknown) => {
    if (isFaultOfMachine(error)) throw error;
    return errorReason(error);
  });
  if (typeof bytes === 'string') {
    const problem = { code: 'unreadable_file', message: `the file cannot be read (${bytes})` };
    await archive.captures.record(run, failedCapture(identity, problem), null);
    return;
  }
  const { sha256 } = await archive.originals.store(bytes);
  const capture = { ...NOTHING, url: identity, document_id: sha256, file_name: path.posix.basename(url), status: 'ok' };
  await archive.captures.record(run, capture, bytes.length);
}

/** Why reading failed, in words that do not depend on where the folder is: those of the system name the whole path. */
function errorReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.message;
}

/** Whether reading failed because of the machine rather than the file. */
function isFaultOfMachine(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['EMFILE', 'ENFILE', 'ENOMEM', 'EIO'].includes(String(error.code));
}

/** What came of asking: jobs besides reading the document, and the capture of a document that has not changed. */
interface Asked {
  jobs: NewJob[];
  unchanged?: Capture | undefined;
}

interface Asking {
  source: WebSource;
  /** What the URL gave before. */
  known: LatestCaptures;
  lastAttempt: boolean;
}

/**
 * Asks a server for the document, conditionally where its bytes are held. Gives what follows besides reading it (the documents of a page that came in its place),
 * or an outcome if it has to be asked again later.
 */
async function askServer(work: FetchWork, { source, known, lastAttempt }: Asking, context: StageContext): Promise<Asked | StageAgain> {
  const { archive, fetcher, run, signal } = context;
  if (fetcher === null) throw new Error('a web source needs a fetcher');
  if (await takeFromPages(work, context)) return { jobs: [] };
  const before = known.document;
  const held = before?.document_id != null && (await archive.originals.has(before.document_id)) ? before : undefined;
  const { url, referer } = work;
  let answer = await fetcher.fetch({ url, etag: held?.etag, lastModified: held?.last_modified, referer, signal });
  const instead = answer.type === 'ok' ? await insteadOf(answer, source) : null;
  if (instead?.type === 'links') return { jobs: await followPage(work, instead.candidates, context) };
  if (instead?.type === 'redirect') answer = await fetcher.fetch({ url: instead.url.href, referer: url, signal });
  signal?.throwIfAborted();
  if (answer.type === 'failed' && answer.retryable && !lastAttempt) return again(answer);
  if (answer.type === 'ok' && instead !== null) await recordDetour(work, answer, source, context);
  else if (answer.type === 'ok') await recordBody(work, answer, context);
  else if (answer.type === 'not_modified' && held !== undefined)
    return { jobs: [], unchanged: await archive.captures.markUnchanged(run, known) };
  else await archive.captures.record(run, failedCapture(work.identity, answer.type === 'failed' ? answer : UNASKED_304), null);
  return { jobs: [] };
}

/** Keeps what came from where a page in place of the document sent on to, once. Its validators are of another URL: they are not kept. */
async function recordDetour(work: FetchWork, answer: FetchedBody, source: WebSource, context: StageContext): Promise<void> {
  if ((await insteadOf(answer, source)) === null) return recordBody(work, { ...answer, etag: null, lastModified: null }, context);
  return context.archive.captures.record(context.run, captureOfDetour(work.identity, work.url), null);
}

/** The page that an answer is instead of a document, or null. */
async function insteadOf(answer: FetchedBody, source: WebSource): Promise<PageInstead | null> {
  const { pageInstead } = await import('../../discover/index.js');
  return pageInstead(fetchedPage(answer), source);
}

/** An answer as discovery reads pages. */
function fetchedPage({ finalUrl, body, headers }: FetchedBody): FetchedPage {
  return { url: finalUrl, body, headers };
}

/** A page that discovery has fetched in this run and that is itself a document need not be asked for again. */
async function takeFromPages({ identity }: FetchWork, { archive, run }: StageContext): Promise<boolean> {
  const page = await archive.pages.get(identity);
  if (page?.checked_run !== run || page.original === null) return false;
  const { original: document_id, content_type, fetched_at, etag, last_modified } = page;
  const bytes = await archive.pages.body(document_id);
  const headers = content_type === null ? {} : { 'content-type': content_type };
  const refused = await captureOfNoDocument(identity, { url: page.final_url, body: bytes, headers });
  if (refused !== null) {
    await archive.captures.record(run, refused, null);
    return true;
  }
  await archive.originals.store(bytes);
  const capture = { ...NOTHING, url: identity, document_id, content_type, fetched_at, etag, last_modified, status: 'ok' };
  await archive.captures.record(run, capture, bytes.length);
  return true;
}

function failedCapture(url: string, problem: Problem): NewCapture {
  return { ...NOTHING, url, status: problemStatus(problem), diagnostics: [fetchDiagnostic('fetch', problem)] };
}

/** The failed capture of an answer that is an error, challenge or placeholder page in place of the document; null where it may be the document. */
async function captureOfNoDocument(url: string, answer: FetchedPage): Promise<NewCapture | null> {
  const { answerProblem } = await import('../../discover/index.js');
  const problem = answerProblem(answer);
  if (problem === null) return null;
  return { ...NOTHING, url, status: problemStatus(problem), diagnostics: [{ ...problem, stage: 'fetch' }] };
}

/** Keeps a body and its capture; of a page sent in place of the document only that it came. */
async function recordBody(work: FetchWork, body: FetchedBody, { archive, run, captureTime }: StageContext): Promise<void> {
  const refused = await captureOfNoDocument(work.identity, fetchedPage(body));
  if (refused !== null) return archive.captures.record(run, refused, null);
  const { sha256 } = await archive.originals.store(body.body);
  const capture: NewCapture = {
    url: work.identity,
    document_id: sha256,
    file_name: body.fileName,
    content_type: body.contentType,
    fetched_at: captureTime(body.fetchedAt),
    status: 'ok',
    etag: body.etag,
    last_modified: body.lastModified,
    diagnostics: [],
  };
  await archive.captures.record(run, capture, body.body.length);
}
