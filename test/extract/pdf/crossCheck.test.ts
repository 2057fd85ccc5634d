import { describe, expect, it } from 'vitest';
import { type CheckedPage, compareNumbers } from '../../../src/extract/pdf/crossCheck.js';
import { readPdf } from '../../../src/extract/pdf/index.js';
import { buildPdf, grid, text } from '../../builders/pdf.js';

const losses = { outsidePage: '', clipped: '', invisible: '', cut: '', halfClipped: '', unmapped: [] };
const page = (text: string): CheckedPage => ({ number: 1, losses, hasTable: true, text });

describe('the second reader', () => {
  it('agrees on the same numbers in another order', () => {
    expect(compareNumbers(page('1.50\n2,000.00'), '2,000.00 1.50')).toEqual([]);
  });

  it('agrees where only lines are cut differently', () => {
    expect(compareNumbers(page('24995.9\n4'), '24995.94')).toEqual([]);
  });

  it('names the numbers that only one reader has', () => {
    const [diagnostic] = compareNumbers(page('1.50 7'), '1.60 7');
    expect(diagnostic).toMatchObject({ code: 'readers_disagree', place: { page: 1 } });
    expect(diagnostic!.message).toContain('only the first has 1.50; only the second has 1.60');
  });

  it('does not count what is known to be hidden', () => {
    const hidden = { ...page('7'), losses: { ...losses, clipped: '999.99' } };
    expect(compareNumbers(hidden, '7 999.99')).toEqual([]);
  });

  it('finds nothing wrong with a plain table', async () => {
    const content =
      grid([50, 150, 250], [100, 130, 160]) +
      text(55, 140, 'Item') +
      text(155, 140, 'Amount') +
      text(55, 110, '201') +
      text(155, 110, '16,410.71');
    expect((await readPdf(buildPdf([{ content }]), { crossCheck: true })).diagnostics).toEqual([]);
  });
});
