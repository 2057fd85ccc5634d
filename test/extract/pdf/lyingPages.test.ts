import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../src/extract/pdf/index.js';
import { turnBitmap } from '../../../src/extract/pdf/page/turnBitmap.js';
import { renderPdfPages } from '../../../src/extract/pdf/renderPage.js';
import { buildPdf } from '../../builders/pdf.js';
import { Canvas } from './synthetic/canvas.js';

/** A table with all its lines and a title, wider than high. */
function sheet(): Canvas {
  const canvas = new Canvas(842, 595);
  canvas.text(300, 60, 'Expenditure by department, thousands', 12);
  const [xs, ys] = [
    [100, 300, 500, 700],
    [100, 130, 160, 190],
  ];
  for (const x of xs) canvas.line(x, ys[0]!, x, ys.at(-1)!);
  for (const y of ys) canvas.line(xs[0]!, y, xs.at(-1)!, y);
  for (const [r, row] of [
    ['Department', 'Budget', 'Outturn'],
    ['Education', '1,250.00', '1,199.50'],
    ['Health', '980.25', '1,001.75'],
  ].entries())
    for (const [c, text] of row.entries()) canvas.text(xs[c]! + 8, ys[r]! + 20, text, 10);
  return canvas;
}

describe('pages whose text lies on its side', () => {
  it.each([90, 180, 270] as const)('are read as with the /Rotate of %i that they lack', async (turn) => {
    const lying = await readPdf(sheet().pdf(turn, true), { secondReader: false });
    const upright = await readPdf(sheet().pdf(turn), { secondReader: false });
    expect(lying.blocks).toEqual(upright.blocks);
    expect(lying.pages).toEqual(upright.pages);
    expect(lying.blocks.some((block) => block.type === 'table' && block.grid.rows === 3 && block.grid.columns === 3)).toBe(true);
  });

  it('are named by a diagnostic', async () => {
    const { diagnostics } = await readPdf(sheet().pdf(90, true));
    expect(diagnostics.map(({ code, place }) => [code, place?.page])).toEqual([['page_turned', 1]]);
  });

  it.each([90, 180, 270] as const)('are drawn as they are read, so that boxes lie on the text (turned by %i)', async (turn) => {
    const bytes = sheet().pdf(turn, true);
    const [title] = (await readPdf(bytes, { secondReader: false })).blocks;
    const [image] = await renderPdfPages(bytes, [{ page: 1 }], 1);
    const { data, width, height, channels } = decode(image!.png);
    const [x0, y0, x1, y1] = title!.box!.map(Math.round) as [number, number, number, number];
    const isDark = (x: number, y: number) => data[(y * width + x) * channels]! < 128;
    const dark = { title: 0, above: 0 };
    for (let x = x0; x < x1; x++) for (let y = 0; y < y1; y++) if (isDark(x, y)) dark[y < y0 ? 'above' : 'title'] += 1;
    expect([width, height, dark.above, dark.title > 50]).toEqual([842, 595, 0, true]);
  });

  it('are not those with a few words along an edge', async () => {
    const content = `BT /F1 10 Tf 1 0 0 1 60 700 Tm (${'plain words of a page '.repeat(3)}) Tj ET BT /F1 10 Tf 0 1 -1 0 40 100 Tm (${'along the edge '.repeat(4)}) Tj ET`;
    const { pages, diagnostics } = await readPdf(buildPdf([{ content, width: 595, height: 842 }]));
    expect([pages[0]!.rotation, diagnostics]).toEqual([0, []]);
  });
});

describe('turnBitmap', () => {
  const bitmap = { data: Uint8Array.from([1, 2, 3, 4, 5, 6].flatMap((value) => [value, value, value, value])), width: 3, height: 2 };
  const values = (turns: number) => [...turnBitmap(bitmap, turns).data].filter((_, i) => i % 4 === 0);

  it.each([
    [0, [1, 2, 3, 4, 5, 6]],
    [1, [4, 1, 5, 2, 6, 3]],
    [2, [6, 5, 4, 3, 2, 1]],
    [3, [3, 6, 2, 5, 1, 4]],
  ])('turns %i times clockwise', (turns, expected) => {
    expect(values(turns)).toEqual(expected);
  });
});
