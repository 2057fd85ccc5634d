import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../src/extract/pdf/index.js';
import { compareNumbers } from '../../../src/extract/pdf/secondReader/compareNumbers.js';
import { type CheckedPage, crossCheckNumbers, disagreement } from '../../../src/extract/pdf/secondReader/crossCheck.js';
import { buildPdf, grid, text } from '../../builders/pdf.js';

const page = (written: string, hidden = ''): CheckedPage => ({ number: 1, text: written, hidden, wanted: true });
const table = (amount: string): string =>
  grid([50, 150, 250], [100, 130, 160]) + text(55, 140, 'Item') + text(155, 140, 'Amount') + text(55, 110, '201') + text(155, 110, amount);

describe('two readings of a page', () => {
  it('agree on the same numbers in another order', () => {
    expect(compareNumbers('1.50\n2,000.00', '2,000.00 1.50', '')).toBeNull();
  });

  it('agree where the second shows a number in parts', () => {
    expect(compareNumbers('24995.94', '249|95.|94', '')).toBeNull();
  });

  it('agree where the first has a number on two lines', () => {
    expect(compareNumbers('24995.9\n4', '24995.94', '')).toBeNull();
  });

  it('agree where glyphs of one number are drawn among others', () => {
    expect(compareNumbers('2022\n7', '2|2 0 7 2', '')).toBeNull();
  });

  it('agree on full-width digits', () => {
    expect(compareNumbers('１２３', '123', '')).toBeNull();
  });

  it('agree where the second has what is known to be hidden', () => {
    expect(compareNumbers('7', '7 999.99', '项目999.99')).toBeNull();
  });

  it('differ where digits are swapped, also when they are shown one by one', () => {
    expect(compareNumbers('597,080', '5|8|7|,|0|9|0', '')).not.toBeNull();
    expect(compareNumbers('587,090', '5|7|8|,|0|9|0', '')).not.toBeNull();
  });

  it('differ by a number that only one of them has', () => {
    expect(compareNumbers('1.50 7', '1.60 7', '')).toEqual({ onlyFirst: ['1.50'], onlySecond: ['1.60'] });
    expect(compareNumbers('7', '7 8', '')).toEqual({ onlyFirst: [], onlySecond: ['8'] });
    expect(compareNumbers('7 8', '7', '')).toEqual({ onlyFirst: ['8'], onlySecond: [] });
  });
});

describe('a hostile page', () => {
  it('with a number of a hundred thousand digits is compared in bounded work', () => {
    const long = '1'.repeat(100_000);
    expect(compareNumbers(`${long}\n7`, `2${long}`, '')).toEqual({ onlyFirst: [long, '7'], onlySecond: [`2${long}`] });
  });

  it('with tens of thousands of numbers that nobody else has is compared in bounded work', () => {
    const second = Array.from({ length: 50_000 }, (_, i) => String(100_000 + i));
    const first = Array.from({ length: 50_000 }, (_, i) => String(200_000 + i));
    expect(compareNumbers(first.join('\n'), second.join(' '), '')).toEqual({ onlyFirst: first, onlySecond: second });
  });
});

describe('the second reader', () => {
  it('names the numbers on which readers disagree and carries them', () => {
    const [diagnostic] = disagreement(page('1.50 7'), '1.60 7');
    expect(diagnostic).toMatchObject({
      code: 'readers_disagree',
      place: { page: 1 },
      numbers: { onlyFirst: ['1.50'], onlySecond: ['1.60'] },
    });
    expect(diagnostic!.message).toContain('only the first has 1.50; only the second has 1.60');
  });

  it('finds nothing wrong with a plain table', async () => {
    expect((await readPdf(buildPdf([{ content: table('16,410.71') }]))).diagnostics).toEqual([]);
  });

  it('is asked by pdf-parse where the quick reading does not agree', async () => {
    const [diagnostic] = await crossCheckNumbers(buildPdf([{ content: table('16,410.71') }]), 1, [page('Item Amount 201 16,410.77')]);
    expect(diagnostic).toMatchObject({ numbers: { onlyFirst: ['16,410.77'], onlySecond: ['16,410.71'] } });
  });

  it('does not look at pages where a mistake would not matter', async () => {
    const bytes = buildPdf([{ content: table('16,410.71') }]);
    expect(await crossCheckNumbers(bytes, 1, [{ ...page('16,410.77'), wanted: false }])).toEqual([]);
  });

  it('says with the page when it cannot read the file', async () => {
    const [diagnostic] = await crossCheckNumbers(Buffer.from('no PDF'), 1, [page('1')]);
    expect(diagnostic).toMatchObject({ code: 'second_reader_failed', place: { page: 1 } });
  });
});
