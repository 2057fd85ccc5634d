import { EXIT, type ExitCode } from './exitCodes.js';

/** What a user did or can mend; printed without a stack trace. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  constructor(
    message: string,
    readonly exitCode: ExitCode = EXIT.usage,
  ) {
    super(message);
  }
}

/** The words of every error a user sees, in one place. */
export const errors = {
  unreadableFile: (file: string, reason: string) =>
    new CommandError(`${file}: cannot be read (${reason}). Give the path of an existing file.`),
  notInteger: (option: string, least: number, most: number, value: string) =>
    new CommandError(`${option}: expected a whole number from ${least} to ${most}, got ${JSON.stringify(value)}.`),
  notOneOf: (option: string, expected: readonly string[], value: string) =>
    new CommandError(`${option}: expected one of ${expected.join(', ')}, got ${JSON.stringify(value)}.`),
  notInCodebook: (query: string) => new CommandError(`${query}: no code or name like it in the codebook.`, EXIT.failedDocuments),
  badPipeline: (problems: readonly string[]) => new CommandError(`the pipeline cannot be used:\n  ${problems.join('\n  ')}`),
  releaseNeedsFolder: () => new CommandError('--release and --to go together: --release 1.0.0 --to FOLDER.'),
  cannotRestore: (reason: string) => new CommandError(`--release: ${reason}.`),
  nothingArchived: (reason: string) =>
    new CommandError(
      `no finished run of this pipeline is there to publish from (${reason}). Run it first: fiscus run PIPELINE.yaml.`,
      EXIT.couldNotRun,
    ),
  noDataset: (folder: string) =>
    new CommandError(`${folder}: no published dataset is there. Give the folder that fiscus run published to with --dataset.`),
  reportOfWhat: () => new CommandError('report: give a pipeline file, or a dataset with --dataset FOLDER.'),
  notAReport: (folder: string) =>
    new CommandError(`${folder}: holds something that is no report and would be removed. Give a new or empty folder with --output.`),
  unknownId: (id: string, where: string) =>
    new CommandError(`${id}: no line or figure of a dataset in ${where} has this id.`, EXIT.failedDocuments),
  cannotDraw: (file: string) => new CommandError(`${file}: the page cannot be drawn; --no-image shows the rest.`, EXIT.failedDocuments),
  noOriginal: (reason: string) =>
    new CommandError(`${reason}. Give the state folder of the pipeline with --state, or --no-image.`, EXIT.couldNotRun),
  interrupted: () => new CommandError('stopped; the next run of the same pipeline goes on from here', EXIT.couldNotRun),
  pageWithoutAddress: (file: string) =>
    new CommandError(`${file}: does not say where it was saved from; give its address with --url https://…`),
  notFetched: (url: string, reason: string) => new CommandError(`${url}: cannot be fetched (${reason}).`, EXIT.couldNotRun),
  oneState: () => new CommandError('--state: expected one pipeline with it, because it is the folder of one.'),
  notScheduled: (file: string) => new CommandError(`${file}: schedule: expected a cron line such as { cron: "17 3 * * *" }; it has none.`),
  stateLocked: (reason: string) => new CommandError(reason, EXIT.couldNotRun),
  portInUse: (port: number) => new CommandError(`--port: port ${port} is in use; give another one, or 0 for a free one.`, EXIT.couldNotRun),
} as const;
