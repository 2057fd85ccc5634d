import type { PublishOutcome } from '../publishOutcome.js';
import { done, type StageContext, type StageOutcome } from '../stageContext.js';
import { isAsPublished } from '../unchanged.js';

/** Publishes what the run gave. Where the output folder is known to hold that already, nothing is planned or written, and what writes is not even loaded. */
export async function publishStage(context: StageContext): Promise<StageOutcome> {
  if (await isAsPublished(context)) return published(null, context);
  return (await import('./publishDataset.js')).publishDataset(context);
}

/** The version kept last is what the output folder holds. */
export async function published(key: string | null, { archive, run }: StageContext): Promise<StageOutcome> {
  const version = (await archive.releases.all()).at(-1)?.version ?? null;
  await archive.releases.recordOutcome(run, { version, refused: [] } satisfies PublishOutcome);
  return done(key);
}
