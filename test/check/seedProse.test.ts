import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkDisclosure } from '../../src/check/index.js';
import { loadCodebook } from '../../src/codebook/index.js';
import { extract } from '../../src/extract/index.js';
import { interpret } from '../../src/interpret/index.js';
import { type CheckRow, MEDIA_TYPES } from '../../src/model/index.js';
import { samplesFolder } from '../sharedFolder.js';

describe('the prose of the sample', () => {
  let checks: CheckRow[] = [];
  beforeAll(async () => {
    const fileName = 'xushui-2024.docx';
    const model = await extract(readFileSync(path.join(samplesFolder, fileName)), MEDIA_TYPES.docx);
    const codebook = loadCodebook();
    checks = checkDisclosure(interpret(model, { fileName, codebook }), codebook).checks;
  });
  /** The outcomes of the checks of a rule whose message has these amounts in this order. */
  const over = (rule: string, ...amounts: string[]) =>
    checks
      .filter((check) => check.rule === rule)
      .filter(({ message }) => amounts.reduce((at, amount) => (at < 0 ? at : message.indexOf(amount, at)), 0) >= 0)
      .map(({ outcome }) => outcome);

  it('says that 基本支出 is 人员经费 and 日常公用经费', () => {
    expect(over('prose_within_itself', '706.36', '644.99', '61.36')).toEqual(['within_rounding']);
  });

  it('says that the change of the total is those of its parts', () => {
    expect(over('prose_within_itself', '-1074500', '-1584300', '+509900')).toEqual(['within_rounding']);
  });

  it('says what 机关运行经费 is made of', () => {
    expect(over('prose_within_itself', '61.36', '9.18', '15.9', '9.94', '4.86', '21.48')).toEqual(['holds']);
  });

  it('says the “三公” expenses of the table', () => {
    expect(over('prose_against_table', '20.84', '20.84')).toContain('holds');
  });
});
