import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Files of the benchmarks that are no TypeScript. */
const ASSETS = ['package.json', 'src/codebook/data', 'test/bench/harvest/scrapy_spider.py'];

/**
 * Compiles the sources and the benchmarks into a folder of their own: what is measured is built code as users run it, of the sources as they stand, and a
 * build of the project meanwhile does not disturb. Gives the folder.
 */
function buildBenchmarks(): string {
  const folder = path.join(root, 'node_modules/.cache/fiscus-bench');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', path.join(root, 'test/bench/tsconfig.json'), '--noCheck', '--outDir', folder], {
    stdio: 'inherit',
  });
  for (const asset of ASSETS) cpSync(path.join(root, asset), path.join(folder, asset), { recursive: true });
  return folder;
}

/** Builds and runs one of the benchmarks with the options of this command; gives its exit code. */
export function runBenchmark(program: string): number {
  const file = path.join(buildBenchmarks(), 'test/bench', program);
  return spawnSync(process.execPath, [file, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' }).status ?? 1;
}
