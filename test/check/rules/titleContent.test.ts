import { describe, expect, it } from 'vitest';
import { BY_PART, coded, outcomesOf } from '../outcomes.js';

const titled = (title: string, columns = BY_PART) =>
  outcomesOf('title_content', [{ title, columns, rows: [coded('2010301', ['3.00', '2.00', '1.00'])] }]);

describe('title_content', () => {
  it('accepts 基本支出 and 项目支出 under a title of expenditure', () => {
    expect(titled('支出总表')).not.toContain('fails');
  });

  it.each(['收入总表', '一般公共预算“三公”经费支出表', '一般公共预算基本支出表', '政府采购预算表', '部门支出总表（按经济分类科目）'])(
    'does not accept them under %s',
    (title) => {
      expect(titled(title)).toEqual(['fails']);
    },
  );

  it('does not accept columns of “三公” items under another title', () => {
    const columns = [{ path: ['公务接待费'] }, { path: ['因公出国（境）费'] }, { path: ['公务用车运行费'] }];
    expect(titled('支出总表', columns)).toEqual(['fails']);
    expect(titled('“三公”经费支出表', columns)).toEqual(['holds']);
  });

  it('says nothing of a table without a title', () => {
    expect(titled('')).toEqual([]);
  });
});
