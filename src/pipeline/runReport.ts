import { z } from 'zod';
import { zDiagnostic, zDiscovery, zStage } from '../model/index.js';
import type { Queue } from '../queue/index.js';
import { alarmsOf } from './alarms.js';
import { zPublishOutcome } from './publishOutcome.js';
import type { StageContext } from './stageContext.js';
import { archivedEntries } from './stages/plan.js';
import { errorCodes, zCheckSummary, zDisclosureSummary, zModelSummary } from './summaries.js';
import { ofState } from './unchanged.js';
import { WORK_FAILURES } from './unread.js';

/** A document, page or file that gave nothing, and the codes of the diagnostics that say why. */
const zFailedSubject = z.object({
  document_id: z.string().nullable(),
  url: z.string().nullable(),
  name: z.string(),
  status: z.enum(['failed', 'unsupported']),
  reasons: z.array(z.string()),
});
export type FailedSubject = z.infer<typeof zFailedSubject>;

export const zRunReport = z.object({
  run: z.number().int(),
  /** Documents of the archive. */
  documents: z.number().int(),
  /** Documents that the source holds now. */
  found: z.number().int(),
  lines: z.number().int(),
  tables: z.number().int(),
  quarantined: z.number().int(),
  checks: z.number().int(),
  failed: z.array(zFailedSubject),
  /** How often each reason is given, most frequent first. */
  reasons: z.array(z.object({ code: z.string(), count: z.number().int() })),
  /** What the source was expected to give and did not. */
  alarms: z.array(zDiagnostic),
  /** Jobs given up on: faults of the machine or of Fiscus. */
  dead: z.array(z.object({ key: z.string(), stage: zStage, reason: z.string() })),
  published: z.string(),
  release: zPublishOutcome,
});
export type RunReport = z.infer<typeof zRunReport>;

const zCounted = zRunReport.pick({ documents: true, lines: true, tables: true, quarantined: true, checks: true, failed: true });

/** What a run came to, read from the archive: the same for a run that was killed and resumed. */
export async function runReport(context: StageContext, queue: Queue, group: string): Promise<RunReport> {
  const { archive, run, outputFolder } = context;
  const counted = await ofState('counted', zCounted, () => countDocuments(context), context);
  const failed: FailedSubject[] = [...(await failedPages(context)), ...(await failedCaptures(context)), ...counted.failed];
  const dead = (await queue.dead(group)).map(({ key, stage, reason }) => ({ key, stage, reason: reason.split('\n', 1)[0] ?? '' }));
  const release = (await archive.releases.outcome(run, zPublishOutcome)) ?? { version: null, refused: [] };
  const found = await archive.captures.countFound(run);
  const alarms = await alarmsOf(found, context);
  return { run, ...counted, found, failed, reasons: countReasons(failed), alarms, dead, published: outputFolder, release };
}

/** The documents of the archive: what is in them, and which of them gave nothing. */
async function countDocuments(context: StageContext): Promise<z.infer<typeof zCounted>> {
  const { archive, keys } = context;
  const failed: FailedSubject[] = [];
  const counts = { documents: 0, lines: 0, tables: 0, quarantined: 0, checks: 0 };
  // Before anything is read the number is all there is to say: an archive that is only fetched into may be large.
  if ((await archive.results.countReadings()) === 0) return { ...counts, documents: await archive.captures.countDocuments(), failed };
  for (const entry of await archivedEntries(context)) {
    const model = await archive.results.summary(keys.extract(entry), zModelSummary);
    const disclosure = await archive.results.summary(keys.interpret(entry), zDisclosureSummary);
    const check = await archive.results.summary(keys.checkDisclosure(entry), zCheckSummary);
    counts.documents += 1;
    counts.lines += disclosure?.lines ?? 0;
    counts.tables += disclosure?.tables ?? 0;
    counts.quarantined += disclosure?.quarantined ?? 0;
    counts.checks += check?.checks ?? 0;
    const ours = [...(disclosure?.errors ?? []), ...(check?.errors ?? [])].filter((code) => WORK_FAILURES.includes(code));
    const subject = { document_id: entry.document_id, url: null, name: entry.file_name };
    if (model?.status === 'failed' || model?.status === 'unsupported')
      failed.push({ ...subject, status: model.status, reasons: model.errors });
    else if (ours.length > 0) failed.push({ ...subject, status: 'failed', reasons: ours });
  }
  return { ...counts, failed };
}

/** Pages that could not be fetched or understood, and files that discovery refused, each with its reasons. */
async function failedPages({ archive, run }: StageContext): Promise<FailedSubject[]> {
  const reasons = new Map<string, string[]>();
  for (const { url, diagnostics } of await archive.pages.failedOf(run)) {
    const errors = errorCodes(diagnostics);
    if (errors.length > 0) reasons.set(url, errors);
  }
  for (const { url, result } of await archive.pages.troubledExpansions(run)) {
    const discovery = await archive.results.get(result, zDiscovery);
    const errors = (discovery?.diagnostics ?? []).filter((one) => one.severity === 'error');
    for (const { place, code } of errors) {
      const subject = place.part ?? url;
      reasons.set(subject, [...new Set([...(reasons.get(subject) ?? []), code])].sort());
    }
  }
  return [...reasons].map(([url, codes]) => ({ document_id: null, url, name: url, status: 'failed', reasons: codes }));
}

/** Candidates whose latest request or reading failed. One that was refused is no failure, one over a limit of the listing is among its errors. */
async function failedCaptures({ archive, run }: StageContext): Promise<FailedSubject[]> {
  const captures = await archive.captures.failedOf(run);
  return captures
    .map(
      ({ url, diagnostics }): FailedSubject => ({ document_id: null, url, name: url, status: 'failed', reasons: errorCodes(diagnostics) }),
    )
    .filter(({ reasons }) => reasons.length > 0);
}

function countReasons(failed: readonly FailedSubject[]): RunReport['reasons'] {
  const counts = new Map<string, number>();
  for (const code of failed.flatMap((subject) => subject.reasons)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}
