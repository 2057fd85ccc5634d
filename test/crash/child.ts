import { writeSync } from 'node:fs';
import { readPipeline, runPipeline } from '../../src/pipeline/index.js';

/** A run of a pipeline that a harness may kill: `child PIPELINE STATE OUTPUT WORKERS`. Prints the stage of each settled job, one a line. */
const [file, stateFolder, outputFolder, workers] = process.argv.slice(2);
if (file === undefined || stateFolder === undefined || outputFolder === undefined)
  throw new Error('usage: child PIPELINE STATE OUTPUT WORKERS');
await runPipeline(await readPipeline(file), {
  stateFolder,
  outputFolder,
  workers: Number(workers),
  onProgress: (event) => {
    if (event.type === 'job') writeSync(1, `${event.stage}\n`);
  },
});
