import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Archive, openArchive, packJson } from '../../src/archive/index.js';

let folder: string;
let published: string;
let archive: Archive;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fiscus-archive-'));
  published = path.join(folder, 'published');
  await mkdir(path.join(published, 'json'), { recursive: true });
  archive = await openArchive(path.join(folder, 'state'));
});
afterEach(async () => {
  await archive.close();
  await rm(folder, { recursive: true });
});

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Publishes two files and keeps them as a version. */
async function release(version: string, lines: string): Promise<void> {
  const texts = new Map([
    ['lines.csv', lines],
    ['json/lines.jsonl', '{}\n'],
  ]);
  for (const [name, text] of texts) await writeFile(path.join(published, name), text);
  const files = [...texts].map(([name, text]) => ({ path: name, sha256: sha256(text) }));
  await archive.releases.add({ version, contentHash: sha256(lines), facts: { version }, files }, packJson({ lines }), published);
}

describe('releases', () => {
  it('gives back the files of every version', async () => {
    await release('1.0.0', 'a\r\n');
    await release('1.0.1', 'b\r\n');
    const target = path.join(folder, 'old');
    await archive.releases.restore('1.0.0', target);
    expect(await readFile(path.join(target, 'lines.csv'), 'utf8')).toBe('a\r\n');
  });

  it('lists versions in the order of their publication', async () => {
    for (const version of ['1.9.0', '1.10.0', '2.0.0']) await release(version, version);
    expect((await archive.releases.all()).map(({ version }) => version)).toEqual(['1.9.0', '1.10.0', '2.0.0']);
  });

  it('keeps a file that versions share once', async () => {
    await release('1.0.0', 'a');
    await release('1.0.1', 'b');
    const objects = await readdir(path.join(folder, 'state/releases'), { recursive: true, withFileTypes: true });
    expect(objects.filter((entry) => entry.isFile())).toHaveLength(3);
  });

  it('gives the content of a version', async () => {
    await release('1.0.0', 'a');
    expect(await archive.releases.content('1.0.0', z.object({ lines: z.string() }))).toEqual({ lines: 'a' });
  });

  it('writes into no folder that holds something', async () => {
    await release('1.0.0', 'a');
    await expect(archive.releases.restore('1.0.0', published)).rejects.toThrow('is not empty');
  });

  it('says which version it does not have', async () => {
    await expect(archive.releases.restore('3.0.0', path.join(folder, 'x'))).rejects.toThrow('version 3.0.0 is not in the archive');
  });
});
