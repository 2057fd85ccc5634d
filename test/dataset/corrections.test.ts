import { describe, expect, it } from 'vitest';
import { buildDataset } from '../../src/dataset/index.js';
import type { Correction } from '../../src/model/index.js';
import { sampleInput } from './sample.js';

const untouched = buildDataset({ ...sampleInput, corrections: [] });
/** The line whose amount the other table contradicts. */
const line = untouched.lines.find((one) => one.printed === '7.10')!;
const correction = (change: Partial<Correction> = {}): Correction => ({
  target_id: line.line_id,
  printed: '7.10',
  decision: 'correct',
  amount: '70000',
  reason: 'a digit of the scan',
  author: 'reviewer',
  date: '2024-05-01',
  ...change,
});
const corrected = (...corrections: Correction[]) => buildDataset({ ...sampleInput, corrections });
/** Every line that a figure rests on. */
const restsOn = (rows: ReturnType<typeof buildDataset>) =>
  rows.figures.flatMap((figure) => [figure.line_id, ...figure.agreeing_line_ids, ...figure.disagreeing_line_ids]);

describe('corrections', () => {
  it('leave the line as it was printed', () => {
    expect(corrected(correction()).lines.find((one) => one.line_id === line.line_id)).toEqual(line);
  });

  it('give a figure the corrected amount and say so', () => {
    const figures = corrected(correction({ amount: '81000' })).figures.filter((figure) => figure.corrected);
    expect(figures.map(({ line_id, amount }) => [line_id, amount])).toEqual([[line.line_id, '81000']]);
  });

  it('keep a rejected line out of every figure', () => {
    expect(restsOn(corrected(correction({ decision: 'reject', amount: null })))).not.toContain(line.line_id);
  });

  it('change no figure where the amount is accepted', () => {
    expect(corrected(correction({ decision: 'accept', amount: null })).figures).toEqual(untouched.figures);
  });

  it('of which something else is read now are stale, with a diagnostic', () => {
    const rows = corrected(correction({ printed: '7.1' }));
    expect(rows.corrections.map(({ status }) => status)).toEqual(['stale']);
    expect(rows.diagnostics.filter(({ stage }) => stage === 'publish')).toMatchObject([
      { code: 'correction_stale', document_id: line.document_id },
    ]);
  });

  it('that name nothing are published as unknown', () => {
    expect(corrected(correction({ target_id: 'x' })).corrections).toMatchObject([
      { status: 'unknown', document_id: null, amount_read: null },
    ]);
  });

  it('are published with the amount that was read', () => {
    expect(corrected(correction()).corrections).toMatchObject([
      { status: 'applied', amount: '70000', amount_read: '71000', author: 'reviewer' },
    ]);
  });
});
