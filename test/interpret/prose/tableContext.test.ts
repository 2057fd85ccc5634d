import { describe, expect, test } from 'vitest';
import { readProse } from '../../../src/interpret/prose/index.js';
import type { Block, DocumentModel, Phase } from '../../../src/model/index.js';
import { document, facts } from './prose.js';

const TABLE: Block = { type: 'table', grid: { rows: 0, columns: 0, cells: [] }, evidence: 'stated' };
const NOTE = '注：无政府性基金预算，空表列示。';

/** The subject codes of a document that prints a table and then these paragraphs. */
function codes(flow: 'expenditure' | 'revenue', ...paragraphs: string[]): (string | null)[] {
  const model: DocumentModel = { ...document(), blocks: [TABLE, ...document(...paragraphs).blocks] };
  return readProse(model, facts, [{ blocks: [0], flow }]).statements.map((statement) => statement.subject_code);
}

describe('a note under a table', () => {
  test('about expenditure is about expenditure', () => {
    expect(codes('expenditure', NOTE)).toEqual(['fund_expenditure']);
    expect(codes('expenditure', '注：本表为空。', '备注：无国有资本经营预算财政拨款预算。')).toEqual(['state_capital_expenditure']);
  });
  test('about revenue is not', () => {
    expect(codes('revenue', NOTE)).toEqual(['fund_revenue']);
  });
  test('keeps a subject that names its side', () => {
    expect(codes('expenditure', '注：无政府性基金预算收入。')).toEqual(['fund_revenue']);
  });
  test('tells nothing of the prose behind it', () => {
    expect(codes('expenditure', NOTE, '本部门无政府性基金预算。')).toEqual(['fund_expenditure', 'fund_revenue']);
  });
});

describe('the phase of an amount', () => {
  const phases = (phase: Phase, ...paragraphs: string[]) =>
    readProse(document(...paragraphs), { ...facts, phase }).statements.map((statement) => statement.phase);

  test('is that of the document where the sentence says no other', () => {
    expect(phases('approved', '2024年机关运行经费安排61.36万元，其中办公费9.18万元。', '本单位无政府采购。')).toEqual(
      Array(3).fill('approved'),
    );
    expect(phases('executed', '2024年机关运行经费支出61.36万元。')).toEqual(['executed']);
  });
  test('is open for another year and where the sentence speaks of another phase', () => {
    expect(phases('approved', '上年末固定资产总额340.69万元。', '2024年项目经费执行3.00万元。')).toEqual([null, null]);
    expect(phases('executed', '2024年机关运行经费预算已安排，用于办公费9.18万元。')).toEqual([null]);
  });
});
