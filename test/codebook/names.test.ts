import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCodebook, nameKey, nameScore, normalizeName, SAME_NAME } from '../../src/codebook/index.js';

describe('normalizeName', () => {
  it.each([
    ['一、一般公共服务支出', '一般公共服务支出'],
    ['二十九、抗疫特别国债安排的支出', '抗疫特别国债安排的支出'],
    ['（一）基本支出', '基本支出'],
    ['1.一般公共预算拨款', '一般公共预算拨款'],
    ['其中：公务用车购置费', '公务用车购置费'],
    ['其中:1、公务接待费', '公务接待费'],
    ['①办公费', '办公费'],
    ['2014001-行政运行', '行政运行'],
    ['行政事业单位离退休（款）', '行政事业单位离退休'],
    ['合    计', '合计'],
  ])('reads %s as %s', (printed, name) => {
    expect(normalizeName(printed)).toBe(name);
  });

  it('is stable: a normalized name normalizes to itself', () => {
    const names = loadCodebook().list('functional');
    fc.assert(
      fc.property(fc.constantFrom(...names), ({ name }) => {
        expect(normalizeName(normalizeName(name))).toBe(normalizeName(name));
      }),
    );
  });
});

describe('nameScore', () => {
  const score = (a: string, b: string) => nameScore(nameKey(a), nameKey(b));

  it.each([
    ['维修(护)费', '维修（护）费'],
    ['教育', '教育支出'],
    ['机关事业单位基本养老保险缴', '机关事业单位基本养老保险缴费支出'],
  ])('takes %s for %s', (printed, official) => {
    expect(score(printed, official)).toBeGreaterThanOrEqual(SAME_NAME);
  });

  it.each([
    ['其他社会保障缴费', '社会保障缴费'],
    ['国内债务发行费用', '国外债务发行费用'],
    ['行政单位离退休', '事业单位离退休'],
    ['中央自然灾害生活补助', '地方自然灾害生活补助'],
  ])('does not take %s for %s', (printed, official) => {
    expect(score(printed, official)).toBeLessThan(SAME_NAME);
  });

  it('is 1 for equal keys and between 0 and 1 for all', () => {
    const names = loadCodebook().list('economic_department');
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom(...names), (a, b) => {
        const value = score(a.name, b.name);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(score(a.name, a.name)).toBe(1);
      }),
    );
  });
});
