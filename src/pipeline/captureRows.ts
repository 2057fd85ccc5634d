import type { Capture } from '../archive/index.js';
import type { Candidate, CaptureRow } from '../model/index.js';
import { bestLinks } from './documentEntries.js';
import type { StageContext } from './stageContext.js';
import { archivedEntries } from './stages/plan.js';
import { ARCHIVE_MEMBER, MEMBER_MARK } from './stages/unpack.js';
import { zModelSummary } from './summaries.js';
import { zUnpacked } from './tasks.js';
import { NOTHING_THERE, sawWholeSource } from './wholeSource.js';

/** Every capture with the best evidence of the links to it, whether it is gone, and what has changed since the one before. */
export async function capturesToPublish(context: StageContext): Promise<CaptureRow[]> {
  const { archive } = context;
  const links = bestLinks(await archive.captures.links());
  const captures = await archive.captures.all();
  const gone = await goneCaptures(captures, context);
  const contents = await changedContents(captures, context);
  return captures.map((capture) => captureRow(capture, evidence(capture.url, links), gone.has(capture), contents.has(capture)));
}

/** The link to a URL; a member of an archive has what the link to the archive says, and the archive as its parent. */
function evidence(url: string, links: ReadonlyMap<string, Candidate>): Candidate | undefined {
  const link = links.get(url);
  if (link?.parent_url == null || !link.score_reasons.includes(ARCHIVE_MEMBER)) return link;
  const outer = evidence(link.parent_url, links);
  return { ...link, link_text: outer?.link_text ?? null, heading: outer?.heading ?? null, listed_date: outer?.listed_date ?? null };
}

function captureRow(capture: Capture, link: Candidate | undefined, gone: boolean, content: boolean): CaptureRow {
  const { url, document_id, fetched_at, status, etag, last_modified, changed } = capture;
  return {
    url,
    document_id,
    fetched_at,
    status: gone ? 'gone' : status,
    etag,
    last_modified,
    link_text: link?.link_text ?? null,
    heading: link?.heading ?? null,
    listed_date: link?.listed_date ?? null,
    parent_url: link?.parent_url ?? null,
    changed: content ? 'content' : changed,
  };
}

/**
 * The captures whose document has vanished: its URL answers that nothing is there, or a run that saw the whole source did not find it. A member of an
 * archive is gone with the archive, or when the archive came without it. What could not be asked for is not gone.
 */
export async function goneCaptures(captures: readonly Capture[], context: StageContext): Promise<Set<Capture>> {
  const { run } = context;
  const whole = await sawWholeSource(context);
  const latest = new Map<string, Capture>();
  const latestDocument = new Map<string, Capture>();
  for (const capture of captures) {
    latest.set(capture.url, capture);
    if (capture.document_id !== null) latestDocument.set(capture.url, capture);
  }
  const isGone = (url: string): boolean => {
    const last = latest.get(url);
    if (last === undefined) return false;
    if (last.checked_run === run) return NOTHING_THERE.includes(last.status);
    const archiveUrl = url.includes(MEMBER_MARK) ? url.slice(0, url.indexOf(MEMBER_MARK)) : undefined;
    const archive = archiveUrl === undefined ? undefined : latest.get(archiveUrl);
    if (archiveUrl === undefined || archive === undefined) return whole;
    return archive.checked_run === run && archive.document_id !== null ? true : isGone(archiveUrl);
  };
  const gone = new Set<Capture>();
  for (const [url, capture] of latestDocument) if (isGone(url)) gone.add(capture);
  for (const [url, capture] of latest) if (capture.checked_run !== run && isGone(url)) gone.add(capture);
  return gone;
}

/** The captures whose document says something else than the one before at the same URL, or may do so because one of the two cannot be read. */
async function changedContents(captures: readonly Capture[], context: StageContext): Promise<Set<Capture>> {
  const changed = captures.filter((capture) => capture.changed === 'bytes');
  if (changed.length === 0) return new Set();
  const contents = await contentReader(context);
  const before = new Map<Capture, string>();
  const last = new Map<string, string>();
  for (const capture of captures) {
    if (capture.document_id === null) continue;
    const previous = last.get(capture.url);
    if (previous !== undefined) before.set(capture, previous);
    last.set(capture.url, capture.document_id);
  }
  const found = new Set<Capture>();
  for (const capture of changed) {
    const was = await contents(before.get(capture) ?? '');
    if (was === null || was !== (await contents(capture.document_id ?? ''))) found.add(capture);
  }
  return found;
}

/** A function that gives what stands for the content of a document: of an archive its members, of a document that was read its texts; else null. */
async function contentReader(context: StageContext): Promise<(document_id: string) => Promise<string | null>> {
  const { archive, keys } = context;
  const entries = new Map((await archivedEntries(context)).map((entry) => [entry.document_id, entry]));
  return async (document_id) => {
    const entry = entries.get(document_id);
    const model = entry && (await archive.results.summary(keys.extract(entry), zModelSummary));
    if (model?.status === 'read') return model.content;
    const unpacked = model?.status === 'unpacked' ? await archive.results.get(keys.unpack(document_id), zUnpacked) : undefined;
    return unpacked === undefined ? null : JSON.stringify(unpacked.members.map((member) => [member.path, member.document_id]).sort());
  };
}
