import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discoverFolder, readFolderFile } from '../../src/discover/index.js';
import { type FolderSource, zFolderSource } from '../../src/model/index.js';
import { samplesFolder } from '../shared.js';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'fiscus-folder-'));
});
afterEach(() => rm(root, { recursive: true }));

/** A source on the test's folder. */
function source(overrides: Record<string, unknown> = {}): FolderSource {
  return zFolderSource.parse({ type: 'folder', path: root, ...overrides });
}

/** Writes files (with their folders) of one byte each. */
async function put(...files: string[]): Promise<void> {
  for (const file of files) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), 'x');
  }
}

/** The paths that discovery gives. */
async function found(overrides: Record<string, unknown> = {}): Promise<string[]> {
  return (await discoverFolder(source(overrides))).candidates.map((candidate) => candidate.url);
}

describe('a folder source', () => {
  it('gives its files in the order of their paths', async () => {
    await put('b.pdf', 'a/z.pdf', 'a.pdf', '2024/预算.docx', 'B.pdf');
    expect(await found()).toEqual(['2024/预算.docx', 'B.pdf', 'a.pdf', 'a/z.pdf', 'b.pdf']);
  });

  it('takes only what include names', async () => {
    await put('a.pdf', 'b.txt', 'deep/c.pdf');
    expect(await found({ include: ['**/*.pdf'] })).toEqual(['a.pdf', 'deep/c.pdf']);
  });

  it('reads the top level only where include is *', async () => {
    await put('a.pdf', 'deep/c.pdf');
    expect(await found({ include: ['*'] })).toEqual(['a.pdf']);
  });

  it('leaves out what exclude names', async () => {
    await put('a.pdf', 'README.md', 'old/b.pdf');
    expect(await found({ exclude: ['README*', 'old/**'] })).toEqual(['a.pdf']);
  });

  it('leaves out hidden files and what editors leave behind', async () => {
    await put('a.docx', '.DS_Store', '~$a.docx', '.git/config', 'Thumbs.db');
    expect(await found()).toEqual(['a.docx']);
  });

  it('does not follow a symbolic link out of the folder', async () => {
    await put('a.pdf');
    await symlink('/etc', path.join(root, 'etc'));
    await symlink('/etc/hostname', path.join(root, 'hostname.txt'));
    const discovery = await discoverFolder(source());
    expect(discovery.candidates.map((candidate) => candidate.url)).toEqual(['a.pdf']);
    expect(discovery.diagnostics.map((diagnostic) => diagnostic.code)).toEqual(['not_a_regular_file', 'not_a_regular_file']);
  });

  it('reports a file over the size limit', async () => {
    await writeFile(path.join(root, 'big.pdf'), Buffer.alloc(2000));
    const discovery = await discoverFolder(source({ max_bytes: 1000 }));
    expect(discovery.diagnostics.map((diagnostic) => diagnostic.code)).toContain('file_too_large');
    expect(discovery.candidates).toEqual([]);
  });

  it('reports folders that are too deep', async () => {
    await put('a/b/c/d.pdf');
    expect((await discoverFolder(source({ max_depth: 2 }))).diagnostics[0]).toMatchObject({ code: 'folder_too_deep' });
  });

  it('reports more files than it may have, and gives the first of them', async () => {
    await put('a.pdf', 'b.pdf', 'c.pdf');
    const discovery = await discoverFolder(source({ max_files: 2 }));
    expect(discovery.candidates.map((candidate) => candidate.url)).toEqual(['a.pdf', 'b.pdf']);
    expect(discovery.diagnostics.map((diagnostic) => diagnostic.code)).toEqual(['too_many_files']);
  });

  it('is an alarm where nothing matches', async () => {
    expect((await discoverFolder(source())).diagnostics.map((diagnostic) => diagnostic.code)).toEqual(['nothing_found']);
  });

  it('gives the four forms of the sample disclosure', async () => {
    expect(await found({ path: samplesFolder, include: ['*'], exclude: ['README*'] })).toEqual([
      'xushui-2024.docx',
      'xushui-2024.html',
      'xushui-2024.pdf',
      'xushui-2024.txt',
    ]);
  });
});

describe('reading a file of a folder source', () => {
  it('gives its bytes', async () => {
    await put('2024/a.pdf');
    expect((await readFolderFile(source(), '2024/a.pdf')).toString()).toBe('x');
  });

  it.each(['../outside.txt', '/etc/hostname', 'a/../../outside.txt', '.', ''])('refuses %s', async (inside) => {
    await expect(readFolderFile(source(), inside)).rejects.toThrow();
  });

  it('refuses a symbolic link that took the place of the file', async () => {
    await symlink('/etc/hostname', path.join(root, 'a.txt'));
    await expect(readFolderFile(source(), 'a.txt')).rejects.toThrow(/outside/);
  });

  it('refuses a file over the size limit', async () => {
    await writeFile(path.join(root, 'big.pdf'), Buffer.alloc(2000));
    await expect(readFolderFile(source({ max_bytes: 1000 }), 'big.pdf')).rejects.toThrow(/max_bytes/);
  });
});
