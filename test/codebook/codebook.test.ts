import { describe, expect, it } from 'vitest';
import { loadCodebook } from '../../src/codebook/index.js';

const codebook = loadCodebook();
const best = (name: string, context: { year?: number; parent?: string | null; level?: number } = {}) =>
  codebook.findByName('functional', name, { year: 2024, ...context })[0];

describe('codes by year', () => {
  it.each([
    ['functional', '20805', 2018, '行政事业单位离退休'],
    ['functional', '20805', 2024, '行政事业单位养老支出'],
    ['functional', '2100401', 2009, '行政单位医疗'],
    ['functional', '2100401', 2024, '疾病预防控制机构'],
    ['functional', '210', 2018, '医疗卫生与计划生育支出'],
    ['economic_department', '30311', 2017, '住房公积金'],
    ['economic_department', '30311', 2018, '代缴社会保险费'],
    ['economic_department', '311', 2018, '对企业补助（基本建设）'],
    ['economic_department', '30104', 2017, '其他社会保障缴费'],
    ['procurement', 'A02010105', 2018, '便携式计算机'],
    ['procurement', 'A02010105', 2024, '台式计算机'],
  ] as const)('%s %s was in %i %s', (classification, code, year, name) => {
    expect(codebook.entry(classification, code, year)?.name).toBe(name);
  });

  it('has no version of a code before it was introduced', () => {
    expect(codebook.entry('functional', '20139', 2018)).toBeNull();
  });
});

describe('agreement', () => {
  it.each([
    ['functional', '2010301', '行政运行', 2024, 'agrees'],
    ['functional', '20805', '行政事业单位离退休（款）', 2025, 'other_year'],
    ['functional', '2100401', '行政单位医疗', 2024, 'other_year'],
    ['economic_department', '30203', '水费', 2024, 'conflict'],
    ['economic_department', '3021101', '差旅费', 2024, 'local'],
    ['economic_department', '30213', '维修(护)费', 2024, 'agrees'],
    ['functional', '2998877', '行政运行', 2024, 'unknown'],
    ['functional', '2010301', '', 2024, 'none'],
  ] as const)('%s %s printed as %s in %i: %s', (classification, code, name, year, expected) => {
    expect(codebook.agreement(classification, code, name, year)).toBe(expected);
  });
});

describe('findByName', () => {
  it('finds a class by its numbered name', () => {
    expect(best('一、一般公共服务支出', { level: 1 })).toMatchObject({ code: '201', score: 1, ambiguous: false });
  });

  it('finds no class for a row that systems fill in (三十一、人行科目)', () => {
    expect(best('三十一、人行科目', { level: 1 })).toBeUndefined();
  });

  it('says that a name of many codes is ambiguous without its parent', () => {
    expect(best('行政运行')).toMatchObject({ score: 1, ambiguous: true });
  });

  it('finds the one code under the parent', () => {
    expect(best('行政运行', { parent: '20103' })).toMatchObject({ code: '2010301', ambiguous: false });
  });

  it('finds a name that was cut off', () => {
    expect(best('机关事业单位基本养老保险缴')).toMatchObject({ code: '2080505', ambiguous: false });
  });

  it('prefers this year’s name over the same name of another year', () => {
    expect(best('住房公积金')).toMatchObject({ code: '2210201', ambiguous: false });
  });

  it('gives an old name of a code a lower score', () => {
    expect(best('行政事业单位离退休')).toMatchObject({ code: '20805', score: 0.93 });
  });

  it('finds each unambiguous name in force again', () => {
    const wrong = codebook
      .list('functional')
      .filter((entry) => entry.valid_to === null)
      .filter((entry) => {
        const found = best(entry.name, { year: 2026 });
        return !found || (found.code !== entry.code && !found.ambiguous);
      });
    expect(wrong.map((entry) => `${entry.code} ${entry.name}`)).toEqual([]);
  });
});

describe('funding sources', () => {
  it.each([
    ['一、一般公共预算拨款收入', 'general', 'general'],
    ['二、政府性基金预算拨款收入', 'fund', 'fund'],
    ['三、国有资本经营预算拨款收入', 'state_capital', 'state_capital'],
    ['四、财政专户管理资金收入', 'special_account', 'special_account'],
    ['五、事业收入', 'business_income', 'own'],
    ['六、事业单位经营收入', 'operating_income', 'own'],
    ['七、上级补助收入', 'superior_subsidy', 'own'],
    ['八、附属单位上缴收入', 'subordinate_contribution', 'own'],
    ['九、其他收入', 'other_income', 'own'],
    ['上年结转结余', 'carry_over', 'carry_over'],
    ['一、财政拨款', 'appropriation', 'appropriation'],
    ['一、预算拨款', 'appropriation', 'appropriation'],
    ['三、单位资金', 'own', 'own'],
  ])('%s is %s', (printed, code, funding) => {
    expect(codebook.fundingSource(printed)).toMatchObject({ code, funding });
  });

  it('finds none in a row of another kind', () => {
    expect(codebook.fundingSource('一、一般公共服务支出')).toBeNull();
  });
});

describe('“三公” items', () => {
  it.each([
    ['因公出国（境）费用', 'abroad'],
    ['公务用车购置及运行费', 'vehicles'],
    ['其中：公务用车购置费', 'vehicle_purchase'],
    ['公务用车运行维护费', 'vehicle_operation'],
    ['3、公务接待费', 'reception'],
    ['“三公”经费合计', 'total'],
    ['合计', 'total'],
    ['会议费', 'meeting'],
    ['培训费', 'training'],
  ])('%s is %s', (printed, code) => {
    expect(codebook.threePublicItem(printed)?.code).toBe(code);
  });
});

describe('divisions', () => {
  it('keeps a retired code with what came after it', () => {
    expect(codebook.division('130625', 2024)).toMatchObject({ name: '徐水县', successor: ['130609'] });
  });

  it.each([
    ['保定市徐水区人民政府办公室', '130609'],
    ['上海市普陀区规划和自然资源局', '310107'],
    ['江苏省政协办公厅', '320000'],
    ['深圳市信访局', '440300'],
    ['上海水产老干部活动室', '310000'],
    ['北京城市副中心工程建设管理办公室', '110000'],
    ['广州大学', '440100'],
    ['吉林市教育局', '220200'],
  ])('finds where %s is', (organization, code) => {
    expect(codebook.divisionByName(organization, 2024)?.code).toBe(code);
  });

  it('does not choose between divisions of one name', () => {
    expect(codebook.divisionByName('普陀区规划和自然资源局', 2024)).toBeNull();
    expect(codebook.divisionByName('朝阳师范学校', 2024)).toBeNull();
  });
});
