import { describe, expect, it } from 'vitest';
import { dataDictionary } from '../../src/dataset/index.js';
import { PUBLISHED_TABLES } from '../../src/model/index.js';
import { firstColumn, readDocument, section } from './documents.js';

describe('docs/data.md', () => {
  it('is what `npm run docs:data` writes for the schemas of today', () => {
    expect(readDocument('docs/data.md')).toBe(dataDictionary());
  });

  it.each(Object.entries(PUBLISHED_TABLES))('names every column of %s in order', (name, { schema }) => {
    expect(firstColumn(section(dataDictionary(), name))).toEqual(Object.keys(schema.shape));
  });

  it('points only to columns that exist', () => {
    const columns = Object.entries(PUBLISHED_TABLES).flatMap(([name, { schema }]) =>
      Object.keys(schema.shape).map((column) => `${name}.${column}`),
    );
    const targets = [...dataDictionary().matchAll(/→ `([^`]+)`/g)].map((match) => match[1]);
    expect(targets.filter((target) => !columns.includes(target ?? ''))).toEqual([]);
  });

  it('says what the values of closed lists mean', () => {
    expect(section(dataDictionary(), 'Values')).toMatch(/### `proof`\n\n\| value \| means \|\n\| --- \| --- \|\n\| `proved` \| /);
  });

  it('says how decimals, lists, closed lists and units are written', () => {
    const lines = section(dataDictionary(), 'lines');
    expect(lines).toContain('| `amount` | decimal, yuan, or blank | money in yuan |');
    expect(lines).toContain('| `row_path` | list of text (joined by ` / `) | printed row labels from top to leaf |');
    expect(lines).toMatch(/\| `proof` \| text \| .*One of `proved`, `disputed`, `contradicted`, `unchecked` \|/);
  });
});
