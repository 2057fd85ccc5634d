import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProse } from '../../../src/interpret/prose/index.js';
import { inkOf, pageAt, pageStarts } from '../../../src/interpret/prose/passagePages.js';
import type { Block } from '../../../src/model/index.js';
import { document, facts, pages } from './prose.js';

/** A paragraph that its pages print piece by piece, the first on page 4. */
function paragraph(...texts: string[]): Extract<Block, { type: 'paragraph' }> {
  return { type: 'paragraph', text: texts.join(''), page: 4, pieces: texts.map((text, i) => ({ page: 4 + i, text })) };
}

/** Subject and page of each amount in paragraphs. */
function pagesOf(...blocks: Block[]): (string | number | null)[][] {
  return readProse({ ...document(), blocks }, facts).statements.map(({ subject, page }) => [subject, page]);
}

describe('the page of an amount', () => {
  it('is the one that prints it, not the one on which its paragraph begins', () => {
    expect(pagesOf(paragraph('工会经费5万元，其中：福利', '费3万元。公务接待费2万元。'))).toEqual([
      ['工会经费', 4],
      ['福利费', 5],
      ['公务接待费', 5],
    ]);
  });

  it('is the one on which a number begins that the page break cuts', () => {
    expect(pagesOf(paragraph('工会经费5', '12万元。公务接待费2万元。')).map(([, page]) => page)).toEqual([4, 5]);
  });

  it('is found in items of one paragraph, each on its own page', () => {
    expect(pagesOf(paragraph('1、工会经费5万元。2、福利费', '3万元。3、公务接待费2万元。')).map(([, page]) => page)).toEqual([4, 5, 5]);
  });

  it('is found where two paragraphs of two pages are one passage', () => {
    const { statements } = readProse(pages(['工会经费5万元，同时，由于人员增加，'], ['福利费3万元。']), facts);
    expect(statements.map(({ page }) => page)).toEqual([1, 2]);
  });

  it('is found where a line starts with the amount of the words before it', () => {
    const { statements } = readProse(pages(['支出3万元，其中：工会经费', '2万元，福利费1万元。']), facts);
    expect(statements.map(({ subject, parent_ordinal }) => [subject, parent_ordinal])).toEqual([
      ['支出', null],
      ['工会经费', 0],
      ['福利费', 0],
    ]);
  });

  it('is null where the format has no pages', () => {
    expect(pagesOf({ type: 'paragraph', text: '工会经费5万元。' })).toEqual([['工会经费', null]]);
  });
});

describe('pages of a text', () => {
  it('tell for every character its page, however it is laid out', () => {
    const word = fc.string({ unit: fc.constantFrom('预', '算', '5', ' ', '\u3000'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(
          word.filter((text) => inkOf(text) > 0),
          { minLength: 2, maxLength: 5 },
        ),
        (texts) => {
          const starts = pageStarts(paragraph(...texts));
          const text = texts.join('').replace(/\s/g, '');
          const wanted = texts.flatMap((piece, i) => new Array<number>(inkOf(piece)).fill(4 + i));
          expect([...text].map((_, offset) => pageAt(starts, text, offset))).toEqual(wanted);
        },
      ),
    );
  });
});
