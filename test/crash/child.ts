import { writeSync } from 'node:fs';
import { readPipeline, runPipeline } from '../../src/pipeline/index.js';

/** A run of a pipeline that a harness may kill: `child PIPELINE STATE OUTPUT WORKERS [fetch]`, with `fetch` only up to the archive and, last, what failed. Prints the stage of each settled job, one a line. */
const [file, stateFolder, outputFolder, workers, extent] = process.argv.slice(2);
if (file === undefined || stateFolder === undefined || outputFolder === undefined)
  throw new Error('usage: child PIPELINE STATE OUTPUT WORKERS');
const report = await runPipeline(await readPipeline(file), {
  stateFolder,
  outputFolder,
  workers: Number(workers),
  fetchOnly: extent === 'fetch',
  onProgress: (event) => {
    if (event.type === 'job') writeSync(1, `${event.stage}\n`);
  },
});
if (extent === 'fetch') writeSync(1, `failed ${report.failed.length + report.dead.length}\n`);
