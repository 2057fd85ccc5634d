import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../src/extract/pdf/index.js';
import type { DocumentModel, TableBlock } from '../../../src/model/index.js';
import { buildPdf, grid, type PdfPage, type PdfParts, text } from '../../builders/pdf.js';

/** A 2 × 2 table in user space with its lower left corner at (50, 100). */
const content =
  grid([50, 150, 250], [100, 130, 160]) +
  text(55, 140, 'Item') +
  text(155, 140, 'Amount') +
  text(55, 110, '201') +
  text(155, 110, '16,410.71');
const texts = ['Item', 'Amount', '201', '16,410.71'];

function read(page: PdfPage, parts: PdfParts = {}): Promise<DocumentModel> {
  return readPdf(buildPdf([page], parts));
}

/** The texts of all cells. */
function cellsOf(model: DocumentModel): string[] {
  return model.blocks.flatMap((block) => (block.type === 'table' ? block.grid.cells.map((cell) => cell.text) : []));
}

/** The texts of all blocks that are no tables. */
function linesOf(model: DocumentModel): string[] {
  return model.blocks.flatMap((block) => (block.type === 'table' || block.type === 'figure' ? [] : [block.text]));
}

function codesOf(model: DocumentModel): string[] {
  return model.diagnostics.map(({ code, severity }) => `${code} ${severity}`);
}

/** A font dictionary entry /F3 of a Chinese font that is not embedded. */
function chineseFont(encoding: string, entries = ''): string {
  return (
    `/F3 << /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /${encoding} ${entries} /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 ` +
    '/BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 >>] >>'
  );
}

/** The same as /F3 with codes that only its map to Unicode can explain. */
function unexplainedFont(entries = ''): string {
  return chineseFont('Identity-H', entries).replace('(GB1)', '(Identity)');
}

/** Content that shows codes (hexadecimal) of /F3 at (x, y). */
function codes(x: number, y: number, shown: string): string {
  return `BT /F3 12 Tf 1 0 0 1 ${x} ${y} Tm <${shown}> Tj ET\n`;
}

/** Content that shows Chinese text of /F2 (UCS-2) with its baseline at (x, y). */
function hanzi(x: number, y: number, written: string): string {
  const shown = [...written].map((character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  return `BT /F2 12 Tf 1 0 0 1 ${x} ${y} Tm <${shown}> Tj ET\n`;
}

/** A ToUnicode map from one code of two bytes to a character. */
function toUnicode(code: string, character: string): string {
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfchar <${code}> <${character}> endbfchar endcmap end end`;
}

describe('encrypted files', () => {
  const ciphers = ['RC4-40', 'RC4-128', 'AES-128', 'AES-256'] as const;

  it.each(ciphers)('of %s with an empty user password are read', async (cipher) => {
    expect(cellsOf(await read({ content }, { encryption: { cipher, userPassword: '' } }))).toEqual(texts);
  });

  it.each(ciphers)('of %s with a user password are named', async (cipher) => {
    const model = await read({ content }, { encryption: { cipher, userPassword: 'secret' } });
    expect([codesOf(model), model.blocks]).toEqual([['encrypted_document error'], []]);
  });

  it('of a cipher that no reader knows are named', async () => {
    const bytes = buildPdf([{ content }], { trailer: '/Encrypt << /Filter /RightsManagement /V 1 >>' });
    expect(codesOf(await readPdf(bytes))).toEqual(['encrypted_document error']);
  });
});

describe('pages', () => {
  it('landscape among portrait and A3 among A4 keep their own sizes and tables', async () => {
    const sizes = [
      [595, 842],
      [842, 595],
      [842, 1191],
    ] as const;
    const model = await readPdf(buildPdf(sizes.map(([width, height]) => ({ content, width, height }))));
    expect(model.pages.map(({ width, height }) => [width, height])).toEqual(sizes);
    expect(model.blocks.map((block) => block.box![1])).toEqual([842 - 160, 595 - 160, 1191 - 160]);
  });

  it('that share a paragraph have their own piece of it', async () => {
    const rows = (texts: string[], top: number): string => texts.map((row, i) => hanzi(40, top - 20 * i, row)).join('');
    const full = '部门预算收入支出总体情况说明如下一般公共预算';
    const model = await readPdf(buildPdf([{ content: rows([full], 60) }, { content: rows([full, '安排123.45万元。'], 250) }]));
    const [block] = model.blocks;
    const pieces = block?.type === 'paragraph' ? (block.pieces ?? []).map(({ page, text: printed }) => [page, printed]) : [];
    expect(pieces).toEqual([
      [1, full],
      [2, `${full}安排123.45万元。`],
    ]);
  });

  it('a user unit changes no table', async () => {
    expect(cellsOf(await read({ content, entries: '/UserUnit 2' }))).toEqual(texts);
  });

  it('a crop box larger than the page is cut to the page', async () => {
    expect((await read({ content, cropBox: [-100, -100, 900, 900] })).blocks[0]!.box).toEqual([50, 140, 250, 200]);
  });

  it('text outside the crop box is not printed, and named', async () => {
    const model = await read({ content: content + text(10, 20, '888.88'), cropBox: [40, 50, 340, 250] });
    expect([cellsOf(model), linesOf(model), codesOf(model)]).toEqual([texts, [], ['text_outside_page info']]);
  });

  it('a clip around a form XObject hides what lies beyond it', async () => {
    const model = await read({ content: 'q 0 0 140 300 re W n /Fm0 Do Q', forms: { Fm0: { content } } });
    expect([linesOf(model), codesOf(model)]).toEqual([['Item 201'], ['clipped_text info']]);
  });

  it('a form XObject turned by its matrix is read as displayed', async () => {
    const model = await read({ content: 'q 0 1 -1 0 300 0 cm /Fm0 Do Q', forms: { Fm0: { content } } });
    expect(model.blocks[0]!.box).toEqual([140, 50, 200, 250]);
  });

  it('a number that the edge of the page cuts is read whole, and named', async () => {
    const model = await read({ content: content + text(385, 200, '12345.67') });
    expect([linesOf(model), codesOf(model)]).toEqual([['12345.67'], ['cut_number warning']]);
  });

  it('a number that a clip cuts is named as printed in part', async () => {
    const model = await read({ content: `${content} q 0 0 77 300 re W n ${text(60, 250, '12345.67')} Q` });
    expect(codesOf(model)).toEqual(['cut_number warning', 'clipped_text info']);
  });
});

describe('text', () => {
  it('written down in a vertical font is one line', async () => {
    const model = await read({ content: codes(200, 280, '98847B9765365165'), fonts: chineseFont('UniGB-UCS2-V') });
    expect(linesOf(model)).toEqual(['预算收入']);
  });

  it.each([
    ['up', '0 1 -1 0 100 50'],
    ['down', '0 -1 1 0 100 250'],
    ['at an angle', '0.7 0.7 -0.7 0.7 100 100'],
  ])('turned %s is one line', async (_, matrix) => {
    const model = await read({ content: `BT /F1 10 Tf ${matrix} Tm (Total 123.45) Tj ET` });
    expect(linesOf(model).map((line) => line.replace(/\s/g, ''))).toEqual(['Total123.45']);
  });

  it('with a hyphen at the end of a line keeps it', async () => {
    const label = hanzi(40, 130, '信息化运维2025年-') + hanzi(40, 110, '2026年项目');
    const content = grid([30, 250, 350], [60, 100, 150]) + label + text(260, 120, '5.35') + hanzi(40, 75, '合计') + text(260, 75, '5.35');
    expect(cellsOf(await read({ content }))[0]).toBe('信息化运维2025年-\n2026年项目');
  });

  it('of a title and of the line with the label of a unit below it are two', async () => {
    const content = hanzi(60, 200, '一般公共预算支出情况表') + hanzi(40, 180, '单位名称：某市商务局');
    expect(linesOf(await read({ content }))).toEqual(['一般公共预算支出情况表', '单位名称：某市商务局']);
  });

  it('of a paragraph is without the page number at the left margin below it', async () => {
    const rows = ['商品和服务支出较上年减少原因是', '局属事业单位的项目支出较上年'];
    const content = rows.map((row, i) => hanzi(40, 100 - 20 * i, row)).join('') + hanzi(40, 58, '— 26 —');
    expect(linesOf(await read({ content }))).toEqual([rows.join(''), '— 26 —']);
  });

  it('white on paper is left out and named', async () => {
    const model = await read({ content: `${content} 1 g ${text(60, 250, '777.77')}` });
    expect([linesOf(model), codesOf(model)]).toEqual([[], ['invisible_text info']]);
  });

  it('white on a coloured area is read', async () => {
    const head = `q 0 0 0.5 rg 50 130 200 30 re f 1 g ${text(55, 140, 'Item')} ${text(155, 140, 'Amount')} Q\n`;
    const rest = grid([50, 150, 250], [100, 130, 160]) + text(55, 110, '201') + text(155, 110, '16,410.71');
    expect(cellsOf(await read({ content: head + rest }))).toEqual(texts);
  });

  it('white on a picture is read', async () => {
    const model = await read({ content: `${content} q 200 0 0 50 50 200 cm /Im0 Do Q 1 g ${text(60, 220, '777.77')}`, image: true });
    expect(linesOf(model)).toEqual(['777.77']);
  });

  // PDFium's own text page leaves such objects out: without an outline they have no width.
  it.each([
    ['GBK-EUC-H', 'D4A4', 'CBE3'],
    ['UniGB-UCS2-H', '9884', '7B97'],
  ])('drawn one Chinese glyph at a time in a font (%s) that is not embedded is read', async (encoding, first, second) => {
    const model = await read({ content: codes(50, 200, first) + codes(62, 200, second), fonts: chineseFont(encoding) });
    expect(linesOf(model)).toEqual(['预算']);
  });

  it('drawn one invisible Chinese glyph at a time stays invisible', async () => {
    const model = await read({ content: `${content} 3 Tr ${codes(50, 200, '9884')}`, fonts: chineseFont('UniGB-UCS2-H') });
    expect(linesOf(model)).toEqual([]);
  });

  it.each([
    ['no map to Unicode', ''],
    ['a map to a private-use character', 'E001'],
    ['a map to U+FFFD', 'FFFD'],
  ])('in a font with %s is named', async (_, character) => {
    const objects: PdfParts = { objects: (file) => file.stream('', toUnicode('0123', character)) };
    const map = character === '' ? '' : '/ToUnicode 3 0 R';
    const model = await read({ content: content + codes(50, 200, '0123'), fonts: unexplainedFont(map) }, objects);
    expect(codesOf(model)).toEqual(['unmapped_glyphs warning']);
  });

  it('of which most is unmapped needs OCR', async () => {
    const model = await read({ content: codes(50, 200, '012301240125'), fonts: unexplainedFont() });
    expect(codesOf(model)).toEqual(['needs_ocr error', 'unmapped_glyphs warning']);
  });

  it('in a Type 3 font is read by its map to Unicode', async () => {
    const font =
      '/F3 << /Type /Font /Subtype /Type3 /FontBBox [0 0 750 750] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /g1 3 0 R >> ' +
      '/Encoding << /Type /Encoding /Differences [1 /g1] >> /FirstChar 1 /LastChar 1 /Widths [1000] /ToUnicode 4 0 R >>';
    const map = toUnicode('01', '9884').replace('<0000> <FFFF>', '<00> <FF>');
    const model = await read(
      { content: codes(50, 200, '01'), fonts: font },
      {
        objects: (file) => {
          file.stream('', '1000 0 0 0 750 750 d1 0 0 750 750 re f');
          file.stream('', map);
        },
      },
    );
    expect([linesOf(model), codesOf(model)]).toEqual([['预'], []]);
  });
});

describe('layers', () => {
  /** A page with a visible table and an amount in marked content of a layer; `initial` says which layers are off. */
  function layered(initial: string, layer = '/OC /L1 BDC'): Promise<DocumentModel> {
    return read(
      { content: `${content}${layer} ${text(60, 250, '777.77')} EMC`, properties: '/L1 3 0 R /L2 4 0 R' },
      {
        catalog: `/OCProperties << /OCGs [3 0 R 4 0 R] /D << ${initial} >> >>`,
        objects: (file) => {
          file.add('<< /Type /OCG /Name (Draft) >>');
          file.add('<< /Type /OCG /Name <FEFF516C5F00> >>');
        },
      },
    );
  }

  it.each([
    ['switched off', '/OFF [3 0 R]', '/OC /L1 BDC'],
    ['with a Chinese name switched off', '/OFF [4 0 R]', '/OC /L2 BDC'],
    ['off by default', '/BaseState /OFF /ON [4 0 R]', '/OC /L1 BDC'],
  ])('%s are not read, and named', async (_, initial, layer) => {
    const model = await layered(initial, layer);
    expect([cellsOf(model), linesOf(model), codesOf(model)]).toEqual([texts, [], ['invisible_text info']]);
  });

  it('that are on are read', async () => {
    expect(linesOf(await layered('/OFF [4 0 R]'))).toEqual(['777.77']);
  });
});

describe('a file', () => {
  it('behind the warnings of a server is read from its header on', async () => {
    const model = await readPdf(Buffer.concat([Buffer.from('<b>Warning</b>: cannot modify header '.repeat(99)), buildPdf([{ content }])]));
    expect([cellsOf(model), codesOf(model)]).toEqual([texts, []]);
  });

  it('whose pages have a unit of their own has its table, in that unit', async () => {
    const model = await read({ content, entries: '/UserUnit 2' });
    expect([cellsOf(model), codesOf(model)]).toEqual([texts, []]);
  });

  it('with text of no size has none of it', async () => {
    const model = await read({ content: `${content} BT /F1 0 Tf 1 0 0 1 50 250 Tm (Hidden 12.50) Tj ET` });
    expect([cellsOf(model), linesOf(model)]).toEqual([texts, []]);
  });
});

describe('pictures', () => {
  const scan = 'q 400 0 0 300 0 0 cm /Im0 Do Q ';

  it('a scan under an invisible layer of recognized text is read and named', async () => {
    const model = await read({ content: `${scan} 3 Tr ${content}${text(50, 250, 'Expenditure by function')}`, image: true });
    expect([linesOf(model)[0], codesOf(model)]).toEqual(['Expenditure by function', ['recognized_text warning']]);
  });

  it('a scan with a page number only needs OCR, on its page', async () => {
    const model = await readPdf(buildPdf([{ content }, { content: scan + text(195, 20, '- 2 -'), image: true }]));
    expect(model.diagnostics).toMatchObject([{ code: 'needs_ocr', severity: 'error', place: { page: 2 } }]);
  });

  it('a seal or a logo on a page with text needs nothing', async () => {
    const model = await read({ content: `${content} q 100 0 0 100 280 180 cm /Im0 Do Q`, image: true });
    expect([cellsOf(model), codesOf(model)]).toEqual([texts, []]);
  });
});

describe('one page among a thousand', () => {
  it('is a table of its own page', async () => {
    const model = await readPdf(buildPdf(Array.from({ length: 1000 }, () => ({ content }))));
    const tables = model.blocks.filter((block): block is TableBlock => block.type === 'table');
    expect(tables.map((table) => table.page)).toEqual(Array.from({ length: 1000 }, (_, i) => i + 1));
  });
});
