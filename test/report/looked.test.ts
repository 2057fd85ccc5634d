import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { decode } from 'fast-png';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { readCsv } from '../../src/dataset/index.js';
import { zDocumentRow, zFigure } from '../../src/model/index.js';
import { builtFiscus, type Spoken } from '../cli/fiscus.js';
import { BROKEN_BUDGET, HOSTILE } from './brokenBudget.js';
import { chromiumPath, complaintsOf, describeWithBrowser } from './browser.js';

const fiscus = builtFiscus();
const samples = path.resolve(import.meta.dirname, '../../samples');
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe-core finds, as far as it is read here. */
const zFindings = z.array(z.object({ id: z.string(), impact: z.string().nullable(), nodes: z.array(z.object({ html: z.string() })) }));

describeWithBrowser('the report, looked at', () => {
  let folder: string;
  let ran: Spoken;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];
  /** The first 16 digits of the ids of the broken budget and of the sample PDF. */
  let broken: string;
  let printed: string;

  const pipeline = (corrections: string) =>
    `name: looked\ntitle: 看一看 </script><script>alert(1)</script>\nsource: { type: folder, path: documents }\nreport: { pages: all }\n${corrections}`;
  const run = () =>
    fiscus('run', path.join(folder, 'looked.yaml'), '--state', path.join(folder, 'state'), '--output', path.join(folder, 'looked'));
  const open = async (address: string, on = page) => {
    // From elsewhere: to another address of the same page a browser does not go anew.
    await on.goto('about:blank');
    await on.goto(`${pathToFileURL(path.join(folder, 'looked.report/index.html')).href}${address}`);
    await on.locator('h1').waitFor();
  };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'fiscus-looked-'));
    await mkdir(path.join(folder, 'documents'));
    await writeFile(path.join(folder, 'documents/broken.html'), BROKEN_BUDGET);
    await copyFile(path.join(samples, 'xushui-2024.pdf'), path.join(folder, 'documents/sample.pdf'));
    await writeFile(path.join(folder, 'looked.yaml'), pipeline(''));
    ran = await run();
    const documents = readCsv(zDocumentRow, await readFile(path.join(folder, 'looked/documents.csv'), 'utf8'));
    const idOf = (name: string) => documents.find(({ file_name }) => file_name === name)!.document_id.slice(0, 16);
    broken = idOf('broken.html');
    printed = idOf('sample.pdf');
    browser = await chromium.launch({ executablePath: chromiumPath!, args: ['--no-sandbox'] });
    context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 800 } });
    page = await context.newPage();
    complaints = complaintsOf(page);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true });
  });

  it('is built by a run, which ends by naming its page', () => {
    expect(ran.stdout.trim().split('\n').at(-1)).toBe(`report: ${path.join(folder, 'looked.report/index.html')}`);
  });

  it('shows the seed’s budget as it is printed', async () => {
    await open('#/organization/130609-434');
    const spending = page.locator('section', { has: page.getByRole('heading', { name: 'Spending by function' }) });
    expect(await spending.locator('tfoot tr').first().innerText()).toContain('937.79');
  });

  it('speaks Chinese when asked to, and remembers it', async () => {
    await open('#/');
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('heading', { name: '覆盖情况' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '覆盖情况' }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Coverage' }).waitFor();
  });

  it('finds organizations and codes as one types', async () => {
    await open('#/');
    await page.getByRole('searchbox', { name: 'Search' }).fill('2010301');
    await page.getByRole('link', { name: /^2010301 / }).click();
    await page.getByRole('link', { name: '保定市徐水区人民政府办公室' }).first().waitFor();
    await page.getByRole('searchbox', { name: 'Search' }).fill('测试局');
    await page.locator('.hits').getByRole('link', { name: '测试市测试局' }).click();
    await page.getByRole('heading', { level: 1, name: '测试市测试局' }).waitFor();
  });

  it('marks a cell on the page that it is printed on, and the other way round', async () => {
    await open(`#/document/${printed}/1`);
    const cell = page.getByRole('button', { name: /732\.61/ }).first();
    await cell.hover();
    const box = page.locator('.box.pointed');
    expect(await box.getAttribute('title')).toBe('732.61');
    const other = page.locator('.box[title="448.32"]').first();
    await other.hover();
    expect(await page.locator('td.pointed').innerText()).toContain('448.32');
    await other.click();
    await page.locator('.detail', { hasText: '4,483,200' }).waitFor();
  });

  it('puts the box of a cell over the ink of its number', async () => {
    await open(`#/document/${printed}/1`);
    const box = page.locator('.box[title="732.61"]').first();
    const style = (await box.getAttribute('style')) ?? '';
    const share = (side: string) => Number.parseFloat(new RegExp(`(?:^|[; ])${side}: ([\\d.]+)%`).exec(style)?.[1] ?? '') / 100;
    const picture = await box.locator('xpath=../img').getAttribute('src');
    const png = decode(await readFile(path.join(folder, 'looked.report', picture!)));
    const [x = 0, width = 0] = [share('left'), share('width')].map((part) => Math.round(part * png.width));
    const [y = 0, height = 0] = [share('top'), share('height')].map((part) => Math.round(part * png.height));
    const row = Math.ceil(png.width / 2);
    /** Shades of grey from 0 (black) to 15, two a byte. */
    const shade = (at: number, of: number) => (png.data[of * row + (at >> 1)]! >> (at % 2 === 0 ? 4 : 0)) & 15;
    // The lines of the grid are at the edge of the box: ink well inside is that of the number.
    const EDGE = 4;
    const inside = Array.from({ length: (width - 2 * EDGE) * (height - 2 * EDGE) }, (_, at) =>
      shade(x + EDGE + (at % (width - 2 * EDGE)), y + EDGE + Math.floor(at / (width - 2 * EDGE))),
    );
    expect(inside.filter((value) => value < 8).length).toBeGreaterThan(20);
  });

  it('is walked with the keyboard alone', async () => {
    await open(`#/document/${printed}/1`);
    await page
      .getByRole('button', { name: /937\.79/ })
      .first()
      .focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('.detail h3', { hasText: '732.61' }).waitFor();
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate('document.activeElement.closest("td").dataset.c')).toBe('4');
  });

  it('writes what documents say as text', async () => {
    await open(`#/document/${broken}/0`);
    expect(await page.locator('.grid td', { hasText: HOSTILE }).count()).toBe(1);
    expect(await page.locator('main img').count()).toBe(0);
  });

  it.each(['light', 'dark'] as const)(
    'has no serious finding of axe-core in %s',
    async (colorScheme) => {
      // The page’s own policy would keep the tool out.
      const tried = await browser.newContext({ locale: 'zh-CN', colorScheme, bypassCSP: true });
      const other = await tried.newPage();
      const found: string[] = [];
      for (const address of [
        '#/',
        '#/organization/130609-434',
        '#/organizations',
        '#/documents',
        `#/document/${printed}`,
        `#/document/${printed}/1/5/3`,
        '#/codes',
        '#/code/functional_code/2010301',
        '#/review',
        '#/search/2010',
      ]) {
        await open(address, other);
        await other.evaluate('document.querySelectorAll("details").forEach((element) => { element.open = true; })');
        await other.addScriptTag({ path: axe });
        const findings = zFindings.parse(
          await other.evaluate('axe.run().then(({ violations }) => JSON.parse(JSON.stringify(violations)))'),
        );
        for (const { id, impact, nodes } of findings)
          if (impact === 'serious' || impact === 'critical') found.push(`${address} ${id}: ${nodes[0]?.html ?? ''}`);
      }
      await tried.close();
      expect(found).toEqual([]);
    },
    180_000,
  );

  it('fits a window of 320 points (1280 at 400 %): only tables and pictures, in frames of their own, are wider', async () => {
    const narrow = await browser.newContext({ locale: 'zh-CN', viewport: { width: 320, height: 256 } });
    const other = await narrow.newPage();
    for (const address of ['#/', '#/organization/130609-434', `#/document/${printed}/1`, '#/review']) {
      await open(address, other);
      expect(await other.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    }
    await narrow.close();
  });

  it('gives a decision as a file that the pipeline applies, and shows it then', async () => {
    await open('#/review');
    const card = page.locator('.card').filter({ hasText: 'hierarchy_sum' }).first();
    await card.getByText('Decide').click();
    await card.getByLabel('Which cell').selectOption({ index: 2 });
    await card.getByLabel('Decision').selectOption('correct');
    await card.getByRole('button', { name: 'Save decision' }).click();
    expect(await card.getByRole('alert').innerText()).toContain('Give an amount');
    await card.getByLabel('Right amount').fill('900,000.00');
    await card.getByLabel('Reason').fill('the row must be 90.00, as its total says');
    await card.getByLabel('Author').fill('审核人');
    await card.getByRole('button', { name: 'Save decision' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export corrections file (1 new)' }).click();
    await (await download).saveAs(path.join(folder, 'corrections.csv'));
    await writeFile(path.join(folder, 'looked.yaml'), pipeline('corrections: corrections.csv\n'));
    expect((await run()).exitCode).toBe(0);
    const figures = readCsv(zFigure, await readFile(path.join(folder, 'looked/figures.csv'), 'utf8'));
    expect(figures.filter(({ corrected }) => corrected).map(({ functional_code, amount }) => [functional_code, amount])).toEqual([
      ['2010302', '900000'],
    ]);
    await page.reload();
    await page.locator('section', { hasText: 'Published decisions' }).getByText('审核人').waitFor();
    await page
      .locator('.card')
      .filter({ hasText: '95.00' })
      .first()
      .getByRole('link', { name: /Table 1/ })
      .last()
      .click();
    await page.locator('.standing', { hasText: 'published decision: correct: the amount is another 900,000 yuan' }).waitFor();
  }, 180_000);

  it('had nothing to complain of', () => {
    expect(complaints).toEqual([]);
  });
});
