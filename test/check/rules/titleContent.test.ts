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

  it('does not take 商品和服务支出 for services that are bought', () => {
    const rows = [{ ...coded('302', ['3.00']), label: '商品和服务支出' }];
    expect(outcomesOf('title_content', [{ title: '政府采购预算表', columns: [{ path: ['预算数'] }], rows }])).toEqual(['fails']);
  });

  it('does not accept 采购品目 under a title of expenditure', () => {
    expect(titled('一般公共预算基本支出表', [{ path: ['采购品目'] }, { path: ['数量'] }, { path: ['金额'] }])).toEqual(['fails']);
  });

  it('does not accept expenditure that a budget of the government has not', () => {
    expect(titled('一般公共预算支出表', [{ path: ['合计'] }, { path: ['基本支出'] }, { path: ['上缴上级支出'] }])).toEqual(['fails']);
  });

  it('does not accept 一般公共预算支出 over all amounts of 支出总表', () => {
    const under = (head: string) => ['合计', '基本支出', '项目支出'].map((leaf) => ({ path: [head, leaf] }));
    expect(titled('支出预算总表', under('一般公共预算支出'))).toEqual(['fails']);
    expect(titled('支出预算总表', under('支出预算'))).toEqual(['holds']);
  });

  it('does not take a header 经济 for rows by economic class', () => {
    expect(titled('一般公共预算支出表（按经济分类）', [...BY_PART.slice(0, 2), { path: ['对附属单位补助支出'] }])).toEqual(['fails']);
  });

  it('says nothing of a table without a title', () => {
    expect(titled('')).toEqual([]);
  });
});
