import { expect, it } from 'vitest';
import { goesOnAsCaption, isCaptionText } from '../../../src/extract/pdf/prose/captions.js';

it.each([
  'Table 3. Receipts by year',
  'Table 2-1—Summary of receipts',
  'Figure A-1: Outlays',
  'Table B14A. Persons',
  '表1 收支总表',
  '图1：2022年收入',
])('%s is a caption', (text) => expect(isCaptionText(text)).toBe(true));

it.each([
  'Table 3 shows that receipts rose',
  'Table 6.2 is confined to food',
  '表1反映部门收入。',
  'Figure 5 Income ..... 12',
  'Table of contents',
])('%s is no caption', (text) => expect(isCaptionText(text)).toBe(false));

it('a caption goes on after a word that nothing ends with', () => {
  expect(goesOnAsCaption('Table 1: Growth in 2000, 2005 and', '2010')).toBe(true);
  expect(goesOnAsCaption('Table 1: Growth', 'The office found')).toBe(false);
});
