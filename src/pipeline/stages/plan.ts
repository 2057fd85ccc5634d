import type { Membership } from '../../check/index.js';
import { currentDocuments, documentEntries } from '../documentEntries.js';
import { type DocumentEntry, newJob } from '../jobs.js';
import { joinedIds } from '../sameOrganization.js';
import { done, type StageContext, type StageOutcome } from '../stageContext.js';
import { zDisclosureSummary, zModelSummary } from '../summaries.js';
import { isAsPublished } from '../unchanged.js';

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
  if (await isAsPublished(context)) return done(null);
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

/** An organization with the current documents that it published. */
interface Publisher {
  membership: Membership;
  entries: DocumentEntry[];
}

/** The current documents that could be read, each with what its disclosure comes to. */
export async function currentSummaries(context: StageContext) {
  const found = [];
  const current = currentDocuments(await context.archive.captures.all());
  for (const entry of await readEntries(context)) {
    if (!current.has(entry.document_id)) continue;
    const summary = await context.archive.results.summary(context.keys.interpret(entry), zDisclosureSummary);
    if (summary === undefined) throw new Error(`the disclosure of ${entry.document_id} is not in the archive`);
    found.push({ entry, summary });
  }
  return found;
}

/** What each current document says about who published it: versions that were replaced are not checked against new ones. Throws where a document has not been interpreted. */
async function publishers(context: StageContext): Promise<Publisher[]> {
  const found = new Map<string, { names: Set<string>; units: Set<string>; entries: DocumentEntry[] }>();
  const documents = await currentSummaries(context);
  const joined = joinedIds(documents.map(({ summary }) => summary));
  for (const { entry, summary } of documents) {
    const organization_id = joined.get(summary.organization_id);
    const id = organization_id ?? summary.organization_id;
    const known = found.get(id) ?? { names: new Set(), units: new Set(), entries: [] };
    for (const name of summary.names) known.names.add(name);
    for (const unit of summary.units) known.units.add(unit);
    known.entries.push(organization_id === undefined ? entry : { ...entry, organization_id });
    found.set(id, known);
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([organization_id, { names, units, entries }]) => ({
      membership: { organization_id, names: [...names].sort(), units: [...units].sort() },
      entries,
    }));
}

/** Documents that are checked against each other, and whose they are. */
export interface CheckGroup {
  organization_id: string;
  entries: DocumentEntry[];
}

/** The groups of documents to check together: those of each organization, and those of each department together with those of its units. */
export async function checkGroups(context: StageContext): Promise<{ organizations: CheckGroup[]; departments: CheckGroup[] }> {
  const { departmentsOf } = await import('../../check/index.js');
  const all = await publishers(context);
  const entriesOf = new Map(all.map(({ membership, entries }) => [membership.organization_id, entries]));
  return {
    organizations: [...entriesOf].map(([organization_id, entries]) => ({ organization_id, entries })),
    departments: departmentsOf(all.map(({ membership }) => membership)).map(({ department, units }) => ({
      organization_id: department,
      entries: [department, ...units].flatMap((id) => entriesOf.get(id) ?? []),
    })),
  };
}

/** Opens the phase of organizations: the check of each, and of each department with its units, whose documents have changed. */
export async function planOrganizations(context: StageContext): Promise<StageOutcome> {
  if (await isAsPublished(context)) return done(null);
  const { keys, archive } = context;
  const { organizations, departments } = await checkGroups(context);
  const jobs = [
    ...organizations.map((group) => ({
      work: { work: 'check_organization', ...group } as const,
      key: keys.checkOrganization(group.entries),
    })),
    ...departments.map((group) => ({ work: { work: 'check_department', ...group } as const, key: keys.checkDepartment(group.entries) })),
  ];
  const children = [];
  for (const { work, key } of jobs) if (!(await archive.results.has(key))) children.push(newJob(work, key));
  return done(null, children);
}
