import { describe, expect, test } from 'vitest';
import { lineParts, yearAlone } from '../../src/tables/lineParts.js';

describe('units', () => {
  test.each([
    ['单位：万元', '万元'],
    ['单位:元', '元'],
    ['（金额单位：万元）', '万元'],
    ['货币单位：人民币亿元', '亿元'],
    ['单 位：千元', '千元'],
    ['单位：万元、%', '万元'],
    ['金位：元', '元'],
    ['万元', '万元'],
    ['部门名称：某市某局      单位：万元', '万元'],
    ['单位：某市某局 单位：百万元', '百万元'],
  ])('%s states %s', (line, unit) => {
    expect(lineParts(line).unit).toBe(unit);
  });

  test.each(['单位：某市水务局', '单位名称', '单位：元器件厂', '支出总计 万元户'])('%s states no unit', (line) => {
    expect(lineParts(line).unit).toBeNull();
  });
});

describe('labels', () => {
  test.each([
    ['公开01表', '公开01表'],
    ['公开 01 表', '公开01表'],
    ['预算01表', '预算01表'],
    ['财决01表', '财决01表'],
    ['表1', '表1'],
    ['表一', '表一'],
    ['附表1-1', '附表1-1'],
    ['部门预算公开表3', '部门预算公开表3'],
    ['附件2：表4', '表4'],
  ])('%s is a label alone', (line, label) => {
    expect(lineParts(line)).toMatchObject({ label, rest: '', explained: true });
  });

  test.each([
    ['预算01表 收支总表', '预算01表', '收支总表'],
    ['预算01表收支总表', '预算01表', '收支总表'],
    ['表1 收支总体情况表', '表1', '收支总体情况表'],
    ['表3：支出总表', '表3', '支出总表'],
    ['收支总表（公开01表）', '公开01表', '收支总表'],
    ['附件1：部门收支总表', null, '部门收支总表'],
    ['2026年收支预算总表', null, '2026年收支预算总表'],
    ['表一般公共预算支出', null, '表一般公共预算支出'],
  ])('%s is label %s and title %s', (line, label, rest) => {
    expect(lineParts(line)).toMatchObject({ label, rest });
  });
});

describe('who and when', () => {
  test.each([
    ['部门：某市审计局', '某市审计局', null],
    ['单位：某市水务局', '某市水务局', null],
    ['编制单位：某中心（某研究所）', '某中心（某研究所）', null],
    ['606-某市交通运输局', '某市交通运输局', '606'],
    ['434某市某区人民政府办公室', '某市某区人民政府办公室', '434'],
    ['预算部门：[025]某市财政局', '某市财政局', '025'],
  ])('%s names %s with code %s', (line, organization, organizationCode) => {
    expect(lineParts(line)).toMatchObject({ organization, organizationCode, explained: true });
  });

  test('a functional code with its name is no organization', () => {
    expect(lineParts('20103政府办公厅（室）及相关机构事务').organization).toBeNull();
  });

  test('a year line states the year', () => {
    expect(lineParts('预算年度：2024')).toMatchObject({ year: 2024, explained: true });
  });

  test('a day after 截止时间 is the day of the figures', () => {
    expect(lineParts('截止时间：2023-12-31')).toMatchObject({ asOf: '2023-12-31', explained: true });
  });

  test.each([
    ['（2026年度）', 2026],
    ['2026（年度）', 2026],
    ['2026年预算', null],
  ])('%s is the year %s alone', (line, year) => {
    expect(yearAlone(line)).toBe(year);
  });
});

describe('notes', () => {
  test.each(['注：无。', '备注：本表为空。', '说明：本年度没有支出', '注1：见附表'])('%s is a note', (line) => {
    expect(lineParts(line).note).toBe(true);
  });

  test('a title is no note', () => {
    expect(lineParts('说明情况表').note).toBe(false);
  });
});

describe('a title and an organization on one line', () => {
  test.each(['收入总体情况表单位名称：某市某局', '收入总体情况表  部门：某市某局'])('%s', (line) => {
    expect(lineParts(line)).toMatchObject({ organization: '某市某局', rest: '收入总体情况表', explained: false });
  });

  test('a colon inside prose names nobody', () => {
    expect(lineParts('本部门包括下列单位：某局').organization).toBeNull();
  });
});

describe('a label with a part number', () => {
  test('is one label before its title', () => {
    expect(lineParts('预算14表-2教育转移支付绩效目标表')).toMatchObject({ label: '预算14表-2', rest: '教育转移支付绩效目标表' });
  });
});
