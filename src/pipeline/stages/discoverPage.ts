import { type ArchivedPage, sha256Of } from '../../archive/index.js';
import { type FetchOutcome, sniffMediaType, urlIdentity } from '../../fetch/index.js';
import { type Discovery, type WebSource, zDiscovery } from '../../model/index.js';
import { newJob, type PagePosition } from '../jobs.js';
import { done, type PageAnswer, type StageAgain, type StageContext, type StageOutcome } from '../stageContext.js';
import { again, fetchDiagnostic, problemStatus, UNASKED_304 } from './answers.js';
import { keepDiscovery, WHOLE_SOURCE } from './discoverFolder.js';

/** Media types that hold links to follow; anything else behind a page link is itself a document. */
const PAGE_TYPES = new Set(['text/html', 'application/xhtml+xml', 'text/plain', 'text/xml', 'application/xml', 'application/json']);

/** What tells a page from a document lies at its beginning. */
const HEAD = 65_536;

/** Opens the start pages of a web source. */
export async function discoverSiteStage({ pipeline: { source } }: StageContext): Promise<StageOutcome> {
  if (source.type !== 'web') throw new Error('the source is no site');
  const start = source.start.map(({ url, role }) => ({ url, role, depth: 0, trail: 0, link_text: null, listed_date: null, referer: null }));
  return done(
    null,
    start.map((page) => pageJob(page, urlIdentity(page.url))),
  );
}

/**
 * Follows one page: what it links to is fetched, what it leads to is followed. The same page reached over links with other words or nearer to the
 * start is read again (not fetched again), so that what is found does not depend on which link was followed first.
 */
export async function discoverPageStage(position: PagePosition, lastAttempt: boolean, context: StageContext): Promise<StageOutcome> {
  const { pipeline, archive, keys, run } = context;
  const { source } = pipeline;
  if (source.type !== 'web') throw new Error('the source is no site');
  const identity = urlIdentity(position.url);
  const variant = variantOf(position);
  const before = await archive.pages.expansion(identity, variant);
  if (before?.run === run && before.depth < position.depth) return done(before.result);
  const answer = await fetchPage(identity, position, lastAttempt, context);
  if (answer === null) return refusePage(source, context);
  if ('type' in answer) return answer;
  context.pageBudget.recorded(identity);
  const { page } = answer;
  if (page.original === null) return done(null);
  const key = keys.discoverPage(page.original, page.final_url, variant, source);
  const known = before?.result === key ? await archive.results.get(key, zDiscovery) : undefined;
  if (known !== undefined) return followed(key, known, identity, position, source, context);
  const body = answer.body ?? (await archive.pages.body(page.original));
  if (!PAGE_TYPES.has(sniffMediaType(body.subarray(0, HEAD), { contentType: page.content_type }).mediaType))
    return documentBehindLink(identity, position, context);
  const discovery = (await archive.results.get(key, zDiscovery)) ?? (await read(page, body, position, source));
  await keepDiscovery(key, identity, discovery, context);
  return followed(key, discovery, identity, position, source, context);
}

/** What a page gave is followed. Where the page gave the same the time before, result and links are kept already. */
async function followed(
  key: string,
  discovery: Discovery,
  identity: string,
  position: PagePosition,
  source: WebSource,
  { archive, run }: StageContext,
): Promise<StageOutcome> {
  const links = discovery.candidates.length + discovery.pages.length;
  await archive.pages.recordExpansion({ url: identity, variant: variantOf(position), depth: position.depth, result: key, run }, links);
  return done(key, following(discovery, position, source));
}

/** A page over the limit of the source is not asked for. That the limit was reached is said once, of the source. */
async function refusePage({ start, max_pages }: WebSource, context: StageContext): Promise<StageOutcome> {
  const message = `the source leads to more than max_pages ${max_pages} pages; the rest is not read: raise it, or narrow include_urls and exclude_urls`;
  const place = { part: start[0]?.url ?? WHOLE_SOURCE };
  const discovery: Discovery = {
    candidates: [],
    pages: [],
    diagnostics: [{ stage: 'discover', code: 'page_limit_reached', severity: 'error', place, message }],
  };
  const key = context.keys.discovery(discovery);
  await keepDiscovery(key, WHOLE_SOURCE, discovery, context);
  await context.archive.pages.recordExpansion({ url: WHOLE_SOURCE, variant: '', depth: 0, result: key, run: context.run }, 0);
  return done(key);
}

/** What the link to a page said; part of what the page means. */
function variantOf({ role, link_text, listed_date }: PagePosition): string {
  return JSON.stringify([role, link_text, listed_date]);
}

async function read(
  { final_url, content_type }: ArchivedPage,
  body: Buffer,
  { role, link_text, listed_date }: PagePosition,
  source: WebSource,
): Promise<Discovery> {
  const { discoverPage } = await import('../../discover/index.js');
  const headers = content_type === null ? {} : { 'content-type': content_type };
  return discoverPage({ url: final_url, body, headers, role, from: { link_text, listed_date } }, source);
}

function pageJob(page: PagePosition, identity: string) {
  return newJob({ work: 'discover_page', page }, `${identity} ${page.depth} ${variantOf(page)}`);
}

/** The jobs for what a page gives: its documents, and its further pages within the limits of the source. */
function following(discovery: Discovery, { depth, trail, url }: PagePosition, source: WebSource) {
  const documents = discovery.candidates.map((candidate) => {
    const identity = urlIdentity(candidate.url);
    return newJob({ work: 'fetch', identity, url: candidate.url, file_name: candidate.file_name, referer: candidate.parent_url }, identity);
  });
  const pages = discovery.pages.map(({ paging, ...link }) => ({
    url: link.url,
    role: link.role,
    depth: paging === true ? depth : depth + 1,
    trail: paging === true ? trail + 1 : 0,
    link_text: link.link_text,
    listed_date: link.listed_date,
    referer: url,
  }));
  const followed = pages.filter((page) => page.depth <= source.max_depth && page.trail < source.max_list_pages);
  return [...documents, ...followed.map((page) => pageJob(page, urlIdentity(page.url)))];
}

/** A link that promised a page and led to a file: the file is a document with what the link said as its evidence. */
async function documentBehindLink(
  identity: string,
  { url, link_text, listed_date, referer }: PagePosition,
  { archive, run }: StageContext,
) {
  const file_name = decodeURIComponentSafe(new URL(url).pathname.split('/').at(-1) ?? '') || identity;
  const evidence = { link_text, heading: null, listed_date, parent_url: referer, score: 0, score_reasons: ['page_link_to_file'] };
  await archive.captures.recordLinks(run, [{ url: identity, candidate: { url, file_name, ...evidence } }]);
  return done(null, [newJob({ work: 'fetch', identity, url, file_name, referer }, identity)]);
}

/** A percent-encoded path segment as text; as it is where it is no valid UTF-8. */
function decodeURIComponentSafe(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The page as it is in this run, asked for once; an outcome instead where the server has to be asked again later, null where the source has its limit of pages. */
async function fetchPage(identity: string, position: PagePosition, lastAttempt: boolean, context: StageContext) {
  const { archive, run, pageRequests, pageBudget } = context;
  return pageRequests.run(identity, async () => {
    const known = await archive.pages.get(identity);
    if (known?.checked_run === run) return { page: known, body: null };
    if (!pageBudget.admit(identity)) return null;
    return askForPage(identity, position, known, lastAttempt, context);
  });
}

/** Asks a server for a page, conditionally where its bytes are held, and keeps what it says. */
async function askForPage(
  identity: string,
  { url, referer }: PagePosition,
  known: ArchivedPage | undefined,
  lastAttempt: boolean,
  { archive, fetcher, run, captureTime, signal, pipeline: { source } }: StageContext,
): Promise<PageAnswer | StageAgain> {
  if (fetcher === null) throw new Error('a web source needs a fetcher');
  const held = known !== undefined && known.original !== null && (await archive.pages.hasBody(known.original)) ? known : undefined;
  const answer = await fetcher.fetch({ url, etag: held?.etag, lastModified: held?.last_modified, referer, signal });
  signal?.throwIfAborted();
  if (answer.type === 'failed' && answer.retryable && !lastAttempt) return again(answer);
  if (answer.type === 'ok') await archive.pages.keepBody(sha256Of(answer.body), answer.body);
  if (answer.type === 'not_modified' && held?.status === 'ok' && held.final_url === answer.finalUrl) {
    await archive.pages.markUnchanged(run, identity);
    return { page: { ...held, checked_run: run }, body: null };
  }
  const isStart = source.type === 'web' && source.start.some((start) => urlIdentity(start.url) === identity);
  const page = { ...pageOf(answer, held, captureTime, isStart), url: identity, final_url: answer.finalUrl, checked_run: run };
  await archive.pages.put(page);
  return { page, body: answer.type === 'ok' ? answer.body : null };
}

type PageState = Omit<ArchivedPage, 'url' | 'final_url' | 'checked_run'>;

/** What the catalogue keeps of an answer. `isStart`: the source begins with this page. */
function pageOf(
  answer: FetchOutcome,
  held: ArchivedPage | undefined,
  captureTime: StageContext['captureTime'],
  isStart: boolean,
): PageState {
  if (answer.type === 'ok') {
    const { contentType: content_type, etag, lastModified: last_modified } = answer;
    return {
      original: sha256Of(answer.body),
      content_type,
      fetched_at: captureTime(answer.fetchedAt),
      etag,
      last_modified,
      status: 'ok',
      diagnostics: [],
    };
  }
  if (answer.type === 'not_modified' && held !== undefined) return held;
  const problem = answer.type === 'failed' ? answer : UNASKED_304;
  const diagnostics = [fetchDiagnostic('discover', problem, isStart)];
  return {
    original: null,
    content_type: null,
    fetched_at: null,
    etag: null,
    last_modified: null,
    status: problemStatus(problem),
    diagnostics,
  };
}
