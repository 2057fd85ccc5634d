import { describe, expect, test } from 'vitest';
import { read } from './prose.js';

const terms = (...paragraphs: string[]) => read(...paragraphs).terms.map(({ term, definition }) => [term, definition]);

describe('explained terms', () => {
  test('are numbered items with a colon', () => {
    expect(terms('十、名词解释', '1、财政拨款收入：指拨付的资金。', '2、其他收入：包括利息。')).toEqual([
      ['财政拨款收入', '指拨付的资金。'],
      ['其他收入', '包括利息。'],
    ]);
  });
  test('need no numbering', () => {
    expect(terms('六、名词解释', '基本支出：指日常支出。')).toEqual([['基本支出', '指日常支出。']]);
  });
  test('are found where the title stands alone', () => {
    expect(terms('名词解释', '（一）基本支出：指日常支出。')).toEqual([['基本支出', '指日常支出。']]);
  });
  test('a paragraph that goes on belongs to the definition before', () => {
    expect(terms('名词解释', '1、“三公”经费：指三项费用。', '其中：接待费指接待支出。')).toEqual([
      ['“三公”经费', '指三项费用。\n其中：接待费指接待支出。'],
    ]);
  });
  test('a closing remark is no definition', () => {
    expect(terms('名词解释', '1、其他收入：指利息。', '我部门无其他需要说明的事项。')).toHaveLength(1);
  });
  test('amounts in definitions are no statements', () => {
    expect(read('名词解释', '1、大额资金：指100万元的资金。').statements).toEqual([]);
  });
  test('items that a reader joined are told apart', () => {
    expect(terms('名词解释', '1、甲收入：指一。2、乙收入：指二。')).toHaveLength(2);
  });
});
