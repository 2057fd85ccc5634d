import type { z } from 'zod';
import { packJson } from '../archive/index.js';
import { isPublished, type Publication, zPublication } from './publication.js';
import { hashOf } from './resultKeys.js';
import type { StageContext } from './stageContext.js';

/** A hash of all that the stages after the harvest depend on: what it found, the plan of the run, reviewers' decisions, and which readings there are. */
async function stateKey(context: StageContext, what: string): Promise<string> {
  const { archive, run, fingerprint, corrections, pipeline } = context;
  context.harvested ??= archive.harvestDigest(run);
  return hashOf(what, fingerprint, pipeline.name, corrections, await context.harvested, await archive.results.countReadings());
}

/**
 * Whether the output folder holds what this run would publish: the harvest found everything as it was when that was published, and neither plan nor decisions have
 * changed since. Nothing has to be planned, read or published then, and no result is opened to know it.
 */
export async function isAsPublished(context: StageContext): Promise<boolean> {
  // Once it is so it stays so: this run then makes nothing new.
  if (context.asPublished) return true;
  const publication = await context.archive.results.get(await stateKey(context, 'published'), zPublication);
  context.asPublished = publication !== undefined && (await isPublished(publication, context.outputFolder));
  return context.asPublished;
}

/** Remembers that the output folder holds what the present state gives. */
export async function rememberPublished(context: StageContext, publication: Publication): Promise<void> {
  const { archive, outputFolder } = context;
  const body = packJson(publication);
  await archive.results.put([{ key: await stateKey(context, 'published'), stage: 'publish', subject: outputFolder, summary: {}, body }]);
}

/** What `compute` gives of the documents in the present state; computed once a state, however many runs find it again. */
export async function ofState<S extends z.ZodType>(
  what: string,
  schema: S,
  compute: () => Promise<z.infer<S>>,
  context: StageContext,
): Promise<z.infer<S>> {
  const { archive } = context;
  const key = await stateKey(context, what);
  const known = await archive.results.get(key, schema);
  if (known !== undefined) return known;
  const value = await compute();
  await archive.results.put([{ key, stage: 'publish', subject: what, summary: {}, body: packJson(value) }]);
  return value;
}
