import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isPublished, publicationOf, replaceFolder } from '../../src/pipeline/publication.js';

let folder: string;
let output: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fiscus-publication-'));
  output = path.join(folder, 'output');
});
afterEach(async () => rm(folder, { recursive: true }));

/** Puts one file with this text into a folder. */
const writing = (text: string) => (fresh: string) => writeFile(path.join(fresh, 'lines.csv'), text);
const published = () => readFile(path.join(output, 'lines.csv'), 'utf8');

describe('replacing the published folder', () => {
  it('leaves nothing of the folder before', async () => {
    await replaceFolder(output, (fresh) => writeFile(path.join(fresh, 'old.csv'), ''));
    await replaceFolder(output, writing('new'));
    expect([await readdir(folder), await readdir(output)]).toEqual([['output'], ['lines.csv']]);
  });

  it('leaves the folder as it was when writing fails', async () => {
    await replaceFolder(output, writing('old'));
    const failing = replaceFolder(output, () => Promise.reject(new Error('disk full')));
    await expect(failing).rejects.toThrow('disk full');
    expect(await published()).toBe('old');
  });

  it('goes on after a process was killed while it wrote', async () => {
    await mkdir(path.join(folder, '.output.new'));
    await writeFile(path.join(folder, '.output.new', 'half.csv'), 'half');
    await replaceFolder(output, writing('new'));
    expect(await readdir(output)).toEqual(['lines.csv']);
  });

  it('takes the old folder back after a process was killed between the two renames', async () => {
    await mkdir(path.join(folder, '.output.old'));
    await writeFile(path.join(folder, '.output.old', 'lines.csv'), 'old');
    await replaceFolder(output, () => Promise.reject(new Error('disk full'))).catch(() => undefined);
    expect(await published()).toBe('old');
  });
});

describe('a publication', () => {
  it('is recognised while nothing has touched it', async () => {
    await replaceFolder(output, writing('text'));
    expect(await isPublished(await publicationOf(output), output)).toBe(true);
  });

  it('is not recognised when a file has changed', async () => {
    await replaceFolder(output, writing('text'));
    const publication = await publicationOf(output);
    await writeFile(path.join(output, 'lines.csv'), 'tampered');
    expect(await isPublished(publication, output)).toBe(false);
  });

  it('is not recognised when it is gone', async () => {
    expect([existsSync(output), await isPublished({ files: [] }, output)]).toEqual([false, false]);
  });
});
