import { describe, expect, it } from 'vitest';
import { leafSums } from '../../accuracy/leafSums.js';
import { byFourLists, byFundingBesideTotal, byUnitAndCode, byUnitAndProject, withLastYear } from './budgets.js';
import { localForms, nationalForms } from './finalAccounts.js';
import { bySumsAndSplits, oldForms } from './furtherProvinces.js';
import { readGenerated } from './printedDocument.js';
import { byLevelInColumns } from './procurements.js';
import { byNatureAndSource, bySourceInColumns, detailedFinalAccounts, governmentBudget, withEducationFees } from './provinces.js';
import { statedLines } from './statedLines.js';

const DOCUMENTS = {
  nationalForms,
  localForms,
  byUnitAndCode,
  byFourLists,
  byUnitAndProject,
  byFundingBesideTotal,
  withLastYear,
  withEducationFees,
  bySourceInColumns,
  detailedFinalAccounts,
  governmentBudget,
  byNatureAndSource,
  byLevelInColumns,
  bySumsAndSplits,
  oldForms,
};

/** Tables that print parts of an item (国内接待费) for the year spent only, so that their leaves make up no budget. */
const WITH_BLANK_PARTS = /行政参公单位机关运行经费/;

describe.each(Object.entries(DOCUMENTS))('the generated document %s', (name, document) => {
  it('states the lines that were reviewed against its tables', async () => {
    await expect(statedLines(await readGenerated(document))).toMatchFileSnapshot(`./expected/${name}.txt`);
  });

  it('adds up: leaf rows and leaf columns make the printed totals', async () => {
    const { lines, tables } = await readGenerated(document);
    const blank = new Set(tables.filter(({ title }) => WITH_BLANK_PARTS.test(title ?? '')).map((table) => table.table_id));
    const sums = leafSums(lines).filter((sum) => !blank.has(sum.table_id));
    expect(sums.length).toBeGreaterThan(0);
    expect(sums.filter((sum) => !sum.holds).map(({ table_id, total }) => `${table_id} ${total.r},${total.c} ${total.amount}`)).toEqual([]);
  });

  it('leaves nothing in quarantine and no header unexplained', async () => {
    const { quarantine, diagnostics } = await readGenerated(document);
    expect(quarantine).toEqual([]);
    expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });
});
