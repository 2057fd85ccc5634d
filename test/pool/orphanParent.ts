import { z } from 'zod';
import { createPool } from '../../src/pool/index.js';

/** Starts a task that never returns and prints the process id of the child that runs it; the test kills this program. */
const pool = createPool({
  module: new URL('./sampleTasks.ts', import.meta.url),
  limits: { seconds: 600, memoryMb: 400 },
  workers: 1,
});
const pid = await pool.run({ task: 'pid', input: null, output: z.number() });
void pool.run({ task: 'loopsForever', input: null, output: z.unknown() });
if (pid.type === 'done') process.stdout.write(`${pid.value}\n`);
