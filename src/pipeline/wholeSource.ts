import type { ArchivedPage } from '../archive/index.js';
import { urlIdentity } from '../fetch/index.js';
import type { StageContext } from './stageContext.js';
import { zDiscoverySummary } from './summaries.js';

/** Answers that say for certain that there is nothing at a URL: to have them is to have seen it. */
export const NOTHING_THERE: readonly string[] = ['failed: http_404', 'failed: http_410'];

/** Errors of a page or listing that hide nothing: what is behind them is not there, or has a capture of its own. */
const HIDING_NOTHING: readonly string[] = ['soft_404', 'file_too_large'];

/**
 * Whether the run has seen all of the source, so that what it did not find is not there. A page that did not answer, or was not understood, hides what it
 * leads to; one that is not there hides nothing, unless the source begins with it. What robots.txt disallows hides something only if it was
 * followed in an earlier run.
 */
export async function sawWholeSource(context: StageContext): Promise<boolean> {
  const { archive, run } = context;
  for (const page of await archive.pages.failedOf(run)) if (await hides(page, context)) return false;
  for (const { url, summary } of await archive.pages.troubledExpansions(run)) {
    const allowed = isStart(url, context) ? [] : HIDING_NOTHING;
    if (summary === null || zDiscoverySummary.parse(summary).errors.some((code) => !allowed.includes(code))) return false;
  }
  return true;
}

/** Whether a page that was asked for keeps from view what it leads to. */
async function hides({ url, status }: ArchivedPage, context: StageContext): Promise<boolean> {
  if (isStart(url, context)) return true;
  if (NOTHING_THERE.includes(status)) return false;
  return !status.startsWith('refused: ') || (await context.archive.pages.expandedBefore(context.run, url));
}

/** Whether the source begins with this page. */
function isStart(url: string, { pipeline: { source } }: StageContext): boolean {
  return source.type === 'web' && source.start.some((start) => urlIdentity(start.url) === url);
}
