/** `npm run bench:harvest -- [--documents N] [--rounds N] [--unchanged]`: builds the benchmark and runs it (see main.ts). */
import { runBenchmark } from '../build.js';

process.exitCode = runBenchmark('harvest/main.js');
