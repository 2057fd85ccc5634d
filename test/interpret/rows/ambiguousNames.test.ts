import { describe, expect, it } from 'vitest';
import { readDocumentTables } from '../../../src/interpret/readDocumentTables.js';
import { codebook, context, linesOf, printedTable, read } from '../printedTable.js';

const ITEMS = ['功能分类科目', '合计'];
const ambiguous = printedTable('支出总表', ITEMS, [
  ['行政运行', '1.00'],
  ['专项普查活动', '2.00'],
]);
const coded = printedTable('一般公共预算支出表', ['科目编码', '科目名称', '合计'], [['2010501', '行政运行', '1.00']]);
const noUnit = { unit: null, from: null };

describe('a name that several codes have', () => {
  it('gives its lines no code, and the best guess as runner-up', () => {
    const { lines, lineCodes } = linesOf(ambiguous);
    expect(lines[0]?.functional_code).toBeNull();
    expect(lineCodes.find(({ line_id }) => line_id === lines[0]?.line_id)).toMatchObject({
      code: null,
      name_printed: '行政运行',
      origin: 'named',
      score: '1',
      runner_up: '2010501',
    });
  });

  it('is the one that another table of the document prints', () => {
    const [names] = readDocumentTables([ambiguous, coded], [noUnit, noUnit], context, codebook);
    expect(names?.rows[0]?.codes.get('functional')).toMatchObject({ code: '2010501', origin: 'named' });
  });

  it('is the 类 where it lacks 支出 and the transfers that bear it too are not open', () => {
    const { lines } = linesOf(
      printedTable('收支总表', ITEMS, [
        ['教育支出', '1.00'],
        ['交通运输', '2.00'],
      ]),
    );
    expect(lines.map((line) => line.functional_code)).toEqual(['205', '214']);
  });

  it('is not read from a number that begins a name and is no 类', () => {
    const { lines } = linesOf(printedTable('项目支出表', ['项目名称', '合计'], [['360杀毒软件', '1.00']]));
    expect(lines.map((line) => [line.economic_department_code, line.row_path.at(-1)])).toEqual([[null, '360杀毒软件']]);
  });

  it('stays open where other tables print several of them', () => {
    const also = printedTable('政府性基金预算支出表', ['科目编码', '科目名称', '合计'], [['2010301', '行政运行', '1.00']]);
    const [names] = readDocumentTables([ambiguous, coded, also], [noUnit, noUnit, noUnit], context, codebook);
    expect(names?.rows[0]?.codes.has('functional')).toBe(false);
  });

  it('is the one that corresponds to the code in the other economic list', () => {
    const columns = ['政府支出经济分类科目', '部门支出经济分类科目', '合计'];
    const rows = read(printedTable('支出总表', columns, [['50402-基础设施建设', '基础设施建设', '1.00']])).rows;
    expect(rows[0]?.codes.get('economic_department')?.code).toBe('30905');
  });

  it('is not taken again behind a 款 that the codebook does not have', () => {
    const columns = ['功能分类科目', '合计'];
    const names = ['一般公共服务支出', '统计信息事务', '行政运行', '专项普查活动', '宇航观测事务', '行政运行'];
    const { rows } = read(
      printedTable(
        '支出总表',
        columns,
        names.map((name) => [name, '1.00']),
      ),
    );
    expect(rows.map((row) => row.codes.get('functional')?.code ?? null)).toEqual(['201', '20105', '2010501', '2010507', null, null]);
  });
});

describe('names below a header that a page border cut off', () => {
  it('belong to the economic list that more of them fit', () => {
    const names = ['机关工资福利支出', '机关商品和服务支出', '对企业补助', '对个人和家庭的补助'];
    const { rows } = read(
      printedTable(
        '财政拨款收支总表',
        ['支出 / 府预算支出经济科目（按大类）', '支出 / 预算数'],
        names.map((name) => [name, '1.00']),
      ),
    );
    expect(rows.map((row) => row.codes.get('economic_government')?.code)).toEqual(['501', '502', '507', '509']);
  });
});
