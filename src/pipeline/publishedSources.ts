import { loadCodebook } from '../codebook/index.js';
import type { DocumentInfo, SaidOfDocument, SourceDiagnostic } from '../dataset/index.js';
import { sourceFacts } from '../interpret/index.js';
import { zDiscovery, zDocumentModel } from '../model/index.js';
import { unmetExpectations } from './expectations.js';
import type { DocumentEntry } from './jobs.js';
import { joinedIds } from './sameOrganization.js';
import type { StageContext } from './stageContext.js';
import { archivedEntries, currentSummaries } from './stages/plan.js';
import { zCheckSummary, zDisclosureSummary, zModelSummary } from './summaries.js';
import { WORK_FAILURES } from './unread.js';

/** Every document of the archive with whether it could be read, and the codes of the errors found in it. */
export async function documentsToPublish(context: StageContext): Promise<DocumentInfo[]> {
  const { archive, keys } = context;
  const sizes = await archive.captures.documentSizes();
  const documents: DocumentInfo[] = [];
  let ids: ReadonlyMap<string, string> | undefined;
  for (const entry of await archivedEntries(context)) {
    const model = await archive.results.summary(keys.extract(entry), zModelSummary);
    if (model === undefined) throw new Error(`the model of ${entry.document_id} is not in the archive`);
    const disclosure = await archive.results.summary(keys.interpret(entry), zDisclosureSummary);
    const check = await archive.results.summary(keys.checkDisclosure(entry), zCheckSummary);
    const reasons = [...new Set([...model.errors, ...(disclosure?.errors ?? []), ...(check?.errors ?? [])])].sort();
    const failed = model.status === 'read' && reasons.some((code) => WORK_FAILURES.includes(code));
    const isUnread = model.status === 'failed' || model.status === 'unsupported';
    if (isUnread) ids ??= await organizationIds(context);
    documents.push({
      document_id: entry.document_id,
      file_name: entry.file_name,
      media_type: model.media_type,
      bytes: sizes.get(entry.document_id) ?? 0,
      pages: model.pages,
      status: failed ? 'failed' : model.status,
      reasons,
      ...(isUnread ? { said: saidOf(entry, ids ?? new Map()) } : {}),
    });
  }
  return documents;
}

/** Whose a document is that could not be read, as its source says, under the id that the organization's other documents have. */
function saidOf({ said }: DocumentEntry, ids: ReadonlyMap<string, string>): SaidOfDocument | null {
  const facts = sourceFacts(said, loadCodebook());
  return facts && { ...facts, organization_id: ids.get(facts.organization_id) ?? facts.organization_id };
}

/** The id under which each organization is published, by its id by name and by its names. */
async function organizationIds(context: StageContext): Promise<Map<string, string>> {
  const members = (await currentSummaries(context)).map(({ summary }) => summary);
  const joined = joinedIds(members);
  const ids = new Map<string, string>();
  for (const { organization_id, names } of members)
    for (const name of [organization_id, ...names]) ids.set(name, joined.get(organization_id) ?? organization_id);
  return ids;
}

/** Stands for all that `sourceDiagnostics` gives, without opening a result: what an unchanged run compares. */
export async function sourceKeys(context: StageContext): Promise<unknown[]> {
  const { archive, keys, run } = context;
  const pages = (await archive.pages.ofRun(run)).map(({ url, diagnostics }) => [url, diagnostics]);
  const expansions = (await archive.pages.expansions(run)).map(({ url, result }) => [url, result]);
  const captures = (await archive.captures.all()).map(({ url, document_id, diagnostics }) => [url, document_id, diagnostics]);
  const models = (await archivedEntries(context)).map((entry) => keys.extract(entry));
  return [pages, expansions, captures, models, await unmetExpectations(context)];
}

/** The diagnostics of the stages before `interpret`: about pages and files by URL, about documents by id. */
export async function sourceDiagnostics(context: StageContext): Promise<SourceDiagnostic[]> {
  const { archive, keys, run } = context;
  const rows: SourceDiagnostic[] = [];
  for (const { url, result } of await archive.pages.expansions(run)) {
    const discovery = await archive.results.get(result, zDiscovery);
    if (discovery === undefined) throw new Error(`what ${url} gave is not in the archive`);
    for (const diagnostic of discovery.diagnostics) rows.push({ document_id: null, url: diagnostic.place.part ?? url, diagnostic });
  }
  for (const { url, diagnostics } of await archive.pages.ofRun(run)) {
    for (const diagnostic of diagnostics) rows.push({ document_id: null, url, diagnostic });
  }
  for (const { url, document_id, diagnostics } of await archive.captures.all()) {
    for (const diagnostic of diagnostics) rows.push({ document_id, url, diagnostic });
  }
  for (const entry of await archivedEntries(context)) {
    const model = await archive.results.get(keys.extract(entry), zDocumentModel);
    for (const diagnostic of model?.diagnostics ?? []) rows.push({ document_id: entry.document_id, url: null, diagnostic });
  }
  for (const diagnostic of await unmetExpectations(context)) rows.push({ document_id: null, url: null, diagnostic });
  return rows;
}
