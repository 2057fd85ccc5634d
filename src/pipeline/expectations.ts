import type { Diagnostic } from '../model/index.js';
import type { StageContext } from './stageContext.js';
import { readEntries } from './stages/plan.js';
import { zDisclosureSummary } from './summaries.js';

/**
 * What a source was expected to give and did not: fewer documents of a year than its pipeline names is a warning, none an error. A document counts
 * for the year that it prints.
 */
export async function unmetExpectations(context: StageContext): Promise<Diagnostic[]> {
  const { archive, keys, pipeline } = context;
  const expected = Object.entries(pipeline.source.expected ?? {});
  if (expected.length === 0) return [];
  const found = new Map<string, number>();
  for (const entry of await readEntries(context)) {
    const year = String((await archive.results.summary(keys.interpret(entry), zDisclosureSummary))?.year);
    found.set(year, (found.get(year) ?? 0) + 1);
  }
  return expected.flatMap(([year, count]) => shortfall(year, count, found.get(year) ?? 0)).sort((a, b) => (a.message < b.message ? -1 : 1));
}

/** The diagnostic of a year that gave less than expected; none where it gave enough. */
function shortfall(year: string, expected: number, found: number): Diagnostic[] {
  if (found >= expected) return [];
  const severity = found === 0 ? 'error' : 'warning';
  const code = found === 0 ? 'expected_none_found' : 'expected_more';
  const message = `${year}: ${found} documents of ${expected} expected; look whether the source has moved them, or correct expected in the pipeline`;
  return [{ stage: 'publish', code, severity, place: {}, message }];
}
