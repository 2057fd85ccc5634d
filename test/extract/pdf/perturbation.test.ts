import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../../../src/extract/pdf/index.js';
import type { DocumentModel, TableBlock } from '../../../src/model/index.js';
import { buildPdf } from '../../builders/pdf.js';
import { type Drawing, PAGE_SIZE, redraw } from './redraw.js';

const sample = path.resolve(import.meta.dirname, '../../../samples/xushui-2024.pdf');
const AMOUNT = /^-?\d[\d,]*\.\d+$/;

let tables: TableBlock[];

function tablesOf(model: DocumentModel): TableBlock[] {
  return model.blocks.filter((block): block is TableBlock => block.type === 'table');
}

/** Where each text stands in its grid; blanks and line breaks are layout. */
function cellsOf(table: TableBlock): string[] {
  return table.grid.cells.map(({ r, c, rs, cs, text }) => `${r} ${c} ${rs} ${cs} ${text.replace(/\s/g, '')}`).sort();
}

/** The tables of the sample read again from pages that draw them this way. */
async function reread(drawing: Drawing): Promise<string[][]> {
  const model = await readPdf(buildPdf(tables.map((table) => ({ content: redraw(table, drawing), ...PAGE_SIZE }))));
  return tablesOf(model).map(cellsOf);
}

/** A text in two parts, cut at a share of its length. */
function inTwo(whole: string, share: number): string[] {
  const at = Math.max(1, Math.floor(whole.length * share));
  return [whole.slice(0, at), whole.slice(at)].filter((part) => part !== '');
}

beforeAll(async () => {
  tables = tablesOf(await readPdf(readFileSync(sample)));
});

describe('the tables of the sample drawn again', () => {
  const drawings: [string, Drawing][] = [
    ['as they are', {}],
    ['smaller', { scale: 0.8 }],
    ['larger and elsewhere', { scale: 1.3, shift: [37, 21] }],
    ['with borders that are filled rectangles', { filledRules: true }],
    ['glyph by glyph', { cut: (line) => [...line] }],
    ['with each line in two texts', { cut: (line) => inTwo(line, 0.4) }],
    [
      'with each amount torn in front of its last digit',
      { cut: (line) => (AMOUNT.test(line) ? [line.slice(0, -1), line.slice(-1)] : [line]) },
    ],
    [
      'with each long amount wrapped over two lines',
      { wrap: (text) => (AMOUNT.test(text) && text.length > 6 ? inTwo(text, 0.75) : text.split('\n')) },
    ],
    ['with uneven baselines', { jitter: (index) => 0.4 * ((index % 3) - 1) }],
  ];

  it.each(drawings)('%s have the same cells', async (_, drawing) => {
    expect(await reread(drawing)).toEqual(tables.map(cellsOf));
  });
});
