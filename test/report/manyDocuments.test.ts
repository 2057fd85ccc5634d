import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildSite } from '../../src/report/index.js';
import { buildSiteAssets } from '../builtSources.js';
import { chromiumPath, complaintsOf, describeWithBrowser } from './browser.js';
import { writeManyDocuments } from './manyDocuments.js';

/** Two documents a copy. */
const COPIES = 500;
/** A page of more elements takes long to lay out. */
const MOST_ELEMENTS = 3000;
const MOST_BYTES = 1_000_000;

describeWithBrowser('the report of a thousand documents', () => {
  let folder: string;
  let site: string;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  const open = async (address: string) => {
    await page.goto(`${pathToFileURL(path.join(site, 'index.html')).href}${address}`);
    await page.locator('h1').waitFor();
  };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'fiscus-many-'));
    site = path.join(folder, 'site');
    await mkdir(site);
    buildSiteAssets(path.join(folder, 'assets'));
    await writeManyDocuments(path.join(folder, 'dataset'), COPIES);
    const draw = async () => null;
    await buildSite({ dataset: path.join(folder, 'dataset'), folder: site, pages: 'none', draw, assets: path.join(folder, 'assets') });
    browser = await chromium.launch({ executablePath: chromiumPath!, args: ['--no-sandbox'] });
    page = await browser.newPage({ locale: 'en-US' });
    complaints = complaintsOf(page);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true });
  });

  it('has no data file that takes long to load', async () => {
    const files = await readdir(path.join(site, 'data'), { recursive: true });
    const sizes = await Promise.all(files.map(async (name) => (await stat(path.join(site, 'data', name))).size));
    expect(Math.max(...sizes)).toBeLessThan(MOST_BYTES);
  });

  it.each(['#/', '#/organizations', '#/documents', '#/codes', '#/code/functional_code/2010101', '#/review', '#/search/局'])(
    'draws no more of %s than one sees',
    async (address) => {
      await open(address);
      expect(await page.evaluate('document.querySelectorAll("*").length')).toBeLessThan(MOST_ELEMENTS);
    },
  );

  it('leads to the last document, page by page', async () => {
    await open('#/documents');
    for (let turn = 1; turn < 20; turn += 1) await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('page 20 of 20').waitFor();
    expect(await page.locator('main tbody tr').count()).toBe(50);
  });

  it('finds one organization among all', async () => {
    await open('#/');
    await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('第321局');
    await page.locator('.hits').getByRole('link', { name: '第321局' }).click();
    await page.getByRole('heading', { level: 1, name: '第321局' }).waitFor();
  });

  it('had nothing to complain of', () => {
    expect(complaints).toEqual([]);
  });
});
