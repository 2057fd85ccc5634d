import { describe, expect, it } from 'vitest';
import { nestsDeeper } from '../../../src/extract/html/nesting.js';
import { extract } from '../../../src/extract/index.js';
import { MEDIA_TYPES } from '../../../src/model/index.js';

const DEEP = 200_000;
/** The codes that a page of this markup is refused with. */
const codesOf = async (markup: string) =>
  (await extract(Buffer.from(`<html><body>${markup}`), MEDIA_TYPES.html)).diagnostics.map((one) => one.code);

describe('a page of elements that are never closed is refused before its tree is built', () => {
  it.each([
    ['blocks', '<div>'],
    ['formatting that is taken over into each paragraph', '<b><p>'],
    ['tables in cells', '<table><tr><td>'],
    ['lists', '<ul><li>'],
    ['templates', '<template>'],
    ['drawings', '<svg>'],
    ['text in drawings', '<svg><foreignObject><p>'],
  ])('%s', async (_, markup) => {
    expect(await codesOf(markup.repeat(DEEP))).toEqual(['too_large']);
  });

  it.each(['option', 'rt', 'link', 'param'])('<%s> inside a drawing, where it has content', async (name) => {
    expect(await codesOf(`<svg>${`<${name}>`.repeat(DEEP)}`)).toEqual(['too_large']);
  });
});

describe('a page of many elements beside one another nests no deeper for that', () => {
  it.each([
    ['paragraphs without end tags', '<p>text'],
    ['rows without end tags', '<tr><td>1<td>2'],
    ['closed blocks', '<div><span>text</span></div>'],
  ])('%s', (_, markup) => {
    expect(nestsDeeper(`<table>${markup.repeat(5000)}`, 100)).toBe(false);
  });

  it('shapes of a drawing', () => {
    expect(nestsDeeper(`<svg>${'<path d="M0 0"/>'.repeat(5000)}</svg>`, 100)).toBe(false);
  });
});
