import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ReportPages } from '../pipeline/index.js';
import { BUILT_ASSETS } from '../report/index.js';

/** Beside the pages: what they were built from. No page reads it. */
export const BUILT_FROM = 'built-from.json';

/** What a report is built from: the dataset (its description has the hash of every file), the code of the pages, and which pages have pictures. */
export async function builtFrom(dataset: string, pages: ReportPages): Promise<string> {
  const files = [path.join(dataset, 'datapackage.json'), path.join(BUILT_ASSETS, 'app.js')];
  const hashes = await Promise.all(
    files.map(async (file) =>
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    ),
  );
  return `${JSON.stringify({ dataset: hashes[0], code: hashes[1], pages })}\n`;
}

/** Whether a folder holds a report built from this. */
export async function isBuiltFrom(folder: string, from: string): Promise<boolean> {
  const file = path.join(folder, BUILT_FROM);
  return existsSync(file) && (await readFile(file, 'utf8')) === from;
}
