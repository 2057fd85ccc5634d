import { packJson, unpackJson } from '../../archive/index.js';
import { zDisclosure, zDocumentModel } from '../../model/index.js';
import { type DocumentEntry, newJob } from '../jobs.js';
import { done, type StageContext, type StageOutcome } from '../stageContext.js';
import { zDisclosureSummary } from '../summaries.js';
import { packed } from '../tasks.js';
import { taskDiagnostic } from '../unread.js';

/** Interprets a document's model; its check follows. */
export async function interpretStage(entry: DocumentEntry, context: StageContext): Promise<StageOutcome> {
  const key = context.keys.interpret(entry);
  if (!(await context.archive.results.has(key))) await store(key, entry, context);
  return done(key, [newJob({ work: 'check_disclosure', entry }, context.keys.checkDisclosure(entry))]);
}

/**
 * Interprets in a child and keeps the disclosure. Where that gives none, what is kept is the interpretation of the same document without its
 * blocks (facts from the name alone) with the reason: a document is never lost from the dataset.
 */
async function store(key: string, entry: DocumentEntry, { archive, pool, keys, pipeline }: StageContext): Promise<void> {
  const modelKey = keys.extract(entry);
  const model = await archive.results.body(modelKey);
  if (model === undefined) throw new Error(`the model ${modelKey} of ${entry.document_id} is not in the archive`);
  const subject = entry.document_id;
  const evidence = { fileName: entry.file_name, said: entry.said, hints: pipeline.mapping };
  const run = (body: Uint8Array) =>
    pool.run({ task: 'interpret', input: { model: body, ...evidence }, output: packed(zDisclosureSummary) });
  const outcome = await run(model);
  if (outcome.type === 'done') return archive.results.put([{ key, stage: 'interpret', subject, ...outcome.value }]);
  const bare = await run(packJson({ ...unpackJson(model, zDocumentModel), blocks: [] }));
  if (bare.type === 'failed') throw new Error(`interpret failed even without blocks: ${bare.code} ${bare.detail}`);
  const disclosure = unpackJson(bare.value.body, zDisclosure);
  const { disclosureSummary } = await import('../disclosureSummary.js');
  disclosure.diagnostics.push(taskDiagnostic('interpret', outcome.code, outcome.detail, pipeline.limits));
  await archive.results.put([{ key, stage: 'interpret', subject, summary: disclosureSummary(disclosure), body: packJson(disclosure) }]);
}
