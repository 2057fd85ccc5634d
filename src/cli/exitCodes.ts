/** Exit codes of every command (docs/command-line.md). */
export const EXIT = {
  done: 0,
  /** Done, but some documents failed. */
  failedDocuments: 1,
  /** Bad usage, or a pipeline file that does not say what it must. */
  usage: 2,
  /** Could not run: no disk, no lock, a fault of ours. */
  couldNotRun: 3,
  /** A release was refused, or an alarm was raised. */
  refused: 4,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
