import path from 'node:path';
import { packJson } from '../../archive/index.js';
import { loadCodebook } from '../../codebook/index.js';
import { buildDataset, type DatasetInput, writePackage } from '../../dataset/index.js';
import { zCheckResult, zDisclosure } from '../../model/index.js';
import { capturesToPublish } from '../captureRows.js';
import type { DocumentEntry } from '../jobs.js';
import { isPublished, type Publication, publicationOf, replaceFolder, zPublication } from '../publication.js';
import { documentsToPublish, sourceDiagnostics, sourceKeys } from '../publishedSources.js';
import type { PublishOutcome } from '../publishOutcome.js';
import { type PlannedRelease, planRelease } from '../release.js';
import { joinedIds, joinOrganizations } from '../sameOrganization.js';
import { done, type StageContext, type StageOutcome } from '../stageContext.js';
import { rememberPublished } from '../unchanged.js';
import { usedCodes } from '../usedCodes.js';
import { checkGroups, currentSummaries, readEntries } from './plan.js';
import { published } from './publish.js';

/**
 * Writes the dataset beside the output folder and puts it in its place. Where nothing has changed since it was published, nothing is written. A version
 * that fails its assertions is kept aside in `NAME.refused`, and what is published stays.
 */
export async function publishDataset(context: StageContext): Promise<StageOutcome> {
  const { archive, keys, outputFolder, pipeline, corrections } = context;
  const documents = await documentsToPublish(context);
  const captures = await capturesToPublish(context);
  const entries = await readEntries(context);
  const { organizations, departments } = await checkGroups(context);
  const checkKeys = [
    ...entries.map((entry) => keys.checkDisclosure(entry)),
    ...organizations.map((group) => keys.checkOrganization(group.entries)),
    ...departments.map((group) => keys.checkDepartment(group.entries)),
  ];
  const { file, report, ...description } = pipeline;
  const inputs = [documents, captures, await sourceKeys(context), entries.map((entry) => keys.interpret(entry)), checkKeys];
  const key = keys.publish([...inputs, description, corrections]);
  const before = await archive.results.get(key, zPublication);
  if (before !== undefined && (await isPublished(before, outputFolder))) {
    await rememberPublished(context, before);
    return await published(key, context);
  }
  const diagnostics = await sourceDiagnostics(context);
  const read = await results(entries, checkKeys, context);
  const codes = usedCodes(
    read.disclosures.flatMap(({ line_codes }) => line_codes),
    loadCodebook(),
  );
  const rows = buildDataset({ documents, captures, codes, corrections, diagnostics, ...read });
  const release = await planRelease(rows, context);
  const refused = release.failures.length > 0 && release.info.forced.length === 0;
  const target = refused ? refusedFolder(outputFolder) : outputFolder;
  let publication: Publication | undefined;
  await replaceFolder(target, async (folder) => {
    await writePackage(rows, release.info, release.history, { spreadsheet: pipeline.release.spreadsheet }, folder);
    publication = await publicationOf(folder);
  });
  if (publication === undefined) throw new Error(`nothing was written to ${target}`);
  if (refused) return await refuse(release, context);
  await keepRelease(release, publication, context);
  await archive.results.put([{ key, stage: 'publish', subject: outputFolder, summary: {}, body: packJson(publication) }]);
  await rememberPublished(context, publication);
  return await published(key, context);
}

/** Where a version that must not be published is kept for a person to look at. */
function refusedFolder(outputFolder: string): string {
  return path.join(path.dirname(outputFolder), `${path.basename(outputFolder)}.refused`);
}

/** Keeps why the run's version was refused. There is no result: nothing was published. */
async function refuse({ failures }: PlannedRelease, { archive, run }: StageContext): Promise<StageOutcome> {
  const version = (await archive.releases.all()).at(-1)?.version ?? null;
  await archive.releases.recordOutcome(run, { version, refused: failures } satisfies PublishOutcome);
  return done(null);
}

/** Keeps the version in the archive, files and all. */
async function keepRelease(release: PlannedRelease, { files }: Publication, { archive, outputFolder }: StageContext): Promise<void> {
  const facts = release.history.at(-1);
  if (facts === undefined) throw new Error('a release without a version');
  const { version, contentHash } = { version: facts.version, contentHash: release.contentHash };
  await archive.releases.add({ version, contentHash, facts, files }, packJson(release.content), outputFolder);
}

/** The disclosures and checks under their keys. Throws where one is missing: nothing is published with a gap. */
async function results(
  entries: readonly DocumentEntry[],
  checkKeys: readonly string[],
  context: StageContext,
): Promise<Pick<DatasetInput, 'disclosures' | 'checks'>> {
  const { archive, keys } = context;
  const ids = joinedIds((await currentSummaries(context)).map(({ summary }) => summary));
  const disclosures = [];
  for (const entry of entries) disclosures.push(required(await archive.results.get(keys.interpret(entry), zDisclosure), entry.document_id));
  const checks = [];
  for (const key of checkKeys) checks.push(required(await archive.results.get(key, zCheckResult), key));
  return joinOrganizations(disclosures, checks, ids);
}

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the result of ${what} is not in the archive`);
  return value;
}
