import { buildPdf, grid, text } from './pdf.js';

/** A map to Unicode that gives the code of the digit 7 two characters: PDFium takes the first one (7), pdf.js the last one (8). */
const TWICE_MAPPED =
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange ' +
  '3 beginbfchar <37> <0037> <37> <0038> <2E> <002E> endbfchar endcmap end end';

/** A PDF of one table with an amount that two readers read differently: 7.77 and 8.88. */
export function ambiguousDigitPdf(): Uint8Array {
  const table = grid([50, 150, 250], [100, 130, 160]) + text(55, 140, 'Item') + text(155, 140, 'Amount') + text(55, 110, '201');
  const amount = 'BT /F3 10 Tf 1 0 0 1 155 110 Tm (7.77) Tj ET\n';
  const fonts = '/F3 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 3 0 R >>';
  return buildPdf([{ content: table + amount, fonts }], { objects: (file) => file.stream('', TWICE_MAPPED) });
}
