import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublishedRow } from '../../src/model/index.js';
import { readPipeline, runPipeline } from '../builtPipeline.js';
import { organizationBudget, revenueAttachment } from './departmentPages.js';
import { publishedTable } from './publishedTable.js';

const BUREAU = '某市商务局';
const OWN = '某市商务局（本级）';
const CENTRE = '某市商务服务中心';
const UNITS = [
  [OWN, '60.00'],
  [CENTRE, '40.00'],
] as const;

/** What a run published that the tests ask for. */
interface Published {
  checks: PublishedRow<'checks'>[];
  lines: Map<string, PublishedRow<'lines'>>;
  lineChecks: PublishedRow<'line_checks'>[];
  diagnostics: PublishedRow<'diagnostics'>[];
  csv: string;
}

let folder: string;
/** The first run; and the second, in which one figure of a unit and one of an attachment are others. */
let agreeing: Published;
let changed: Published;

const put = (name: string, text: string) => writeFile(path.join(folder, 'documents', name), text);

/** Runs the pipeline over the folder once; it publishes even where the second run proves less. */
async function run(): Promise<Published> {
  const file = path.join(folder, 'p.yaml');
  await writeFile(file, 'name: p\ntitle: p\nsource: { type: folder, path: documents }\nrelease: { proved_loss: 1 }\n');
  const output = path.join(folder, 'output');
  await runPipeline(await readPipeline(file), { stateFolder: path.join(folder, 'state'), outputFolder: output, workers: 1 });
  const lines = await publishedTable(output, 'lines');
  return {
    checks: await publishedTable(output, 'checks'),
    lines: new Map(lines.map((line) => [line.line_id, line])),
    lineChecks: await publishedTable(output, 'line_checks'),
    diagnostics: await publishedTable(output, 'diagnostics'),
    csv: await readFile(path.join(output, 'checks.csv'), 'utf8'),
  };
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fiscus-department-'));
  await mkdir(path.join(folder, 'documents'));
  const whole = { total: '100.00', reception: '3.00', units: UNITS };
  await put('department.html', organizationBudget(BUREAU, '部门', whole));
  await put('attachment.html', revenueAttachment(BUREAU, whole));
  await put('own.html', organizationBudget(OWN, '单位', { total: '60.00', reception: '1.00' }));
  await put('centre.html', organizationBudget(CENTRE, '单位', { total: '40.00', reception: '2.00' }));
  agreeing = await run();
  await put('centre.html', organizationBudget(CENTRE, '单位', { total: '40.00', reception: '2.50' }));
  await put('attachment.html', revenueAttachment(BUREAU, { ...whole, total: '101.00' }));
  changed = await run();
}, 240_000);
afterAll(async () => rm(folder, { recursive: true }));

/** The outcomes of a rule, each once. */
const outcomes = ({ checks }: Published, rule: string) => [
  ...new Set(checks.filter((check) => check.rule === rule).map(({ outcome }) => outcome)),
];

/** The checks of a rule that fail. */
const failing = ({ checks }: Published, rule: string) => checks.filter((check) => check.rule === rule && check.outcome === 'fails');

/** The lines that the failing checks of a rule relate. */
function linesOfFailing(published: Published, rule: string) {
  const ids = new Set(failing(published, rule).map(({ check_id }) => check_id));
  const related = published.lineChecks.filter(({ check_id }) => ids.has(check_id)).map(({ line_id }) => published.lines.get(line_id));
  return related.filter((line) => line !== undefined);
}

/** The documents that lines stand in. */
const documentsOf = (lines: readonly PublishedRow<'lines'>[]) => new Set(lines.map(({ document_id }) => document_id));

describe('a department and all of its units in one run', () => {
  it('are checked against each other, and agree', () => {
    expect([outcomes(agreeing, 'unit_in_department'), outcomes(agreeing, 'units_make_department')]).toEqual([['holds'], ['holds']]);
  });
  it('have these checks in checks.csv', () => {
    expect(agreeing.csv.split('\n').filter((row) => row.includes('units_make_department') && row.includes('holds'))).not.toEqual([]);
  });
  it('have no line that is disputed or contradicted', () => {
    const proofs = [...agreeing.lines.values()].map(({ proof }) => proof);
    expect([proofs.includes('disputed'), proofs.includes('contradicted'), proofs.includes('proved')]).toEqual([false, false, true]);
  });
});

describe('a unit that prints another figure than its department counts', () => {
  it('fails where the units make up the department, and nowhere else', () => {
    const rows = failing(changed, 'units_make_department').map(({ left, right, difference }) => [left, right, difference]);
    expect([rows, outcomes(changed, 'unit_in_department')]).toEqual([
      [
        ['30000', '35000', '-5000'],
        ['30000', '35000', '-5000'],
      ],
      ['holds'],
    ]);
  });
  it('is evidence with the places in all three documents', () => {
    const lines = linesOfFailing(changed, 'units_make_department');
    expect([documentsOf(lines).size, new Set(lines.map(({ organization }) => organization))]).toEqual([3, new Set([BUREAU, OWN, CENTRE])]);
  });
  it('is named in the check and in its diagnostic, with the document', () => {
    const [unit] = linesOfFailing(changed, 'units_make_department').filter(({ organization }) => organization === CENTRE);
    const [check] = failing(changed, 'units_make_department');
    const diagnostic = changed.diagnostics.find(({ code }) => code === 'units_make_department_fails');
    const id = unit?.document_id.slice(0, 16) ?? 'no document';
    expect([check?.message, diagnostic?.message]).toEqual([expect.stringContaining(id), expect.stringContaining(id)]);
    expect(diagnostic?.document_id).toBe(check?.document_id);
  });
  it('makes disputed what the documents prove each for itself', () => {
    expect(new Set(linesOfFailing(changed, 'units_make_department').map(({ proof }) => proof))).toEqual(new Set(['disputed']));
  });
});

describe('attachments of one publication in one run', () => {
  const RULE = 'same_figure_across_documents';
  it('are checked against each other, and agree', () => {
    expect(outcomes(agreeing, RULE)).toEqual(['holds']);
  });
  it('fail where one prints another total, with both documents in evidence', () => {
    const lines = linesOfFailing(changed, RULE);
    expect([documentsOf(lines).size, new Set(lines.map(({ organization }) => organization))]).toEqual([2, new Set([BUREAU])]);
  });
  it('make disputed what the first of them proves for itself', () => {
    const department = linesOfFailing(changed, RULE).filter(({ printed }) => printed === '100.00');
    expect(new Set(department.map(({ proof }) => proof))).toEqual(new Set(['disputed']));
  });
});
