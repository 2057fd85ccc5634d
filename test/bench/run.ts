/** `npm run bench -- [--pages N] [--only NAME] [--rounds N]`: builds the benchmark and runs it (see main.ts). */
import { spawnSync } from 'node:child_process';
import { buildBenchmark, root } from './build.js';

const { status } = spawnSync(process.execPath, [buildBenchmark(), ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
process.exitCode = status ?? 1;
