import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPipeline, runPipeline } from '../builtPipeline.js';
import { budgetPage } from './budgetPage.js';

const list = (names: readonly string[]) =>
  `<html><head><title>部门预算公开</title></head><body><ul>${names.map((name, at) => `<li><a href="/f/${at}.docx">${name}2024年部门预算.docx</a></li>`).join('')}</ul><p>${'公开'.repeat(40)}</p></body></html>`;

let folder: string;
let server: Server;
let url: string;
let names: string[];
/** The functional code that a department's budget prints, where it is not 201. */
let codeOf: Record<string, string>;
/** What the webhook got. */
let sent: unknown[];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fiscus-alarms-'));
  names = ['甲局', '乙局', '丙局', '丁局'];
  codeOf = {};
  sent = [];
  server = createServer((request, response) => {
    const at = /^\/f\/(\d)\.docx$/.exec(request.url ?? '')?.[1];
    const name = names[Number(at)];
    const page = name === undefined ? undefined : budgetPage(name, String(Number(at) + 5));
    const body = request.url === '/' ? list(names) : page?.replace('>201<', `>${codeOf[name ?? ''] ?? '201'}<`);
    if (request.method === 'POST') {
      let text = '';
      request.on('data', (chunk) => {
        text += chunk;
      });
      request.on('end', () => {
        sent.push(JSON.parse(text));
        response.end();
      });
      return;
    }
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  url = `http://127.0.0.1:${address.port}`;
});
afterEach(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

async function run() {
  const file = path.join(folder, 'p.yaml');
  const source = `{ type: web, start: [{ url: "${url}/" }], allow_private: true, rate: { requests_per_second: 500 } }`;
  await writeFile(file, `name: p\ntitle: p\nsource: ${source}\nalarms: { webhook: "${url}/hook" }\n`);
  const folders = { stateFolder: path.join(folder, 'state'), outputFolder: path.join(folder, 'out') };
  return runPipeline(await readPipeline(file), { ...folders, workers: 1, force: true });
}
const codes = (alarms: readonly { code: string }[]) => alarms.map(({ code }) => code);

describe('the alarms of a run', () => {
  it('are none where the source gives what it gave', async () => {
    await run();
    expect([codes((await run()).alarms), sent]).toEqual([[], []]);
  });

  it('tell of a source that gives much less than before', async () => {
    await run();
    names = names.slice(0, 2);
    expect(codes((await run()).alarms)).toEqual(['source_shrank']);
  });

  it('tell of a source that gives nothing, and of the page whose links are gone', async () => {
    await run();
    names = [];
    expect(codes((await run()).alarms)).toEqual(['layout_changed', 'source_empty']);
  });

  it('tell of codes that neither the codebook nor earlier documents have, once', async () => {
    codeOf = { 甲局: '2019977' };
    await run();
    names = [...names, '戊局', '己局'];
    codeOf = { ...codeOf, 戊局: '2019978', 己局: '2019977' };
    const { alarms } = await run();
    expect(codes(alarms)).toEqual(['new_codes']);
    expect(alarms[0]?.message).toContain('2019978');
    expect(alarms[0]?.message).not.toContain('2019977');
    expect(codes((await run()).alarms)).toEqual([]);
  });

  it('are sent to the webhook and left beside the state', async () => {
    names = [];
    const report = await run();
    expect(codes(report.alarms)).toEqual(['source_empty']);
    expect(sent).toMatchObject([{ pipeline: 'p', run: 1, alarms: [{ code: 'source_empty' }] }]);
    expect(JSON.parse(await readFile(path.join(folder, 'state/report.json'), 'utf8'))).toMatchObject({
      alarms: [{ code: 'source_empty' }],
    });
  });
});
