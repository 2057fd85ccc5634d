import { packJson } from '../../archive/index.js';
import type { CheckResult } from '../../model/index.js';
import type { DocumentEntry } from '../jobs.js';
import { done, type StageContext, type StageOutcome } from '../stageContext.js';
import { checkSummary, zCheckSummary } from '../summaries.js';
import { packed } from '../tasks.js';
import { taskDiagnostic } from '../unread.js';

/** Checks one document's disclosure. */
export async function checkDisclosureStage(entry: DocumentEntry, context: StageContext): Promise<StageOutcome> {
  const key = context.keys.checkDisclosure(entry);
  const input = async () => ({ disclosure: await disclosureBody(entry, context) });
  await store(key, entry.document_id, 'checkDisclosure', input, context);
  return done(key);
}

/** Checks the disclosures of one organization against each other. */
export async function checkOrganizationStage(id: string, entries: readonly DocumentEntry[], context: StageContext): Promise<StageOutcome> {
  const key = context.keys.checkOrganization(entries);
  const input = async () => ({ disclosures: await disclosureBodies(entries, context) });
  await store(key, id, 'checkOrganization', input, context);
  return done(key);
}

/** Checks the disclosures of a department against those of its units. */
export async function checkDepartmentStage(id: string, entries: readonly DocumentEntry[], context: StageContext): Promise<StageOutcome> {
  const key = context.keys.checkDepartment(entries);
  const input = async () => ({ disclosures: await disclosureBodies(entries, context) });
  await store(key, `units of ${id}`, 'checkDepartment', input, context);
  return done(key);
}

/** The packed disclosures of documents that are checked together, with the ids of their organizations where these are joined. */
async function disclosureBodies(entries: readonly DocumentEntry[], context: StageContext) {
  return Promise.all(
    entries.map(async (entry) => ({ body: await disclosureBody(entry, context), organization_id: entry.organization_id })),
  );
}

/** The packed disclosure of a document, which must be there: checks are planned after it is. */
async function disclosureBody(entry: DocumentEntry, { archive, keys }: StageContext): Promise<Uint8Array> {
  const body = await archive.results.body(keys.interpret(entry));
  if (body === undefined) throw new Error(`the disclosure of ${entry.document_id} is not in the archive`);
  return body;
}

/** Checks in a child unless the result is there, and keeps it; work that gave none is kept as a result without checks, with the reason. */
async function store(key: string, subject: string, task: string, input: () => Promise<unknown>, context: StageContext): Promise<void> {
  const { archive, pool, pipeline } = context;
  if (await archive.results.has(key)) return;
  const outcome = await pool.run({ task, input: await input(), output: packed(zCheckSummary) });
  if (outcome.type === 'done') return archive.results.put([{ key, stage: 'check', subject, ...outcome.value }]);
  const diagnostics = [taskDiagnostic('check', outcome.code, outcome.detail, pipeline.limits)];
  const result: CheckResult = { checks: [], line_checks: [], proofs: {}, diagnostics };
  await archive.results.put([{ key, stage: 'check', subject, summary: checkSummary(result), body: packJson(result) }]);
}
