import { currentDocuments, documentEntries } from '../documentEntries.js';
import { type DocumentEntry, newJob } from '../jobs.js';
import { done, type StageContext, type StageOutcome } from '../stageContext.js';
import { zDisclosureSummary, zModelSummary } from '../summaries.js';

/** All documents of the archive as the later stages see them. */
export async function archivedEntries({ archive }: StageContext): Promise<DocumentEntry[]> {
  return documentEntries(await archive.captures.all(), await archive.captures.links());
}

/** Whether the document's model holds something to interpret; undefined where there is no model yet. */
export async function isRead(entry: DocumentEntry, { archive, keys }: StageContext): Promise<boolean | undefined> {
  const summary = await archive.results.summary(keys.extract(entry), zModelSummary);
  return summary && summary.status === 'read';
}

/** The documents that could be read: those with a disclosure and checks. */
export async function readEntries(context: StageContext): Promise<DocumentEntry[]> {
  const entries = [];
  for (const entry of await archivedEntries(context)) if (await isRead(entry, context)) entries.push(entry);
  return entries;
}

/** Opens the phase of documents: for each document the first stage whose result is missing. */
export async function planDocuments(context: StageContext): Promise<StageOutcome> {
  const { keys, archive } = context;
  const children = [];
  for (const entry of await archivedEntries(context)) {
    const read = await isRead(entry, context);
    if (read === false) continue;
    if (read === undefined) children.push(newJob({ work: 'extract', entry, phase: 'documents' }, keys.extract(entry)));
    else if (!(await archive.results.has(keys.interpret(entry)))) {
      children.push(newJob({ work: 'interpret', entry }, keys.interpret(entry)));
    } else if (!(await archive.results.has(keys.checkDisclosure(entry)))) {
      children.push(newJob({ work: 'check_disclosure', entry }, keys.checkDisclosure(entry)));
    }
  }
  return done(null, children);
}

/** The current documents of each organization, in the order of ids: versions that were replaced are not checked against new ones. Throws where a document has not been interpreted. */
export async function entriesByOrganization(context: StageContext): Promise<Map<string, DocumentEntry[]>> {
  const organizations = new Map<string, DocumentEntry[]>();
  const current = currentDocuments(await context.archive.captures.all());
  for (const entry of await readEntries(context)) {
    if (!current.has(entry.document_id)) continue;
    const summary = await context.archive.results.summary(context.keys.interpret(entry), zDisclosureSummary);
    if (summary === undefined) throw new Error(`the disclosure of ${entry.document_id} is not in the archive`);
    const entries = organizations.get(summary.organization_id) ?? [];
    entries.push(entry);
    organizations.set(summary.organization_id, entries);
  }
  return new Map([...organizations].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Opens the phase of organizations: the check of each whose documents have changed. */
export async function planOrganizations(context: StageContext): Promise<StageOutcome> {
  const children = [];
  for (const [organization_id, entries] of await entriesByOrganization(context)) {
    const key = context.keys.checkOrganization(entries);
    if (await context.archive.results.has(key)) continue;
    children.push(newJob({ work: 'check_organization', organization_id, entries }, key));
  }
  return done(null, children);
}
