import { describe, expect, test } from 'vitest';
import { readProse } from '../../../src/interpret/prose/index.js';
import { document, facts, pages, read } from './prose.js';

const headings = (...paragraphs: string[]) => read(...paragraphs).sections.map((section) => [section.level, section.heading]);

describe('sections', () => {
  test('follow the printed numbering where the format gives no heading', () => {
    expect(headings('第一部分 概况', '一、主要职能', '（一）职责', '正文。', '二、机构设置')).toEqual([
      [1, '第一部分概况'],
      [2, '一、主要职能'],
      [3, '（一）职责'],
      [2, '二、机构设置'],
    ]);
  });
  test('have the same levels where the format gives headings', () => {
    expect(headings('# 第一部分 概况', '# 一、主要职能', '（一）职责', '正文。')).toEqual([
      [1, '第一部分概况'],
      [2, '一、主要职能'],
      [3, '（一）职责'],
    ]);
  });
  test('a numbered sentence is no heading', () => {
    expect(headings('一、主要职能', '（一）负责会议的组织工作。', '（二）承办其他事项；')).toEqual([[1, '一、主要职能']]);
  });
  test('a numbered amount is no heading', () => {
    expect(headings('一、收入', '1.财政拨款收入9616.34万元')).toEqual([[1, '一、收入']]);
  });
  test('a numbered definition is no heading', () => {
    expect(headings('一、名词解释', '1、财政拨款收入：指本级财政当年拨付的资金')).toEqual([[1, '一、名词解释']]);
  });
  test('their text is that of their paragraphs', () => {
    expect(read('一、职能', '甲。', '乙。').sections[0]?.text).toBe('甲。\n乙。');
  });
  test('their path names the headings from the top', () => {
    expect(read('第一部分 概况', '一、主要职能', '正文。').sections[1]?.path).toEqual(['第一部分概况', '一、主要职能']);
  });
  test('a table of contents with leaders is none', () => {
    expect(headings('第一部分 概况........ 1', '一、职能.......... 2', '第一部分 概况', '一、职能', '正文。')).toHaveLength(2);
  });
  test('a table of contents under its title is none', () => {
    expect(headings('目 录', '第一部分 概况', '一、职能', '二、预算表', '第一部分 概况', '一、职能', '正文。')).toHaveLength(2);
  });
  test('a table of contents whose lines a reader joined is none', () => {
    expect(headings('目录第一部分：概况', '一、职能二、机构三、预算', '第一部分：概况', '一、职能', '正文。')).toHaveLength(2);
  });
  test('an untitled run of headings that are all printed again is none', () => {
    expect(headings('一、职能', '二、机构', '三、预算', '一、职能', '甲。', '二、机构', '乙。', '三、预算', '丙。')).toHaveLength(3);
  });
  test('a title over a table is the table’s', () => {
    const model = document('一、机构设置', '# 机构设置情况表');
    model.blocks.push({ type: 'table', evidence: 'stated', grid: { rows: 0, columns: 0, cells: [] } });
    expect(readProse(model, facts).sections).toHaveLength(1);
  });
  test('a paragraph cut by a page is one', () => {
    const { sections } = readProse(pages(['一、职能', '负责全市商务工作，拟订商务'], ['发展规划。']), facts);
    expect(sections[0]?.text).toBe('负责全市商务工作，拟订商务发展规划。');
  });
  test('a page number between the lines of a cut paragraph is no part of it', () => {
    const { sections } = readProse(pages(['一、职能', '负责全市商务工作，拟订商\n─8─\n务发展规划。']), facts);
    expect(sections[0]?.text).toBe('负责全市商务工作，拟订商务发展规划。');
  });
  test('nor is one behind the last line of a page', () => {
    const { sections } = readProse(pages(['一、职能', '负责全市商务工作，拟订商务─ 8 ─'], ['发展规划。']), facts);
    expect(sections[0]?.text).toBe('负责全市商务工作，拟订商务发展规划。');
  });
  test('page numbers are no prose', () => {
    expect(readProse(pages(['一、职能', '甲。', '- 3 -']), facts).sections[0]?.text).toBe('甲。');
  });
});
