import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildDataset, readCsv, writeDataset } from '../../src/dataset/index.js';
import { PUBLISHED_TABLES, zLine } from '../../src/model/index.js';
import { sampleInput } from './sample.js';

const rows = buildDataset(sampleInput);
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fiscus-dataset-'));
});
afterEach(async () => rm(folder, { recursive: true }));

/** Every file of a folder by its path inside it. */
async function contents(root: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const entry of await readdir(root, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    files.set(path.relative(root, file), await readFile(file, 'utf8'));
  }
  return files;
}

describe('writeDataset', () => {
  it('writes a CSV and a JSON lines file for every table and a JSON file for every document', async () => {
    await writeDataset(rows, folder);
    const names = [...(await contents(folder)).keys()].sort();
    const tables = Object.keys(PUBLISHED_TABLES);
    expect(names).toEqual(
      [
        ...tables.map((name) => `${name}.csv`),
        ...tables.map((name) => `json/${name}.jsonl`),
        ...rows.documents.map((document) => `documents/${document.document_id}.json`),
      ].sort(),
    );
  });

  it('gives the same bytes twice', async () => {
    await writeDataset(rows, folder);
    const first = await contents(folder);
    await writeDataset(buildDataset(sampleInput), folder);
    expect(await contents(folder)).toEqual(first);
  });

  it('writes the golden dataset', async () => {
    await writeDataset(rows, folder);
    for (const name of [
      'documents.csv',
      'lines.csv',
      'figures.csv',
      'checks.csv',
      'coverage.csv',
      'statements.csv',
      `documents/${'a'.repeat(64)}.json`,
    ]) {
      await expect(await readFile(path.join(folder, name), 'utf8')).toMatchFileSnapshot(`golden/${path.basename(name)}`);
    }
  });

  it('writes lines that read back', async () => {
    await writeDataset(rows, folder);
    expect(readCsv(zLine, await readFile(path.join(folder, 'lines.csv'), 'utf8'))).toEqual(rows.lines);
  });

  it('writes documents that are JSON with the document’s own rows', async () => {
    await writeDataset(rows, folder);
    const json: unknown = JSON.parse(await readFile(path.join(folder, 'documents', `${'a'.repeat(64)}.json`), 'utf8'));
    expect(json).toMatchObject({ document: rows.documents[0], lines: rows.lines, tables: rows.tables, line_checks: rows.line_checks });
  });

  it('removes documents of an earlier dataset', async () => {
    await mkdir(path.join(folder, 'documents'), { recursive: true });
    await writeFile(path.join(folder, 'documents', 'old.json'), '{}');
    await writeDataset(rows, folder);
    expect(await readdir(path.join(folder, 'documents'))).not.toContain('old.json');
  });

  it('refuses a row that does not fit its schema before any file is written', async () => {
    const broken = { ...rows, lines: rows.lines.map((line) => ({ ...line, amount: '1e5' })) };
    await expect(writeDataset(broken, folder)).rejects.toThrow('lines');
    expect(await readdir(folder)).toEqual([]);
  });
});
