import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openPageImages, type PageImages, type ReportPages, replaceFolder } from '../pipeline/index.js';
import { buildSite, type DrawPages } from '../report/index.js';
import { BUILT_FROM, builtFrom, isBuiltFrom } from './builtFrom.js';
import { errors } from './errors.js';

export interface SiteReport {
  dataset: string;
  /** The state folder with the originals, for pictures of pages. */
  state: string;
  output: string;
  pages: ReportPages;
}

/** Pixels a point of page images: 110 dots an inch, at which the digits of a printed table are read. */
const SCALE = 110 / 72;
const LINE_EVERY_MS = 5_000;

/** The folder of the pages about a dataset: beside it, because the dataset is replaced and hashed as a whole. */
export function defaultReportFolder(dataset: string): string {
  return `${path.resolve(dataset)}.report`;
}

/** Builds the pages about a published dataset in place of those that are there, and gives the file to open. `unlessBuilt`: those built from the same stay. */
export async function buildSiteReport({ dataset, state, output, pages }: SiteReport, unlessBuilt = false): Promise<string> {
  if (!existsSync(path.join(dataset, 'documents')) || !existsSync(path.join(dataset, 'datapackage.json'))) throw errors.noDataset(dataset);
  if (!(await mayBeReplaced(output))) throw errors.notAReport(output);
  const index = path.join(path.resolve(output), 'index.html');
  const from = await builtFrom(dataset, pages);
  if (unlessBuilt && (await isBuiltFrom(output, from))) return index;
  const images = await openPageImages(state);
  const told = progress();
  try {
    await replaceFolder(path.resolve(output), async (folder) => {
      await buildSite({ dataset, folder, pages, draw: drawing(images), onProgress: told });
      await writeFile(path.join(folder, BUILT_FROM), from);
    });
  } finally {
    await images.close();
  }
  return index;
}

/** Whether a folder is not there, empty, or holds pages of an earlier call: nothing else may be removed. */
async function mayBeReplaced(folder: string): Promise<boolean> {
  if (!existsSync(folder)) return true;
  const names = await readdir(folder);
  return names.length === 0 || (names.includes('index.html') && existsSync(path.join(folder, 'data', 'site.js')));
}

/** Draws pages from the originals; a document whose original is not there has no pictures, which its page says. */
function drawing(images: PageImages): DrawPages {
  return async (document_id, pages) => {
    try {
      const requests = pages.map((page) => ({ page, marks: [] }));
      const drawn = await images.draw(document_id, requests, SCALE, 'grey');
      return drawn?.map(({ png, width, height, scale }) => ({ png, width: width / scale, height: height / scale })) ?? null;
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  };
}

/** Says now and then how far the pages are. */
function progress(): (done: number, documents: number) => void {
  let last = performance.now();
  return (done, documents) => {
    if (performance.now() - last < LINE_EVERY_MS) return;
    last = performance.now();
    process.stderr.write(`report: ${done} of ${documents} documents\n`);
  };
}
