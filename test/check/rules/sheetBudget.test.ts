import { describe, expect, it } from 'vitest';
import { outcomesOf } from '../outcomes.js';
import { projectOf } from '../tableSpec.js';

const sheets = (...budgets: (string | null)[]) =>
  outcomesOf('sheet_budget', [], { projects: budgets.map((budget, i) => projectOf(i, { budget })) });

describe('sheet_budget', () => {
  it('holds where every sheet states a budget', () => {
    expect(sheets('1', '2', '3')).toEqual(['holds']);
  });

  it('fails where one does not', () => {
    expect(sheets('1', '2', '3', null)).toEqual(['fails']);
  });

  it('says nothing where few do', () => {
    expect([sheets('1', null, null), sheets('1', '2', '3', null, null)]).toEqual([[], []]);
  });
});
