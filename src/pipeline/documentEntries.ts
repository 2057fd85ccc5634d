import type { Capture, Link } from '../archive/index.js';
import type { Candidate, SourceEvidence } from '../model/index.js';
import type { DocumentEntry } from './jobs.js';
import { ARCHIVE_MEMBER, MEMBER_MARK } from './stages/unpack.js';

/** The best evidence for each URL: the link with the highest score; of equal ones that of the first parent page in the order of URLs. */
export function bestLinks(links: readonly Link[]): Map<string, Candidate> {
  const best = new Map<string, Candidate>();
  for (const { url, candidate } of links) {
    const known = best.get(url);
    if (known === undefined || candidate.score > known.score) best.set(url, candidate);
  }
  return best;
}

/**
 * Every document ever captured, once, in the order of ids. Its name and declared type are those of the capture that came first: by run, then by
 * URL, so that the order in which concurrent fetches end does not matter.
 */
export function documentEntries(captures: readonly Capture[], links: readonly Link[]): DocumentEntry[] {
  const names = bestLinks(links);
  const first = new Map<string, Capture>();
  for (const capture of captures) {
    if (capture.document_id === null) continue;
    const known = first.get(capture.document_id);
    if (known === undefined || capture.first_run < known.first_run) first.set(capture.document_id, capture);
  }
  return [...first]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([document_id, { url, file_name, content_type }]) => {
      const name = file_name ?? names.get(url)?.file_name ?? url;
      return { document_id, file_name: name, content_type, said: sourceEvidence(url, name, names) };
    });
}

const MOST_TEXTS = 8;
const LONGEST_TEXT = 200;

/** What the links to a document say of it, nearest first; a member of an archive has its folders there and what the link to the archive says besides. */
function sourceEvidence(url: string, file_name: string, links: ReadonlyMap<string, Candidate>): SourceEvidence {
  const link = links.get(url);
  const inArchive = link?.parent_url != null && link.score_reasons.includes(ARCHIVE_MEMBER);
  const outer = inArchive ? links.get(link.parent_url ?? '') : undefined;
  const folders = inArchive
    ? url
        .slice(url.lastIndexOf(MEMBER_MARK) + MEMBER_MARK.length)
        .split('/')
        .slice(0, -1)
        .reverse()
    : [];
  const texts = [link?.link_text, file_name, link?.heading, ...folders, outer?.link_text, outer?.file_name, outer?.heading];
  const said = texts.filter((text): text is string => text != null && text !== '' && text.length <= LONGEST_TEXT);
  return { texts: [...new Set(said)].slice(0, MOST_TEXTS), department: link?.department ?? outer?.department ?? null };
}

/** The documents that are the latest version at one URL at least; the others have been replaced at every URL that gave them. */
export function currentDocuments(captures: readonly Capture[]): Set<string> {
  const latest = new Map<string, string>();
  for (const { url, document_id } of captures) if (document_id !== null) latest.set(url, document_id);
  return new Set(latest.values());
}
