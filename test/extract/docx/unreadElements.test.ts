import { describe, expect, it } from 'vitest';
import { withoutUnreadElements } from '../../../src/extract/docx/unreadElements.js';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
/** A part whose body is `inner`. */
const part = (inner: string, uri = WORD) => `<w:document xmlns:w="${uri}"><w:body>${inner}</w:body></w:document>`;
const BOLD_RUN = '<w:r><w:rPr><w:rFonts w:ascii="宋体" w:hint="eastAsia"/><w:b/><w:sz w:val="18"/></w:rPr><w:t>1,234.50</w:t></w:r>';

describe('markup of looks', () => {
  it('is left out, and what readers ask about stays', () => {
    expect(withoutUnreadElements(part(BOLD_RUN))).toBe(part('<w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t>1,234.50</w:t></w:r>'));
  });

  it('is left out with what it holds', () => {
    const borders = '<w:tcBorders><w:top w:val="single" w:sz="4"/><w:end w:val="nil"/></w:tcBorders>';
    expect(withoutUnreadElements(part(`<w:tcPr>${borders}<w:gridSpan w:val="2"/></w:tcPr>`))).toBe(
      part('<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'),
    );
  });

  it('stays where the prefix belongs to another namespace', () => {
    expect(withoutUnreadElements(part(BOLD_RUN, 'urn:other'))).toBe(part(BOLD_RUN, 'urn:other'));
  });

  it('stays where the prefix is declared anew further down', () => {
    const inner = `<w:r xmlns:w="urn:other"/>${BOLD_RUN}`;
    expect(withoutUnreadElements(part(inner))).toBe(part(inner));
  });

  it('stays where tags may be text', () => {
    const inner = '<w:t><![CDATA[<w:b/>]]></w:t>';
    expect(withoutUnreadElements(part(inner))).toBe(part(inner));
  });

  it('that is hostile is given back without backtracking over it for ever', () => {
    const hostile = part(`<w:tcBorders>${'<w:top w:val="a"'.repeat(200_000)}${'<w:b w:val="1"'.repeat(200_000)}${' '.repeat(1_000_000)}`);
    expect(withoutUnreadElements(hostile)).toBe(hostile);
  });
});
