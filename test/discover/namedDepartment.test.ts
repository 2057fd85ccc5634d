import { describe, expect, it } from 'vitest';
import { namedDepartment, printedDate } from '../../src/discover/printedText.js';
import { scoreLink, statedYear } from '../../src/discover/score.js';

describe('the department in a title', () => {
  it.each([
    ['样例市应急管理局2026年度部门预算公开', '样例市应急管理局'],
    ['样例市应急管理局（本级）2026年度单位预算公开', '样例市应急管理局（本级）'],
    ['2026年度样例市人力资源和社会保障局部门预算公开.pdf', '样例市人力资源和社会保障局'],
    ['2026年样例市法律援助中心单位预算公开', '样例市法律援助中心'],
    ['样例市卫生健康委员会2024年度部门决算', '样例市卫生健康委员会'],
    ['附件1：样例市水务局2024年部门预算', '样例市水务局'],
    ['【公开】中国共产党样例市委员会组织部2026年度部门预算', '中国共产党样例市委员会组织部'],
    ['2024年度样例市商务局（一级）“三公”经费决算', '样例市商务局（一级）'],
    ['样例市人民政府办公室2024年部门预算信息公开', '样例市人民政府办公室'],
    ['样例市第六十六中学2026年度单位预算公开', '样例市第六十六中学'],
    ['2026年样例市教育局（本级）及二级预算单位预算公开', '样例市教育局（本级）'],
  ])('of %s is %s', (title, department) => {
    expect(namedDepartment(title)).toBe(department);
  });

  it.each(['2026预算公开', '附件下载', '部门预算', '关于做好预算公开工作的通知', ''])('is not guessed for %s', (title) => {
    expect(namedDepartment(title)).toBeNull();
  });
});

describe('a printed date', () => {
  it.each([
    ['发布时间：2024-2-6 10:20', '2024-02-06'],
    ['２０２４年２月６日', '2024-02-06'],
    ['[2024.12.31]', '2024-12-31'],
    ['编号 120240206', null],
    ['2024-13-01', null],
    ['2024年部门预算', null],
  ])('in %s is %s', (text, date) => {
    expect(printedDate(text)).toBe(date);
  });
});

describe('the year of a budget', () => {
  it.each([
    ['样例局2024年部门预算', 2024],
    ['2026预算公开', 2026],
    ['2023年度决算和2024年预算', 2023],
    ['W020200803658872276649.rar', null],
    ['部门预算', null],
  ])('in %s is %s', (text, year) => {
    expect(statedYear(text)).toBe(year);
  });
});

describe('the score of a link', () => {
  it('is the sum of the reasons it gives', () => {
    const { score, reasons } = scoreLink({ own: '样例局2024年部门预算公开.pdf', context: '财政预决算', document: true });
    const sum = reasons.map((reason) => Number(/ ([+-]?[\d.]+)/.exec(reason)?.[1])).reduce((a, b) => a + b, 0);
    expect(sum).toBe(score);
  });

  it('counts one subject only, the link before its surroundings', () => {
    const { reasons } = scoreLink({ own: '样例局2024年部门预算', context: '部门预算公开目录', document: false });
    expect(reasons.filter((reason) => /budget/.test(reason))).toEqual(['department_budget +3: 部门预算']);
  });
});
