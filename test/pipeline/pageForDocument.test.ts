import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunReport } from '../../src/pipeline/index.js';
import { readPipeline, runPipeline } from '../builtPipeline.js';
import { type FaultyPortal, startFaultyPortal } from '../portal/faultyPortal.js';
import { budgetPage } from './budgetPage.js';
import { publishedTable } from './publishedTable.js';

const NAMES = ['甲局', '乙局', '丙局', '丁局'];
/** Four links that promise a file and give a page: one that sends on to it, one that shows it, one that sends on and on, and a text of its own. */
const PAGES: Readonly<Record<string, string>> = {
  '/': `<html><head><title>部门预算公开</title></head><body><ul>${NAMES.map((name, at) => `<li><a href="/get?file=${at}.doc">${name}2024年部门预算.doc</a></li>`).join('')}</ul><p>${'公开'.repeat(40)}</p></body></html>`,
  '/get?file=0.doc': '<html><head><meta http-equiv="refresh" content="1;url=/f/0"></head><body>正在下载……</body></html>',
  '/f/0': budgetPage('甲局'),
  '/get?file=1.doc':
    '<html><head><title>乙局2024年部门预算</title></head><body><h1>乙局2024年部门预算</h1><iframe src="/viewer.html?file=/f/1.docx"></iframe></body></html>',
  '/f/1.docx': budgetPage('乙局', '7'),
  '/get?file=2.doc': '<html><head><meta http-equiv="refresh" content="1;url=/f/2"></head><body>正在下载……</body></html>',
  '/f/2': '<html><head><meta http-equiv="refresh" content="1;url=/get?file=2.doc"></head><body>正在下载……</body></html>',
  '/get?file=3.doc': budgetPage('丁局', '9'),
};

let folder: string;
let portal: FaultyPortal;
let report: RunReport;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fiscus-page-for-document-'));
  portal = await startFaultyPortal((target) => {
    const text = PAGES[target];
    return text === undefined ? null : { type: 'text/html; charset=utf-8', body: Buffer.from(text), lastModified: new Date(0) };
  });
  const file = path.join(folder, 'p.yaml');
  const source = `{ type: web, start: [{ url: "${portal.url}/" }], allow_private: true, rate: { requests_per_second: 500 } }`;
  await writeFile(file, `name: p\ntitle: p\nsource: ${source}\n`);
  report = await runPipeline(await readPipeline(file), {
    stateFolder: path.join(folder, 'state'),
    outputFolder: path.join(folder, 'out'),
    workers: 1,
  });
});
afterAll(async () => {
  await portal.close();
  await rm(folder, { recursive: true });
});

it('A page that comes where a document was expected is followed once, or reported', async () => {
  const captures = await publishedTable(path.join(folder, 'out'), 'captures');
  const statuses = captures.map(({ url, status }): [string, string] => [url.replace(portal.url, ''), status]).sort();
  expect(statuses).toEqual([
    ['/f/1.docx', 'ok'],
    ['/get?file=0.doc', 'ok'],
    ['/get?file=1.doc', 'failed: page_for_document'],
    ['/get?file=2.doc', 'failed: page_for_document'],
    ['/get?file=3.doc', 'ok'],
  ]);
});

it('The document behind such a page is read under the page that led to it', async () => {
  const captures = await publishedTable(path.join(folder, 'out'), 'captures');
  expect(captures.find(({ url }) => url.endsWith('/f/1.docx'))?.parent_url).toBe(`${portal.url}/get?file=1.doc`);
  expect([report.found, report.failed]).toEqual([3, []]);
});
