import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openNumerals } from '../../../src/extract/pdf/secondReader/contentText/index.js';
import { buildPdf, text } from '../../builders/pdf.js';

/** What the quick second reader makes of a page with this content. */
function numerals(content: string, parts: Omit<Parameters<typeof buildPdf>[0][number], 'content'> = {}): string | null {
  return openNumerals(buildPdf([{ content, ...parts }]), 1)?.(1) ?? null;
}

describe('numerals of a content stream', () => {
  it('are those of a shown string', () => {
    expect(numerals(text(50, 100, 'Total 1,234.50'))).toBe('| 1,234.50|');
  });

  it('are parted where the content moves', () => {
    expect(numerals('BT /F1 10 Tf 10 10 Td (12) Tj 5 0 Td (34) Tj ET')).toBe('|12|34|');
  });

  it('are parted by a wide shift within a line, not by kerning', () => {
    expect(numerals('BT /F1 10 Tf [(1) -20 (2) -2000 (3)] TJ ET')).toBe('|12|3|');
  });

  it('are those of full-width digits too', () => {
    expect(numerals(text(50, 100, '共１２元'))).toBe('| 12 ');
  });

  it('are read from forms where they are drawn', () => {
    const forms = { Fm0: { content: text(5, 5, '77') } };
    expect(numerals('q /Fm0 Do Q', { forms })).toBe('|77|');
  });

  it('are not read from the data of a picture in the content', () => {
    expect(numerals(`BI /W 1 /H 1 ID (9) Tj EI ${text(50, 100, '5')}`)).toBe('|5|');
  });

  it('are those of an escaped string', () => {
    expect(numerals('BT /F1 10 Tf (\\061\\(2) Tj ET')).toBe('|1 2|');
  });

  it('are left to the full reader where a font says nothing of its characters', () => {
    const fonts = '/F9 << /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [] >>';
    expect(numerals('BT /F9 10 Tf <00110012> Tj ET', { fonts })).toBeNull();
  });

  it('are left to the full reader where the number of pages is not the one that PDFium counts', () => {
    expect(openNumerals(buildPdf([{ content: '' }]), 2)).toBeNull();
  });

  it('never throw for damaged files', () => {
    const whole = Buffer.from(buildPdf([{ content: text(50, 100, '1,234.50') }]));
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        const read = openNumerals(bytes, 1);
        expect(typeof (read?.(1) ?? '')).toBe('string');
      }),
      { numRuns: 300 },
    );
  });
});
