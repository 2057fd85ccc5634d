import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { answerProblem, discoverPage } from '../../src/discover/index.js';
import { type Discovery, zWebSource } from '../../src/model/index.js';
import { describeWithShared, shared } from '../shared.js';

interface RealPage {
  file: string;
  looksLike: string;
  attachments: number;
  body: Buffer;
  discovery: Discovery;
}

const PAGE_URL = 'https://www.example.gov.cn/a/b/c/page.html';

/** The pages of portals.tsv with what discovery makes of them. Their own hosts are not recorded: each host they link to counts as theirs. */
function readPages(): RealPage[] {
  const rows = readFileSync(shared('corpus', 'portals.tsv'), 'utf8').trim().split('\n').slice(1);
  return rows.map((row) => {
    const [file = '', , looksLike = '', note = ''] = row.split('\t');
    const body = readFileSync(shared('corpus', 'portals', file));
    const counts = /attachments \{([^}]*)\}/.exec(note)?.[1]?.match(/\d+/g) ?? [];
    const hosts = new Set([...body.toString('utf8').matchAll(/https?:\/\/([\w.-]+\.[a-z]{2,})/g)].map((match) => match[1] ?? ''));
    const source = zWebSource.parse({ type: 'web', start: [{ url: PAGE_URL }], hosts: [...hosts] });
    return {
      file,
      looksLike,
      attachments: counts.map(Number).reduce((a, b) => a + b, 0),
      body,
      discovery: discoverPage({ url: PAGE_URL, body }, source),
    };
  });
}

describeWithShared('discovery on real portal pages', () => {
  let pages: RealPage[];
  beforeAll(() => {
    pages = readPages();
  });
  /** Pages of one look. */
  const like = (look: RegExp): RealPage[] => pages.filter((page) => look.test(page.looksLike));
  /** Words of all that is taken. */
  const taken = (): string[] =>
    pages.flatMap(({ discovery }) => [...discovery.candidates, ...discovery.pages].map((found) => found.link_text ?? ''));

  it('reads all of them', () => {
    const files = readdirSync(shared('corpus', 'portals')).flatMap((place) =>
      readdirSync(shared('corpus', 'portals', place)).map((file) => path.join(place, file)),
    );
    expect(pages).toHaveLength(files.length);
  });

  it('takes every attachment of the articles', () => {
    const missing = like(/article with attachments/).filter(({ attachments, discovery }) => {
      const files = new Set(
        discovery.candidates.filter((candidate) => candidate.parent_url !== null).map((candidate) => candidate.url.replace(/^.*\//, '')),
      );
      return files.size < attachments;
    });
    expect(missing.map((page) => page.file)).toEqual([]);
  });

  it('takes nothing but documents from the articles', () => {
    expect(like(/article with attachments/).flatMap(({ discovery }) => discovery.pages.map((page) => page.link_text))).toEqual([]);
  });

  it('takes the bodies that are themselves a disclosure, and no other page', () => {
    const inline = pages.filter(({ discovery }) => discovery.candidates.some(({ url }) => url === PAGE_URL));
    expect(inline.map(({ looksLike }) => looksLike)).toEqual(Array(2).fill('disclosure article with attachments'));
  });

  it('finds budgets on every list page', () => {
    expect(like(/listing page/).filter(({ discovery }) => discovery.pages.length < 3)).toEqual([]);
  });

  it('recognises every challenge page and gives nothing of it', () => {
    for (const { discovery } of like(/challenge page/).filter((page) => /anti-bot/.test(page.looksLike))) {
      expect(discovery).toMatchObject({ candidates: [], pages: [], diagnostics: [{ code: 'js_challenge' }] });
    }
  });

  it('follows or reports every page without content', () => {
    const codes = like(/error\/challenge\/redirect/).map(({ discovery }) => discovery.diagnostics[0]?.code ?? 'none');
    expect(codes.filter((code) => !['page_redirects', 'placeholder_page', 'page_needs_javascript', 'js_challenge'].includes(code))).toEqual(
      [],
    );
  });

  it('never takes a page without content for a document', () => {
    const wrong = like(/anti-bot/).filter(({ body }) => answerProblem({ url: PAGE_URL, body }) === null);
    expect(wrong.map((page) => page.file)).toEqual([]);
  });

  it('takes no interpretation, audit report or news', () => {
    expect(taken().filter((text) => /解读|图解|审计工作报告|整改|答记者问|办法|召开/.test(text))).toEqual([]);
  });

  it('takes nothing that names neither a budget nor a final account nor performance targets', () => {
    expect(
      taken().filter((text) => text !== '' && !/预算|决算|预决|三公|绩效|财政信息|财政资金/.test(text) && !/局|委员会/.test(text)),
    ).toEqual([]);
  });
});
