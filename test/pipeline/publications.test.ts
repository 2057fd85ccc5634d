import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunReport } from '../../src/pipeline/index.js';
import { readPipeline, runPipeline } from '../builtPipeline.js';
import { publishedTable } from './publishedTable.js';

const page = (title: string, body: string) =>
  `<html><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`;
/** An article whose attachments are named 附件 only: prose, tables without a year, and an archive that nobody can read. */
const article = page(
  '保定市徐水区水利局2024年部门预算公开',
  '<div class="TRS_Editor"><a href="/f/1.docx">附件1</a><a href="/f/2.docx">附件2</a><a href="/f/3.rar">附件3</a></div>',
);
const prose = page(
  '保定市徐水区水利局2024年部门预算',
  '<h2>一、收支预算情况</h2><p>2024年收入预算总计150.50万元，支出预算总计150.50万元。</p>',
);
const tables =
  '<html><body><p>部门支出总表</p><table><tr><td>部门编码：434</td><td>部门名称：保定市徐水区水利局</td><td></td></tr><tr><th>科目编码</th><th>科目名称</th><th>预算数</th></tr><tr><td>201</td><td>一般公共服务支出</td><td>150.50</td></tr><tr><td></td><td>合计</td><td>150.50</td></tr></table></body></html>';
const RAR = Buffer.from('Rar!\x1a\x07\x01\x00 packed', 'latin1');
const ROUTES: Record<string, string | Buffer> = {
  '/': page('部门预算公开', `<ul><li><a href="/a.html">保定市徐水区水利局2024年部门预算公开</a></li></ul><p>${'公开'.repeat(40)}</p>`),
  '/a.html': article,
  '/f/1.docx': prose,
  '/f/2.docx': tables,
  '/f/3.rar': RAR,
};

let folder: string;
let output: string;
let server: Server;
let report: RunReport;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fiscus-publications-'));
  output = path.join(folder, 'out');
  server = createServer((request, response) => {
    const body = ROUTES[request.url ?? ''];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const file = path.join(folder, 'p.yaml');
  const source = `{ type: web, start: [{ url: "http://127.0.0.1:${address.port}/" }], allow_private: true, rate: { requests_per_second: 500 } }`;
  await writeFile(file, `name: p\ntitle: p\nsource: ${source}\nmapping: { unit: 万元 }\n`);
  report = await runPipeline(await readPipeline(file), { stateFolder: path.join(folder, 'state'), outputFolder: output, workers: 1 });
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

describe('attachments of one article', () => {
  it('are one publication, though only one prints the year and another the code', async () => {
    const [disclosure, ...others] = await publishedTable(output, 'disclosures');
    expect(others).toEqual([]);
    expect(disclosure?.document_ids).toHaveLength(2);
  });

  it('keep their own rows under the same organization', async () => {
    const documents = await publishedTable(output, 'documents');
    expect(new Set(documents.map(({ organization_id }) => organization_id)).size).toBe(1);
    expect((await publishedTable(output, 'organizations')).map(({ name }) => name)).toEqual(['保定市徐水区水利局']);
  });

  it('are checked against each other: what the prose says is in the tables', async () => {
    const checks = await publishedTable(output, 'checks');
    expect(checks.filter(({ rule }) => rule === 'prose_against_table_of_annex').map(({ outcome }) => outcome)).toContain('holds');
  });

  it('that cannot be read are in the coverage of their organization', async () => {
    const coverage = await publishedTable(output, 'coverage');
    expect(coverage.filter(({ kind, year }) => kind === 'unknown' && year === 2024)).toMatchObject([
      { captured: 1, extracted: 0, status: 'partial' },
    ]);
    expect(report.failed).toMatchObject([{ status: 'unsupported', reasons: ['unsupported_format'] }]);
  });
});

describe('the mapping of a pipeline', () => {
  it('gives the unit of money of a table that prints none, and says so', async () => {
    const lines = await publishedTable(output, 'lines');
    expect(lines.map(({ amount }) => amount)).toContain('1505000');
    const codes = (await publishedTable(output, 'diagnostics')).map(({ code }) => code);
    expect([codes.includes('unit_from_pipeline'), codes.includes('money_unit_missing')]).toEqual([true, false]);
  });
});
