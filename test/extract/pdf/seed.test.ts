import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../../../src/extract/pdf/index.js';
import type { DocumentModel, TableBlock } from '../../../src/model/index.js';
import { describeWithShared, shared } from '../../shared.js';

const norm = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

interface Truth {
  readonly tables: readonly { readonly title: string; readonly pages?: readonly number[]; readonly rows: readonly (readonly string[])[] }[];
}

describeWithShared('the seed as PDF', () => {
  let model: DocumentModel;
  beforeAll(async () => {
    model = await readPdf(readFileSync(shared('seed', 'xushui-2024.pdf')));
  });

  it('is read without a diagnostic', () => {
    expect(model.diagnostics).toEqual([]);
  });

  it('prints every row of the budget tables', () => {
    const truth: Truth = JSON.parse(readFileSync(path.join(shared('truth'), 'xushui-2024.json'), 'utf8'));
    const tables = model.blocks.filter((block): block is TableBlock => block.type === 'table');
    const printed = new Set(
      tables.flatMap(({ grid }) =>
        Array.from({ length: grid.rows }, (_, r) =>
          grid.cells
            .filter((cell) => cell.r === r && cell.text !== '')
            .map((cell) => norm(cell.text))
            .join('|'),
        ),
      ),
    );
    const rows = truth.tables.flatMap((table) =>
      table.rows.map((row) =>
        row
          .map(norm)
          .filter((text) => text !== '')
          .join('|'),
      ),
    );
    const missing = rows.filter((row) => row !== '' && !printed.has(row));
    expect(missing).toEqual([]);
  });
});

describe('the reader of one process', () => {
  it('gives the same model for the same bytes', async () => {
    const bytes = readFileSync(path.resolve(import.meta.dirname, '../../../samples/xushui-2024.pdf'));
    expect(await readPdf(bytes)).toEqual(await readPdf(bytes));
  });
});
