import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../src/extract/pdf/index.js';
import type { DocumentModel } from '../../../src/model/index.js';
import { buildPdf, grid, text } from '../../builders/pdf.js';
import { builtSources } from '../../builtSources.js';

/** The font entry /F3 of a Chinese font that is not embedded and has no map to Unicode: only a predefined CMap explains its codes. */
function chineseFont(encoding: string): string {
  const descriptor =
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 6 /FontBBox [0 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>';
  return (
    `/F3 << /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /${encoding} /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 ` +
    `/BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor ${descriptor} >>] >>`
  );
}

/** “预算” in some encodings of Chinese fonts. */
const HEADS = { 'UniGB-UCS2-H': '98847B97', 'UniGB-UTF16-H': '98847B97', 'GBK-EUC-H': 'D4A4CBE3' };

/** A PDF of one table whose head is “预算” in an encoding; it is cut off within its trailer, so that PDFium does not open it. */
function cutOff(encoding: keyof typeof HEADS): Uint8Array {
  const head = `${text(55, 140, 'Item')}BT /F3 10 Tf 1 0 0 1 155 140 Tm <${HEADS[encoding]}> Tj ET\n`;
  const content = grid([50, 150, 250], [100, 130, 160]) + head + text(55, 110, '201') + text(155, 110, '-16,410.71');
  const whole = Buffer.from(buildPdf([{ content, fonts: chineseFont(encoding) }]));
  return new Uint8Array(whole.subarray(0, whole.indexOf(' 0 R', whole.indexOf('/Root')) + ' 0 R'.length));
}

/** The texts of all blocks. */
const linesOf = ({ blocks }: Pick<DocumentModel, 'blocks'>): string[] => blocks.flatMap((block) => ('text' in block ? [block.text] : []));

describe('a PDF that PDFium cannot open but pdf.js can', () => {
  it('is named as one of which only the text is read', async () => {
    const { diagnostics } = await readPdf(cutOff('UniGB-UCS2-H'));
    expect(diagnostics).toMatchObject([
      { code: 'damaged_document', severity: 'error', message: expect.stringContaining('only its plain text could be read') },
    ]);
  });

  it.each(['UniGB-UCS2-H', 'UniGB-UTF16-H', 'GBK-EUC-H'] as const)(
    'gives the numbers and the Chinese of a font in %s',
    async (encoding) => {
      expect(linesOf(await readPdf(cutOff(encoding)))).toEqual(['Item 预算', '201 -16,410.71']);
    },
  );
});

describe('the compiled program', () => {
  it('finds the CMaps beside pdf.js from any working folder', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'fiscus-cmaps-'));
    try {
      await writeFile(path.join(folder, 'a.pdf'), cutOff('UniGB-UCS2-H'));
      const room = pathToFileURL(path.join(builtSources(), 'dist/extract/pdf/index.js')).href;
      const script = `import { readFile } from 'node:fs/promises'; import { readPdf } from ${JSON.stringify(room)};
        console.log((await readPdf(await readFile('a.pdf'))).blocks.map(({ text }) => text).join('|'))`;
      const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { cwd: folder });
      expect(stdout.trim()).toBe('Item 预算|201 -16,410.71');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
