import { z } from 'zod';
import { type Diagnostic, type Severity, zDiagnostic } from '../model/index.js';
import { unmetExpectations } from './expectations.js';
import { zRunCounts } from './runCounts.js';
import type { StageContext } from './stageContext.js';
import { archivedEntries } from './stages/plan.js';
import { zDisclosureSummary } from './summaries.js';
import { ofState } from './unchanged.js';

const NAMED = 20;

/**
 * What a person should look at before trusting a run: expected documents that are not there, a source that gave nothing or much less than the time
 * before, pages that led somewhere and no longer do, codes never seen before. In the order of their codes; the same for a run that was resumed.
 */
export async function alarmsOf(found: number, context: StageContext): Promise<Diagnostic[]> {
  const alarms = [
    ...(await ofState('unmet', z.array(zDiagnostic), () => unmetExpectations(context), context)),
    ...(await shrinkage(found, context)),
    ...(await changedLayouts(context)),
    ...(await newCodes(context)),
  ];
  return alarms.sort((a, b) => (a.code === b.code ? (a.message < b.message ? -1 : 1) : a.code < b.code ? -1 : 1));
}

/** A source that gives nothing, or much less than in the last finished run. */
async function shrinkage(found: number, { archive, run, pipeline }: StageContext): Promise<Diagnostic[]> {
  const report = await archive.runs.reportBefore(run);
  const before = zRunCounts.safeParse(report).data?.found;
  if (found === 0 && (pipeline.source.type === 'web' || (before ?? 0) > 0))
    return [alarm('source_empty', 'error', 'the source gave no document; look whether it has moved, and correct the pipeline')];
  const { drop } = pipeline.alarms;
  if (before === undefined || found >= before * (1 - drop)) return [];
  const message = `the source gave ${found} documents, ${before} the time before: a drop by more than ${Math.round(drop * 100)} %; look at it`;
  return [alarm('source_shrank', 'warning', message)];
}

/** Pages that led to something in the run before, answered, and lead to nothing now. */
async function changedLayouts({ archive, run }: StageContext): Promise<Diagnostic[]> {
  const lost = await archive.pages.lostYields(run);
  if (lost.length === 0) return [];
  const named = lost.slice(0, NAMED).map(({ url, before }) => `${url} (${before} links before)`);
  const message = `${lost.length} pages answer, but nothing is found on them any more: ${named.join(', ')}; their layout may have changed`;
  return [alarm('layout_changed', 'warning', message)];
}

/** Codes that the codebook does not have, in documents that this run saw first. The first run has nothing to compare with. */
async function newCodes(context: StageContext): Promise<Diagnostic[]> {
  const { archive, keys, run } = context;
  if ((await archive.runs.reportBefore(run)) === undefined) return [];
  if ((await archive.captures.countNew(run)) === 0) return [];
  const first = await archive.captures.firstRuns();
  const known = new Set<string>();
  const fresh = new Set<string>();
  for (const entry of await archivedEntries(context)) {
    const summary = await archive.results.summary(keys.interpret(entry), zDisclosureSummary);
    for (const code of summary?.unknown_codes ?? []) (first.get(entry.document_id) === run ? fresh : known).add(code);
  }
  const news = [...fresh].filter((code) => !known.has(code)).sort();
  if (news.length === 0) return [];
  const message = `${news.length} codes that neither the codebook nor earlier documents have: ${news.slice(0, NAMED).join(', ')}; look whether a classification has changed`;
  return [alarm('new_codes', 'warning', message)];
}

function alarm(code: string, severity: Severity, message: string): Diagnostic {
  return { stage: 'publish', code, severity, place: {}, message };
}
