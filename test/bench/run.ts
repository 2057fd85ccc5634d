/** `npm run bench -- [--pages N] [--only NAME] [--rounds N]`: builds the benchmark and runs it (see main.ts). */
import { runBenchmark } from './build.js';

process.exitCode = runBenchmark('main.js');
