import { packJson } from '../../archive/index.js';
import { sniffMediaType } from '../../fetch/index.js';
import { type DocumentEntry, newJob } from '../jobs.js';
import { maxBytesOf } from '../maxBytes.js';
import { done, type StageContext, type StageOutcome } from '../stageContext.js';
import { modelSummary, zModelSummary } from '../summaries.js';
import { type DocumentInput, packed } from '../tasks.js';
import { taskDiagnostic, unreadModel } from '../unread.js';
import { isRead } from './plan.js';

/** Reads an archived original into a DocumentModel. In the phase of documents, interpretation follows at once. */
export async function extractStage(entry: DocumentEntry, phase: 'harvest' | 'documents', context: StageContext): Promise<StageOutcome> {
  const key = context.keys.extract(entry);
  if (!(await context.archive.results.has(key))) await store(key, entry, context);
  const follows = phase === 'documents' && (await isRead(entry, context));
  return done(key, follows ? [newJob({ work: 'interpret', entry }, context.keys.interpret(entry))] : []);
}

/** Runs the reader in a child and keeps the model; work that gave none is kept as a model with the reason. */
async function store(key: string, entry: DocumentEntry, { archive, pool, pipeline }: StageContext): Promise<void> {
  const sha256 = entry.document_id;
  const input: DocumentInput = {
    file: archive.originals.pathOf(sha256),
    sha256,
    fileName: entry.file_name,
    contentType: entry.content_type,
    maxBytes: maxBytesOf(pipeline.source),
    secondReader: pipeline.second_reader,
  };
  const outcome = await pool.run({ task: 'extract', input, output: packed(zModelSummary) });
  if (outcome.type === 'done') return archive.results.put([{ key, stage: 'extract', subject: sha256, ...outcome.value }]);
  const diagnostic = taskDiagnostic('extract', outcome.code, outcome.detail, pipeline.limits);
  const { mediaType } = sniffMediaType(await archive.originals.read(sha256), {
    fileName: entry.file_name,
    contentType: entry.content_type,
  });
  const model = unreadModel(sha256, mediaType, diagnostic);
  await archive.results.put([{ key, stage: 'extract', subject: sha256, summary: modelSummary(model), body: packJson(model) }]);
}
