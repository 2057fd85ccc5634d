import { describe, expect, it } from 'vitest';
import { spreadsheetText } from '../../../src/dataset/package/spreadsheet.js';

describe('spreadsheetText', () => {
  it.each(['=1+1', '+cmd', '-基本支出', '@SUM(A1)', '\tx', '\rx', '-'])('puts an apostrophe before %j', (text) => {
    expect(spreadsheetText(text)).toBe(`'${text}`);
  });

  it.each(['-12.5', '+3', '0', '人员经费', '', '1-2'])('leaves %j as it is', (text) => {
    expect(spreadsheetText(text)).toBe(text);
  });
});
