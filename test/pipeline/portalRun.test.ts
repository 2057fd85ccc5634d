import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunReport } from '../../src/pipeline/index.js';
import { readPipeline, runPipeline } from '../builtPipeline.js';
import { differences, publishedBytes } from '../crash/publishedBytes.js';
import { budgetPage } from './budgetPage.js';
import { publishedTable } from './publishedTable.js';

/** A list, an article with an attachment, and an attachment that is not there. */
const PAGES: Readonly<Record<string, string>> = {
  '/': `<html><head><title>部门预算公开</title></head><body><ul><li><a href="/a.html">甲局2024年部门预算公开</a><span>2024-02-01</span></li></ul></body></html>`,
  '/a.html': `<html><head><title>甲局2024年部门预算公开</title></head><body><h1>甲局2024年部门预算公开</h1><div class="TRS_Editor"><p>附件：</p>
<p><a href="/f/1.docx">甲局2024年部门预算.docx</a></p><p><a href="/f/gone.docx">甲局2024年部门预算绩效.docx</a></p></div></body></html>`,
  '/f/1.docx': budgetPage('甲局'),
};

interface Asked {
  url: string;
  status: number;
}

let server: Server;
let folder: string;
let output: string;
const asked: Asked[] = [];
const reports: RunReport[] = [];
const bytes: Map<string, string>[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const body = PAGES[request.url ?? ''];
    const etag = `"${body?.length}"`;
    const status = body === undefined ? 404 : request.headers['if-none-match'] === etag ? 304 : 200;
    asked.push({ url: request.url ?? '', status });
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', etag });
    response.end(status === 200 ? body : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  folder = await mkdtemp(path.join(tmpdir(), 'fiscus-portal-run-'));
  output = path.join(folder, 'output');
  const file = path.join(folder, 'p.yaml');
  const source = `{ type: web, start: [{ url: "http://127.0.0.1:${address.port}/" }], allow_private: true, rate: { requests_per_second: 200 } }`;
  await writeFile(file, `name: p\ntitle: p\nsource: ${source}\n`);
  for (let i = 0; i < 2; i++) {
    asked.length = 0;
    reports.push(
      await runPipeline(await readPipeline(file), { stateFolder: path.join(folder, 'state'), outputFolder: output, workers: 1 }),
    );
    bytes.push(publishedBytes(output));
  }
}, 240_000);
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

describe('a run over a portal', () => {
  it('publishes the document behind list and article with the evidence of its link', async () => {
    const captures = await publishedTable(output, 'captures');
    const document = captures.find((capture) => capture.document_id !== null);
    expect([document?.url.endsWith('/f/1.docx'), document?.link_text, document?.status]).toEqual([true, '甲局2024年部门预算.docx', 'ok']);
  });

  it('reads a page that was sent as .docx for what it is', async () => {
    expect((await publishedTable(output, 'documents')).map((row) => row.media_type)).toEqual(['text/html']);
  });

  it('reports the attachment that is not there, and goes on', () => {
    expect(reports[0]?.failed.map(({ reasons }) => reasons)).toEqual([['http_404']]);
  });

  it('asks again only whether anything has changed', () => {
    const answers = asked.filter(({ url }) => url !== '/robots.txt').map(({ url, status }) => `${url} ${status}`);
    expect(answers.sort()).toEqual(['/ 304', '/a.html 304', '/f/1.docx 304', '/f/gone.docx 404']);
  });

  it('changes no published byte where nothing has changed', () => {
    expect(differences(bytes[0] ?? new Map(), bytes[1] ?? new Map())).toEqual([]);
  });
});
