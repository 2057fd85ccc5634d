import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunReport } from '../../src/pipeline/index.js';
import { readPipeline, runPipeline } from '../builtPipeline.js';
import { type FaultyPortal, NO_FAULTS, startFaultyPortal } from '../portal/faultyPortal.js';
import { budgetPage } from './budgetPage.js';
import { publishedTable } from './publishedTable.js';

const article = (name: string, links: string) =>
  `<html><head><title>${name}</title></head><body><h1>${name}</h1><div class="TRS_Editor"><p>附件：</p>${links}</div></body></html>`;
const attachment = (url: string, name: string) => `<p><a href="${url}">${name}2024年部门预算.docx</a></p>`;
const listed = (url: string, name: string) => `<li><a href="${url}">${name}2024年部门预算公开</a><span>2024-02-01</span></li>`;

/** A list, three articles, each with its attachment. */
const PAGES: Readonly<Record<string, string>> = {
  '/': `<html><head><title>部门预算公开</title></head><body><ul>${['甲局', '乙局', '丙局'].map((name, at) => listed(`/a${at}.html`, name)).join('')}</ul></body></html>`,
  '/a0.html': article('甲局2024年部门预算公开', attachment('/f/0.docx', '甲局')),
  '/a1.html': article('乙局2024年部门预算公开', attachment('/f/1.docx', '乙局')),
  '/a2.html': article('丙局2024年部门预算公开', attachment('/f/2.docx', '丙局')),
  '/f/0.docx': budgetPage('甲局'),
  '/f/1.docx': budgetPage('乙局', '7'),
  '/f/2.docx': budgetPage('丙局', '9'),
};

let folder: string;
let portal: FaultyPortal;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fiscus-faulty-run-'));
});
afterEach(async () => {
  await portal.close();
  await rm(folder, { recursive: true });
});

/** Serves the pages, some of them replaced or added. */
async function serve(others: Readonly<Record<string, string>> = {}, plan = NO_FAULTS): Promise<void> {
  const pages: Readonly<Record<string, string>> = { ...PAGES, ...others };
  portal = await startFaultyPortal((target) => {
    const text = pages[target];
    if (text === undefined) return null;
    const type = target === '/robots.txt' ? 'text/plain' : 'text/html; charset=utf-8';
    return { type, body: Buffer.from(text), lastModified: new Date(0) };
  }, plan);
}

/** Runs the pipeline over the portal. */
async function run(settings = ''): Promise<RunReport> {
  const file = path.join(folder, 'p.yaml');
  const source = `{ type: web, start: [{ url: "${portal.url}/" }], allow_private: true, rate: { requests_per_second: 500 } ${settings} }`;
  await writeFile(file, `name: p\ntitle: p\nsource: ${source}\n`);
  return runPipeline(await readPipeline(file), {
    stateFolder: path.join(folder, 'state'),
    outputFolder: path.join(folder, 'out'),
    workers: 1,
  });
}

const failed = ({ failed }: RunReport) => failed.map(({ url, reasons }) => [url?.replace(portal.url, ''), reasons]);

/** Path and status of each capture. */
async function captures(): Promise<[string, string][]> {
  const rows = await publishedTable(path.join(folder, 'out'), 'captures');
  return rows.map(({ url, status }): [string, string] => [url.replace(portal.url, ''), status]).sort();
}

/** Codes and severities of the published diagnostics of a code. */
async function diagnosed(code: string): Promise<string[]> {
  const rows = await publishedTable(path.join(folder, 'out'), 'diagnostics');
  return rows.filter((row) => row.code === code).map(({ url, severity }) => `${url?.replace(portal.url, '')} ${severity}`);
}

describe('a page sent with success in place of a document', () => {
  const once = { ...NO_FAULTS, shares: { soft_404: 1 }, faultsPerUrl: 1, only: /^\/f\/1/ };

  it('that says “not found” is a failed capture', async () => {
    await serve({}, once);
    expect([failed(await run()), await captures()]).toEqual([
      [['/f/1.docx', ['soft_404']]],
      [
        ['/f/0.docx', 'ok'],
        ['/f/1.docx', 'failed: soft_404'],
        ['/f/2.docx', 'ok'],
      ],
    ]);
  });

  it('is not kept', async () => {
    await serve({}, once);
    await run();
    const names = (await readdir(path.join(folder, 'state/originals'), { recursive: true, withFileTypes: true })).filter((one) =>
      one.isFile(),
    );
    const documents = 2;
    expect(names).toHaveLength(documents);
  });

  it('gives way to the document when it comes', async () => {
    await serve({}, once);
    await run();
    expect([failed(await run()), (await captures()).map(([, status]) => status)]).toEqual([[], ['ok', 'ok', 'ok']]);
  });

  it.each([
    ['js_challenge', '<html><head><script>var acw_sc__v2 = 1;</script></head><body></body></html>'],
    ['access_blocked', '<html><head><title>访问被拦截</title></head><body>您的请求已被拦截</body></html>'],
    ['placeholder_page', '<html><head><title>Welcome to nginx!</title></head><body>Welcome to nginx!</body></html>'],
  ])('is a failed capture: %s', async (code, body) => {
    await serve({ '/f/1.docx': body });
    expect(failed(await run())).toEqual([['/f/1.docx', [code]]]);
  });
});

describe('what robots.txt disallows', () => {
  it('is refused, which is no failure', async () => {
    await serve({ '/robots.txt': 'User-agent: *\nDisallow: /f/1\nDisallow: /a2' });
    const report = await run();
    expect([report.failed, report.documents, await captures()]).toEqual([
      [],
      1,
      [
        ['/f/0.docx', 'ok'],
        ['/f/1.docx', 'refused: robots_disallowed'],
      ],
    ]);
  });

  it('is a warning among the diagnostics, for pages and documents', async () => {
    await serve({ '/robots.txt': 'User-agent: *\nDisallow: /f/1\nDisallow: /a2' });
    await run();
    expect(await diagnosed('robots_disallowed')).toEqual(['/a2.html warning', '/f/1.docx warning']);
  });

  it('is a failure where it is the page to start with', async () => {
    await serve({ '/robots.txt': 'User-agent: *\nDisallow: /' });
    expect(failed(await run())).toEqual([['/', ['robots_disallowed']]]);
  });
});

describe('the limit of pages', () => {
  const pagesAsked = () => portal.requests.map(({ target }) => target).filter((target) => /^\/(a\d.*)?$/.test(target));

  it('ends the asking for pages, and the run goes on', async () => {
    await serve();
    const report = await run(', max_pages: 3');
    expect([pagesAsked().length, report.documents, failed(report)]).toEqual([3, 2, [['/', ['page_limit_reached']]]]);
  });

  it('is said once of the source', async () => {
    await serve();
    await run(', max_pages: 2');
    expect(await diagnosed('page_limit_reached')).toEqual(['/ error']);
  });

  it('counts distinct pages: as many as there are is no fault', async () => {
    await serve();
    expect(failed(await run(', max_pages: 4'))).toEqual([]);
  });
});
