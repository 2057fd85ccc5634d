import { packJson } from '../../archive/index.js';
import { discoverFolder } from '../../discover/index.js';
import { urlIdentity } from '../../fetch/index.js';
import type { Discovery } from '../../model/index.js';
import { newJob } from '../jobs.js';
import { done, type StageContext, type StageOutcome } from '../stageContext.js';
import { discoverySummary } from '../summaries.js';

/** The name under which the listing of a folder source is kept. */
const FOLDER = '.';

/** Lists the folder of the source; each file is fetched. */
export async function discoverFolderStage(context: StageContext): Promise<StageOutcome> {
  const { pipeline, archive, run, keys } = context;
  if (pipeline.source.type !== 'folder') throw new Error('the source is no folder');
  const discovery = await discoverFolder(pipeline.source);
  const key = keys.discovery(discovery);
  await keepDiscovery(key, FOLDER, discovery, context);
  await archive.pages.recordExpansion({ url: FOLDER, variant: '', depth: 0, result: key, run });
  const children = discovery.candidates.map(({ url, file_name }) =>
    newJob({ work: 'fetch', identity: url, url, file_name, referer: null }, url),
  );
  return done(key, children);
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
