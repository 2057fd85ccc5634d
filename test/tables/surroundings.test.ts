import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/model/index.js';
import { readTables } from '../../src/tables/index.js';
import { documentOf, heading, line, piece, table } from './printed.js';

const GRID = '项目 | 金额\n合计 | 9.00';
const first = (...blocks: Block[]) => readTables(documentOf(...blocks)).tables[0]!;

describe('title, label and unit over a table', () => {
  test('stand in lines of their own', () => {
    expect(first(line('公开01表', 1, 10), line('收支总表', 1, 30), line('单位：万元', 1, 50), piece(1, GRID))).toMatchObject({
      label: '公开01表',
      title: '收支总表',
      unit: '万元',
      unitPlace: { page: 1, block: 2 },
    });
  });

  test('may share a line', () => {
    expect(first(line('预算01表 收支总表', 1, 10), line('金额单位：元', 1, 30), piece(1, GRID))).toMatchObject({
      label: '预算01表',
      title: '收支总表',
      unit: '元',
    });
  });

  test('a section heading above the title is not the title', () => {
    expect(first(heading('第二部分 2026年部门预算表'), heading('收支总体情况表'), table(GRID)).title).toBe('收支总体情况表');
  });

  test('the number of a section is no part of the title', () => {
    expect(first(heading('一、收支预算总表'), table(GRID)).title).toBe('收支预算总表');
  });

  test('a heading that the format states is a title whatever its words', () => {
    expect(first(heading('部门政府采购预算'), table(GRID)).title).toBe('部门政府采购预算');
  });

  test('a sentence is no title', () => {
    expect(first(line('本部门收入情况如下，详见下表。', 1), piece(1, GRID)).title).toBeNull();
  });

  test('a note of the table before is no title', () => {
    expect(first(line('注：本表为空表', 1), piece(1, GRID)).title).toBeNull();
  });

  test('a title set over two lines is one', () => {
    const halves = [line('一般公共预算拨款“三公”经费及会议费、培训费支出绩效目标', 1, 20, 50, 500), line('表', 1, 36, 265, 285)];
    expect(first(line('表13', 1, 4), ...halves, piece(1, GRID))).toMatchObject({
      label: '表13',
      title: '一般公共预算拨款“三公”经费及会议费、培训费支出绩效目标表',
    });
  });

  test('a bracket under the title belongs to it', () => {
    expect(first(line('一般公共预算支出明细表', 1, 20), line('（按功能分类科目）', 1, 40), piece(1, GRID)).title).toBe(
      '一般公共预算支出明细表（按功能分类科目）',
    );
  });

  test('a year under the title is the year', () => {
    const found = first(line('部门整体支出绩效目标表', 1, 20), line('（2026年度）', 1, 40), piece(1, GRID));
    expect([found.title, found.meta.year]).toEqual(['部门整体支出绩效目标表', 2026]);
  });

  test('an organization beside its key on another text of the line is found', () => {
    const blocks = [
      line('收支总表', 1, 20),
      line('部门：', 1, 40, 50, 80),
      line('某市人民检察院', 1, 40, 120, 220),
      line('单位：万元', 1, 40, 400, 450),
    ];
    expect(first(...blocks, piece(1, GRID))).toMatchObject({ title: '收支总表', unit: '万元', meta: { organization: '某市人民检察院' } });
  });

  test('at the foot of the page before they belong to the table at the top of the next', () => {
    expect(first(line('会议费明细表', 1, 700), line('单位：万元', 1, 720), piece(2, GRID))).toMatchObject({
      title: '会议费明细表',
      unit: '万元',
      pages: [2],
    });
  });

  test('a caption is a title', () => {
    expect(first({ ...table(GRID), caption: '收入总表' }).title).toBe('收入总表');
  });

  test('a second table right under the first stands under the same title', () => {
    const { tables } = readTables(
      documentOf(heading('物业绩效目标表'), table('项目编码 | 20260001 | 项目名称 | 物业'), table('一级指标 | 指标值\n产出 | 9')),
    );
    expect(tables.map((one) => one.title)).toEqual(['物业绩效目标表', '物业绩效目标表']);
  });
});

describe('meta rows in the grid', () => {
  test('state organization, code, year and unit', () => {
    expect(first(table(`434某区人民政府办公室 | 预算年度：2024 | 单位：万元\n项目 | 预算数 | 备注\n合计 | 9.00 | `))).toMatchObject({
      unit: '万元',
      unitPlace: { row: 0, column: 2 },
      meta: { organization: '某区人民政府办公室', organizationCode: '434', year: 2024, asOf: null },
      columns: [['项目'], ['预算数'], ['备注']],
    });
  });

  test('a title in the first row is the title', () => {
    expect(first(heading('附表'), table('收支总表 | <\n单位：元 | <\n项目 | 金额\n合计 | 9.00'))).toMatchObject({
      title: '收支总表',
      unit: '元',
      columns: [['项目'], ['金额']],
    });
  });
});

describe('other places of a unit', () => {
  test('a header cell', () => {
    expect(first(table('项目 | 数量 | 价值（金额单位：万元）\n车辆 | 2 | 9.00')).unit).toBe('万元');
  });

  test('a bracket at the end of a header cell', () => {
    expect(first(table('项目 | 预算金额（元）\n车辆 | 9.00')).unit).toBe('元');
  });

  test('header cells that differ state none', () => {
    expect(first(table('项目 | 金额（元） | 金额（万元）\n车辆 | 90000.00 | 9.00')).unit).toBeNull();
  });
});

describe('notes', () => {
  test('a line under the table', () => {
    expect(first(piece(1, GRID), line('注：本表本年无发生额。', 1, 600)).note).toBe('注：本表本年无发生额。');
  });

  test('the last row of the grid is no body row', () => {
    const found = first(table(`${GRID}\n注：无。 | <`));
    expect([found.note, found.rows.length]).toEqual(['注：无。', 1]);
  });

  test('prose behind a note is none, a sentence about the table is', () => {
    const note = (...texts: string[]) => first(piece(1, GRID), ...texts.map((text, i) => line(text, 1, 600 + 20 * i))).note;
    expect(note('注：本表为空。', '某局上年末固定资产金额为340.69万元。')).toBe('注：本表为空。');
    expect(note('注：含上年结转。', '本套报表金额单位转换时可能存在尾数误差。')).toBe(
      '注：含上年结转。本套报表金额单位转换时可能存在尾数误差。',
    );
    expect(note('注：1.本表为空。', '2.金额为零。')).toBe('注：1.本表为空。2.金额为零。');
    expect(note('注：本表为空。', '1.某局负责贸易。')).toBe('注：本表为空。');
  });

  test('two notes read the same on one line and on two', () => {
    const [one, two] = ['注：单价会变动。', '注：无政府采购预算。'];
    const onOne = first(piece(1, GRID), line(`${one}${two}`, 1, 600)).note;
    expect(onOne).toBe(first(piece(1, GRID), line(one, 1, 600), line(two, 1, 620)).note);
  });

  test('several lines are one note', () => {
    expect(first(piece(1, GRID), line('注：本表反映支出。', 1, 600), line('说明：本年度没有支出，故本表无数据。', 1, 620)).note).toBe(
      '注：本表反映支出。 说明：本年度没有支出，故本表无数据。',
    );
  });
});
