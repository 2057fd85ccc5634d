import { existsSync } from 'node:fs';
import path from 'node:path';
import { CATALOGUE_FILE, openArchive } from '../archive/index.js';
import { lockState } from './stateLock.js';
import { zCheckSummary, zDisclosureSummary, zModelSummary } from './summaries.js';
import { WORK_FAILURES } from './unread.js';

export interface RetryOptions {
  /** Also read documents again that have something in quarantine. */
  quarantined?: boolean;
}

/**
 * Forgets the results of documents that failed for reasons of the work (a limit, a crash, a fault), so that the next run does them again; an unfinished
 * run is given up, with its dead letters. What a document itself does wrong stays as it is: reading it again gives the same. What counts of a document is its last reading.
 * Gives the number of documents, and of organizations whose checks failed so. Throws StateLocked while a run is under way.
 */
export async function retryFailed(stateFolder: string, { quarantined = false }: RetryOptions = {}): Promise<number> {
  if (!existsSync(path.join(stateFolder, CATALOGUE_FILE))) return 0;
  const unlock = lockState(stateFolder);
  try {
    const archive = await openArchive(stateFolder);
    try {
      const { results } = archive;
      const ours = (errors: readonly string[]) => errors.some((code) => WORK_FAILURES.includes(code));
      const again = [
        ...(await results.latestSummaries('extract')).filter(({ summary }) => ours(zModelSummary.parse(summary).errors)),
        ...(await results.latestSummaries('interpret')).filter(({ summary }) => {
          const { errors, quarantined: count } = zDisclosureSummary.parse(summary);
          return ours(errors) || (quarantined && count > 0);
        }),
        ...(await results.latestSummaries('check')).filter(({ summary }) => ours(zCheckSummary.parse(summary).errors)),
      ];
      const subjects = new Set(again.map((result) => result.subject));
      await results.forgetSubjects([...subjects]);
      await archive.runs.abandonOpen();
      return subjects.size;
    } finally {
      await archive.close();
    }
  } finally {
    unlock();
  }
}
