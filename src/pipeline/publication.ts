import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

/** What a publication consists of: the files of its folder with their sha256. */
export const zPublication = z.object({ files: z.array(z.object({ path: z.string(), sha256: z.string() })) });
export type Publication = z.infer<typeof zPublication>;

/** The files of a folder as they are on the disk, in the order of their paths. */
export async function publicationOf(folder: string): Promise<Publication> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  const files = [];
  for (const name of names.sort()) {
    const sha256 = createHash('sha256')
      .update(await readFile(path.join(folder, name)))
      .digest('hex');
    files.push({ path: name.split(path.sep).join('/'), sha256 });
  }
  return { files };
}

/** Whether a folder still holds exactly this publication. */
export async function isPublished(publication: Publication, folder: string): Promise<boolean> {
  if (!existsSync(folder)) return false;
  return JSON.stringify(await publicationOf(folder)) === JSON.stringify(publication);
}

/**
 * Replaces a folder by what `write` puts into a new one beside it. A reader sees the old folder or the new one, never a mixture; a process killed
 * between the two renames leaves the old one aside, and the next call goes on from there.
 */
export async function replaceFolder(folder: string, write: (fresh: string) => Promise<void>): Promise<void> {
  const beside = (word: string) => path.join(path.dirname(folder), `.${path.basename(folder)}.${word}`);
  const fresh = beside('new');
  const old = beside('old');
  await mkdir(path.dirname(folder), { recursive: true });
  if (!existsSync(folder) && existsSync(old)) await rename(old, folder);
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh);
  await write(fresh);
  await rm(old, { recursive: true, force: true });
  if (existsSync(folder)) await rename(folder, old);
  await rename(fresh, folder);
  await rm(old, { recursive: true, force: true });
}
