import { packJson } from '../../archive/index.js';
import { buildDataset, type DatasetInput, writeDataset } from '../../dataset/index.js';
import { zCheckResult, zDisclosure } from '../../model/index.js';
import type { DocumentEntry } from '../jobs.js';
import { isPublished, type Publication, publicationOf, replaceFolder, zPublication } from '../publication.js';
import { capturesToPublish, documentsToPublish, sourceDiagnostics, sourceKeys } from '../publishedSources.js';
import { done, type StageContext, type StageOutcome } from '../stageContext.js';
import { entriesByOrganization, readEntries } from './plan.js';

/** Writes the dataset beside the output folder and puts it in its place. Where nothing has changed since it was published, nothing is written. */
export async function publishStage(context: StageContext): Promise<StageOutcome> {
  const { archive, keys, outputFolder } = context;
  const documents = await documentsToPublish(context);
  const captures = await capturesToPublish(context);
  const entries = await readEntries(context);
  const organizations = [...(await entriesByOrganization(context)).values()];
  const checkKeys = [
    ...entries.map((entry) => keys.checkDisclosure(entry)),
    ...organizations.map((group) => keys.checkOrganization(group)),
  ];
  const key = keys.publish([documents, captures, await sourceKeys(context), entries.map((entry) => keys.interpret(entry)), checkKeys]);
  const before = await archive.results.get(key, zPublication);
  if (before !== undefined && (await isPublished(before, outputFolder))) return done(key);
  const diagnostics = await sourceDiagnostics(context);
  const rows = buildDataset({ documents, captures, diagnostics, ...(await results(entries, checkKeys, context)) });
  let publication: Publication | undefined;
  await replaceFolder(outputFolder, async (folder) => {
    await writeDataset(rows, folder);
    publication = await publicationOf(folder);
  });
  await archive.results.put([{ key, stage: 'publish', subject: outputFolder, summary: {}, body: packJson(publication) }]);
  return done(key);
}

/** The disclosures and checks under their keys. Throws where one is missing: nothing is published with a gap. */
async function results(
  entries: readonly DocumentEntry[],
  checkKeys: readonly string[],
  { archive, keys }: StageContext,
): Promise<Pick<DatasetInput, 'disclosures' | 'checks'>> {
  const disclosures = [];
  for (const entry of entries) disclosures.push(required(await archive.results.get(keys.interpret(entry), zDisclosure), entry.document_id));
  const checks = [];
  for (const key of checkKeys) checks.push(required(await archive.results.get(key, zCheckResult), key));
  return { disclosures, checks };
}

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the result of ${what} is not in the archive`);
  return value;
}
