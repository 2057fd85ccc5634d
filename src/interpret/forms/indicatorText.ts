import type { GridCell } from '../../model/index.js';
import type { DraftIndicator } from './projectDraft.js';

/** Where the next indicator starts in a cell that prints all of a project's: 1、1-产出指标；11-数量指标；…。2、… */
const ITEM = /(?:^|(?<=[。；;\s]))\d{1,3}、(?=\d{1,2}[-—－])/;
const LEVEL1 = /^\d[-—－]/;
const LEVEL2 = /^\d{2}[-—－]/;
const VALUE = /^(年度|实施周期|实施期)?(?:绩效)?指标值[:：]/;

/** The indicators that one cell prints as numbered text with levels by code; none where it prints another kind of text. */
export function readIndicatorText(cell: GridCell, tableIndex: number): DraftIndicator[] {
  const items = cell.text.replace(/\s+/g, '').split(ITEM).slice(1);
  return items.map((item) => {
    const texts: Record<string, string> = { level1: '', level2: '', level3: '', value: '' };
    for (const part of item.replace(/[。；;]+$/, '').split(/[；;]/)) {
      const value = VALUE.exec(part);
      if (value !== null) texts.value = value[1] === '年度' || texts.value === '' ? part.slice(value[0].length) : (texts.value ?? '');
      else if (LEVEL1.test(part)) texts.level1 = part.replace(LEVEL1, '');
      else if (LEVEL2.test(part)) texts.level2 = part.replace(LEVEL2, '');
      else texts.level3 = texts.level3 === '' ? part : `${texts.level3}；${part}`;
    }
    return { texts, cell, tableIndex };
  });
}
