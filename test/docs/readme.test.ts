import { describe, expect, it } from 'vitest';
import { firstColumn, readDocument } from './documents.js';

const english = readDocument('README.md');
const chinese = readDocument('README.zh.md');

/** Each match of a pattern, its first group. */
function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

/** The commands in the shell blocks, without comments. */
function commands(text: string): string[] {
  return all(text, /```sh\n([\s\S]*?)```/g).flatMap((block) => block.split('\n').map((line) => line.replace(/ +#.*/, '')));
}

/** The links, those between the two languages apart. */
function links(text: string): string[] {
  return all(text, /\]\(([^)]+)\)/g).filter((target) => !/^README(\.zh)?\.md$/.test(target));
}

describe('README.zh.md', () => {
  it('gives the commands of README.md', () => {
    expect(commands(chinese)).toEqual(commands(english));
  });

  it('links where README.md links, in the same order', () => {
    expect(links(chinese)).toEqual(links(english));
  });

  it('has the headings of README.md, level by level', () => {
    expect(all(chinese, /^(#+) /gm)).toEqual(all(english, /^(#+) /gm));
  });

  it('has the tables of README.md, row by row', () => {
    expect(firstColumn(chinese)).toEqual(firstColumn(english));
    expect(all(chinese, /^(\|)/gm).length).toBe(all(english, /^(\|)/gm).length);
  });
});

describe('the links of README.md and docs/', () => {
  it.each(['README.md', 'docs/pipelines.md', 'docs/codebook.md', 'docs/diagnostics.md', 'docs/command-line.md'])(
    'of %s lead to files of the project',
    (name) => {
      const folder = name.includes('/') ? 'docs/' : '';
      for (const link of links(readDocument(name)).filter((target) => !/^https?:/.test(target)))
        expect(() => readDocument(`${folder}${link.replace(/#.*$/, '')}`)).not.toThrow();
    },
  );
});
