import { expect, it } from 'vitest';
import { codebookOf } from '../../src/interpret/codebookOf.js';
import { codebook } from './printedTable.js';

/** A code of which an older version has another name than the newest. */
const renamed = codebook.list('functional').find(({ code, name, valid_to }) => {
  const newest = codebook.entry('functional', code, null);
  return valid_to !== null && newest !== null && newest.name !== name;
});

it('A codebook of a year means that year where none is known, and any other where one is', () => {
  if (renamed === undefined) throw new Error('no code was ever renamed');
  const year = renamed.valid_from;
  const hinted = codebookOf(codebook, year);
  expect(hinted.entry('functional', renamed.code, null)?.name).toBe(renamed.name);
  expect(hinted.entry('functional', renamed.code, 2026)).toEqual(codebook.entry('functional', renamed.code, 2026));
  expect(codebookOf(codebook, undefined)).toBe(codebook);
});
