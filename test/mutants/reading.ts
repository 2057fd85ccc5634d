import { checkDisclosure } from '../../src/check/index.js';
import type { Codebook } from '../../src/codebook/index.js';
import { interpret } from '../../src/interpret/index.js';
import { type CheckResult, type Decimal, type Disclosure, type DocumentModel, figureLines, toDecimal } from '../../src/model/index.js';

/** A document as read and checked. */
export interface Reading {
  model: DocumentModel;
  disclosure: Disclosure;
  result: CheckResult;
}

/** Reads and checks a document. */
export function read(model: DocumentModel, fileName: string, codebook: Codebook): Reading {
  const disclosure = interpret(model, { fileName, codebook });
  return { model, disclosure, result: checkDisclosure(disclosure, codebook) };
}

/** Counts items by key. */
function tally(keys: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** The checks of a reading by what they are about, whatever row it stands in: `rule|table`, then for identities the left side in words. */
export interface Outcomes {
  fails: ReadonlyMap<string, number>;
  holds: ReadonlySet<string>;
}

/** The rule and the table of a check. */
const ruleAndTable = (key: string) => key.split('|').slice(0, 2).join('|');

/** What a check is about, in words that do not change when rows or columns are left out. */
function subjectOf({ check_id, rule, tolerance, message }: CheckResult['checks'][number]): string {
  const table = /-t(\d+)/.exec(check_id)?.[1] ?? 'prose';
  return [rule, table, ...(tolerance === null ? [] : [message.split(/ [=≤] /)[0]])].join('|');
}

/** The outcomes of the checks of a reading. */
export function outcomesOf({ result }: Reading): Outcomes {
  const failing = result.checks.filter(({ outcome }) => outcome === 'fails');
  const holding = result.checks.filter(({ outcome }) => outcome === 'holds' || outcome === 'within_rounding');
  return { fails: tally(failing.map(subjectOf)), holds: new Set(holding.map(subjectOf)) };
}

/**
 * The rules of which a check fails that did not: one about what held before, or one more about the same table. A check that failed before and is only named differently now
 * is no new one.
 */
export function newFailures(before: Outcomes, after: Outcomes): string[] {
  const inTables = ({ fails }: Outcomes) => tally([...fails].flatMap(([key, count]) => Array<string>(count).fill(ruleAndTable(key))));
  const [tablesBefore, tablesAfter] = [inTables(before), inTables(after)];
  const more = [...after.fails].filter(([key, count]) => {
    if (count <= (before.fails.get(key) ?? 0)) return false;
    const table = ruleAndTable(key);
    return before.holds.has(key) || (tablesAfter.get(table) ?? 0) > (tablesBefore.get(table) ?? 0);
  });
  return [...new Set(more.map(([key]) => key.split('|')[0] ?? key))];
}

/** Warnings and errors that are no failed check, and what is in quarantine, by code and table. */
export function warningsOf({ disclosure, result }: Reading): Map<string, number> {
  const others = [...disclosure.diagnostics, ...result.diagnostics.filter(({ code }) => !code.endsWith('_fails'))];
  return tally([
    ...others.filter(({ severity }) => severity !== 'info').map(({ code, place }) => `${code}|${place.table ?? ''}`),
    ...disclosure.quarantine.map(({ reason_code, table_id }) => `${reason_code}|${table_id ?? ''}`),
  ]);
}

/** Codes that occur more often than before in some table. */
export function newWarnings(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): string[] {
  const more = [...after].filter(([key, count]) => count > (before.get(key) ?? 0));
  return [...new Set(more.map(([key]) => key.split('|')[0] ?? key))];
}

/** The amounts of the figures that a reading states, with the tolerance of the line that states each, or the value of its last digit. */
export function figuresOf(
  { disclosure }: Reading,
  tolerances: ReadonlyMap<string, Decimal>,
): Map<string, { amount: Decimal; tolerance: Decimal }> {
  const figures = [...figureLines(disclosure.lines)].flatMap(([figure, [line]]) => (line ? [{ figure, line }] : []));
  return new Map(
    figures.map(({ figure, line }) => [
      figure,
      { amount: toDecimal(line.amount ?? '0'), tolerance: tolerances.get(line.line_id) ?? toDecimal(line.resolution ?? '0') },
    ]),
  );
}
