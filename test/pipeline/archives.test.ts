import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { zipOf } from '../builders/zip.js';
import { readPipeline, runPipeline } from '../builtPipeline.js';
import { budgetPage } from './budgetPage.js';
import { publishedTable } from './publishedTable.js';

let folder: string;
let output: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fiscus-archives-'));
  output = path.join(folder, 'out');
  await mkdir(path.join(folder, 'documents'));
  await writeFile(path.join(folder, 'p.yaml'), 'name: p\ntitle: p\nsource: { type: folder, path: documents }\n');
});
afterEach(() => rm(folder, { recursive: true }));

const page = (organization: string, amount?: string) => ({
  name: iconv.encode(`${organization}/2024年部门预算.html`, 'gb18030'),
  bytes: Buffer.from(budgetPage(organization, amount)),
});
const put = (archive: Buffer) => writeFile(path.join(folder, 'documents/预算.zip'), archive);
const run = async () =>
  runPipeline(await readPipeline(path.join(folder, 'p.yaml')), {
    stateFolder: path.join(folder, 'state'),
    outputFolder: output,
    workers: 1,
  });
const captures = async () =>
  (await publishedTable(output, 'captures')).map(({ url, status, changed, parent_url }) => [url, status, changed ?? '', parent_url ?? '']);

describe('an archive of a source', () => {
  it('is a document whose members are documents with the archive as their parent', async () => {
    await put(zipOf([page('甲局'), page('乙局', '7')]));
    const report = await run();
    const documents = (await publishedTable(output, 'documents')).map(({ file_name, status }) => [file_name, status]);
    expect(report.failed).toEqual([]);
    expect(documents.sort()).toEqual([
      ['2024年部门预算.html', 'read'],
      ['2024年部门预算.html', 'read'],
      ['预算.zip', 'unpacked'],
    ]);
    expect(await captures()).toEqual([
      ['预算.zip', 'ok', '', ''],
      ['预算.zip!/乙局/2024年部门预算.html', 'ok', '', '预算.zip'],
      ['预算.zip!/甲局/2024年部门预算.html', 'ok', '', '预算.zip'],
    ]);
  });

  it('that is damaged is reported, and what could be unpacked is there', async () => {
    await put(zipOf([page('甲局'), { name: 'b.html', bytes: Buffer.from('b'), packed: Buffer.from('no deflate') }]));
    await run();
    const codes = (await publishedTable(output, 'diagnostics')).filter((row) => row.stage === 'fetch').map(({ url, code }) => [url, code]);
    expect([codes, (await captures()).length]).toEqual([[['预算.zip', 'damaged_archive']], 2]);
  });

  it('that was only packed again has other bytes and the same content', async () => {
    await put(zipOf([page('甲局')], 1));
    await run();
    await put(zipOf([page('甲局')], 2));
    await run();
    expect((await captures()).map(([url, status, changed]) => [url, status, changed])).toEqual([
      ['预算.zip', 'ok', ''],
      ['预算.zip', 'ok', 'bytes'],
      ['预算.zip!/甲局/2024年部门预算.html', 'ok', ''],
    ]);
  });

  it('that comes without a member keeps it and marks it gone', async () => {
    await put(zipOf([page('甲局'), page('乙局', '7')]));
    await run();
    await put(zipOf([page('甲局')]));
    await run();
    expect((await captures()).filter(([, status]) => status === 'gone').map(([url]) => url)).toEqual([
      '预算.zip!/乙局/2024年部门预算.html',
    ]);
    expect(await publishedTable(output, 'documents')).toHaveLength(4);
  });
});

describe('what has changed', () => {
  const write = (html: string) => writeFile(path.join(folder, 'documents/a.html'), html);

  it('is the content where a figure differs', async () => {
    await write(budgetPage('徐水区财政局', '5'));
    await run();
    await write(budgetPage('徐水区财政局', '6'));
    await run();
    expect((await captures()).map(([, , changed]) => changed).sort()).toEqual(['', 'content']);
    expect((await readFile(path.join(output, 'revisions.csv'), 'utf8')).trim().split('\n').length).toBeGreaterThan(1);
  });

  it('is the bytes where the same is said in other markup', async () => {
    await write(budgetPage('甲局'));
    await run();
    await write(budgetPage('甲局').replace('<body>', '<!-- saved 2025-03-01 --><body>\n'));
    await run();
    expect((await captures()).map(([, , changed]) => changed).sort()).toEqual(['', 'bytes']);
    expect((await readFile(path.join(output, 'revisions.csv'), 'utf8')).trim().split('\n')).toHaveLength(1);
  });

  it('is gone where the file is, and the document stays', async () => {
    await write(budgetPage('甲局'));
    await writeFile(path.join(folder, 'documents/b.html'), budgetPage('乙局', '7'));
    await run();
    await rm(path.join(folder, 'documents/a.html'));
    await run();
    expect((await captures()).map(([url, status]) => [url, status])).toEqual([
      ['a.html', 'gone'],
      ['b.html', 'ok'],
    ]);
  });
});
