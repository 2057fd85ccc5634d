#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { CommandError } from './errors.js';
import { EXIT } from './exitCodes.js';

/** The commands in the order of the help: what registers each, loaded by name. */
const COMMANDS: Readonly<Record<string, () => Promise<(program: Command) => void>>> = {
  run: async () => (await import('./commands/run.js')).addRun,
  schedule: async () => (await import('./commands/schedule.js')).addSchedule,
  status: async () => (await import('./commands/status.js')).addStatus,
  retry: async () => (await import('./commands/retry.js')).addRetry,
  publish: async () => (await import('./commands/publish.js')).addPublish,
  show: async () => (await import('./commands/show.js')).addShow,
  report: async () => (await import('./commands/report.js')).addReport,
  extract: async () => (await import('./commands/extract.js')).addExtract,
  lines: async () => (await import('./commands/lines.js')).addLines,
  explain: async () => (await import('./commands/explain.js')).addExplain,
  check: async () => (await import('./commands/check.js')).addCheck,
  init: async () => (await import('./commands/init.js')).addInit,
  validate: async () => (await import('./commands/validate.js')).addValidate,
  codebook: async () => (await import('./commands/codebook.js')).addCodebook,
  'serve-samples': async () => (await import('./commands/serve-samples.js')).addServeSamples,
};

/**
 * The command line: every command registers itself, parses its arguments, calls the rooms and prints. Where the first argument is a command, no other one is
 * loaded; for the help and for what is no command all are.
 */
async function program(first: string | undefined): Promise<Command> {
  const command = new Command('fiscus')
    .description('Published government budgets in, datasets out that a researcher can trust line by line.')
    .exitOverride()
    .showHelpAfterError('(fiscus --help lists the commands)');
  const named = first !== undefined && Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
  for (const load of named === undefined ? Object.values(COMMANDS) : [named]) (await load())(command);
  return command;
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader such as `head` that closes the pipe early is no fault of ours.
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});

try {
  await (await program(process.argv[2])).parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  else if (error instanceof CommandError) {
    console.error(`fiscus: ${error.message}`);
    process.exitCode = error.exitCode;
  } else {
    console.error(error);
    process.exitCode = EXIT.couldNotRun;
  }
}
