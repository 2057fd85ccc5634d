import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import mammoth from 'mammoth';
import { expect, it } from 'vitest';
import { extract } from '../../../src/extract/index.js';
import { type Block, type DocumentModel, MEDIA_TYPES, type RawGrid } from '../../../src/model/index.js';
import { cellOf, docx, paragraph, paragraphOf, rowOf, run, tableOf } from '../../builders/docx.js';
import { describeWithShared, shared } from '../../shared.js';

/** A piece of body markup with the numbers it prints. */
interface Piece {
  markup: string;
  printed: string[];
}

const number = fc.integer({ min: 100_000, max: 999_999 }).map((value) => (value / 100).toFixed(2));
const runs: fc.Arbitrary<Piece> = fc
  .tuple(number, fc.constantFrom('plain', 'ins', 'del', 'moveTo', 'moveFrom', 'sdt', 'link', 'smartTag', 'field', 'vanish'))
  .map(([text, wrap]) => inlinePiece(text, wrap));

/** A run with a number, wrapped as tracked changes, controls and fields wrap it. */
function inlinePiece(text: string, wrap: string): Piece {
  const inner = run(` ${text} `);
  const wrapped: Record<string, string> = {
    plain: inner,
    ins: `<w:ins w:id="1">${inner}</w:ins>`,
    del: `<w:del w:id="1"><w:r><w:delText>${text}</w:delText></w:r></w:del>`,
    moveTo: `<w:moveTo w:id="1">${inner}</w:moveTo>`,
    moveFrom: `<w:moveFrom w:id="1">${inner}</w:moveFrom>`,
    sdt: `<w:sdt><w:sdtPr/><w:sdtContent>${inner}</w:sdtContent></w:sdt>`,
    link: `<w:hyperlink r:id="x">${inner}</w:hyperlink>`,
    smartTag: `<w:smartTag><w:smartTagPr/>${inner}</w:smartTag>`,
    field: `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=${text}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${inner}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    vanish: run(text, '<w:vanish/>'),
  };
  return { markup: wrapped[wrap]!, printed: ['del', 'moveFrom', 'vanish'].includes(wrap) ? [] : [text] };
}

/** Pieces one after another, inside markup. */
function joined(pieces: readonly Piece[], around: (markup: string) => string): Piece {
  return { markup: around(pieces.map((piece) => piece.markup).join('')), printed: pieces.flatMap((piece) => piece.printed) };
}

const { blocks } = fc.letrec<{ blocks: Piece; paragraph: Piece; box: Piece; table: Piece }>((tie) => ({
  blocks: fc
    .array(fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('paragraph'), tie('table'), tie('box')), {
      minLength: 1,
      maxLength: 3,
    })
    .map((pieces) => joined(pieces, (inner) => inner)),
  paragraph: fc.array(runs, { maxLength: 3 }).map((pieces) => joined(pieces, (inner) => paragraphOf(inner))),
  box: tie('blocks').map((piece) =>
    joined([piece], (inner) =>
      paragraphOf(`<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`),
    ),
  ),
  table: fc.array(fc.array(tie('blocks'), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }).map((rows) =>
    joined(
      rows.map((cells) =>
        joined(
          cells.map((cell) => joined([cell], (inner) => cellOf(inner + paragraph('')))),
          (inner) => rowOf([inner]),
        ),
      ),
      (inner) => tableOf([inner]),
    ),
  ),
}));

/** All numbers that blocks print, sorted. */
function numbersOf(model: DocumentModel): string[] {
  return texts(model.blocks)
    .flatMap((text) => text.match(/\d+(?:\.\d+)?/g) ?? [])
    .sort();
}

function texts(list: readonly Block[]): string[] {
  return list.flatMap((block) => (block.type === 'table' ? gridTexts(block.grid) : [block.text]));
}

function gridTexts(grid: RawGrid): string[] {
  return grid.cells.flatMap((cell) => [cell.text, ...(cell.tables ?? []).flatMap(gridTexts)]);
}

it('every printed number of a DOCX is in exactly one block or cell', async () => {
  await fc.assert(
    fc.asyncProperty(blocks, async ({ markup, printed }) => {
      expect(numbersOf(await extract(await docx(markup), MEDIA_TYPES.docx))).toEqual([...printed].sort());
    }),
    { numRuns: 60 },
  );
});

describeWithShared('a second reader of the same documents', () => {
  const folders = [shared('bench', 'docling-docx'), shared('seed')];
  const files = folders.flatMap((folder) =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => name.endsWith('.docx'))
          .map((name) => `${folder}/${name}`)
      : [],
  );

  it.each(files)('finds no number in %s that is not in the model', async (file) => {
    const bytes = readFileSync(file);
    const { value } = await mammoth.extractRawText({ buffer: bytes });
    const mine = new Map<string, number>();
    for (const one of numbersOf(await extract(bytes, MEDIA_TYPES.docx))) mine.set(one, (mine.get(one) ?? 0) + 1);
    const lost = (value.match(/\d+(?:\.\d+)?/g) ?? []).filter((one) => {
      const left = mine.get(one) ?? 0;
      mine.set(one, left - 1);
      return left <= 0;
    });
    expect(lost).toEqual([]);
  });
});
