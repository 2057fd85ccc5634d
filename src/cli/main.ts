#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { addCheck } from './commands/check.js';
import { addCodebook } from './commands/codebook.js';
import { addExplain } from './commands/explain.js';
import { addExtract } from './commands/extract.js';
import { addInit } from './commands/init.js';
import { addLines } from './commands/lines.js';
import { addPublish } from './commands/publish.js';
import { addReport } from './commands/report.js';
import { addRetry } from './commands/retry.js';
import { addRun } from './commands/run.js';
import { addSchedule } from './commands/schedule.js';
import { addServeSamples } from './commands/serve-samples.js';
import { addShow } from './commands/show.js';
import { addStatus } from './commands/status.js';
import { addValidate } from './commands/validate.js';
import { CommandError } from './errors.js';
import { EXIT } from './exitCodes.js';

/** The command line: every command registers itself, parses its arguments, calls the rooms and prints. */
function program(): Command {
  const command = new Command('fiscus')
    .description('Published government budgets in, datasets out that a researcher can trust line by line.')
    .exitOverride()
    .showHelpAfterError('(fiscus --help lists the commands)');
  for (const add of [
    addRun,
    addSchedule,
    addStatus,
    addRetry,
    addPublish,
    addShow,
    addReport,
    addExtract,
    addLines,
    addExplain,
    addCheck,
    addInit,
    addValidate,
    addCodebook,
    addServeSamples,
  ])
    add(command);
  return command;
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader such as `head` that closes the pipe early is no fault of ours.
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});

try {
  await program().parseAsync();
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
