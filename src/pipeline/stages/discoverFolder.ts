import { packJson } from '../../archive/index.js';
import { urlIdentity } from '../../fetch/index.js';
import type { Discovery } from '../../model/index.js';
import { newJob } from '../jobs.js';
import { done, type StageContext, type StageOutcome } from '../stageContext.js';
import { discoverySummary } from '../summaries.js';
import { NOTHING, problemStatus } from './answers.js';

/** The name under which is kept what is said of a source as a whole: the listing of a folder, a limit that a site reached. */
export const WHOLE_SOURCE = '.';

/** Lists the folder of the source; each file is fetched. */
export async function discoverFolderStage(context: StageContext): Promise<StageOutcome> {
  const { pipeline, archive, run, keys } = context;
  if (pipeline.source.type !== 'folder') throw new Error('the source is no folder');
  const { discoverFolder } = await import('../../discover/index.js');
  const discovery = await discoverFolder(pipeline.source);
  const key = keys.discovery(discovery);
  await keepDiscovery(key, WHOLE_SOURCE, discovery, context);
  await recordUnread(discovery, context);
  await archive.pages.recordExpansion({ url: WHOLE_SOURCE, variant: '', depth: 0, result: key, run }, discovery.candidates.length);
  const children = discovery.candidates.map(({ url, file_name }) =>
    newJob({ work: 'fetch', identity: url, url, file_name, referer: null }, url),
  );
  return done(key, children);
}

/** A file that the listing leaves out for its size is a failed capture; the diagnostic of why is the listing's. */
async function recordUnread({ diagnostics }: Discovery, { archive, run }: StageContext): Promise<void> {
  for (const { code, place } of diagnostics) {
    if (code !== 'file_too_large' || place.part === undefined) continue;
    await archive.captures.record(run, { ...NOTHING, url: place.part, status: problemStatus({ code }) }, null);
  }
}

/** Keeps what a page or folder gave, and the links it holds. */
export async function keepDiscovery(key: string, subject: string, discovery: Discovery, context: StageContext): Promise<void> {
  const { archive, run } = context;
  await archive.results.put([{ key, stage: 'discover', subject, summary: discoverySummary(discovery), body: packJson(discovery) }]);
  await archive.captures.recordLinks(
    run,
    discovery.candidates.map((candidate) => ({ url: urlIdentity(candidate.url), candidate })),
  );
}
