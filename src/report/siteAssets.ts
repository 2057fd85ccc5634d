import { copyFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where `npm run build` puts the code of the pages: beside the compiled room. */
export const BUILT_ASSETS = fileURLToPath(new URL('../../dist/report/site/', import.meta.url));

/** Copies the code of the pages into a site. Throws where it is not built. */
export async function copyAssets(from: string, folder: string): Promise<void> {
  for (const name of (await readdir(from)).sort()) await copyFile(path.join(from, name), path.join(folder, name));
}
