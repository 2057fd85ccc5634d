import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Compiles the sources and the benchmark into a folder of their own: what is measured is built code as users run it, of the sources as they stand, and a
 * build of the project meanwhile does not disturb. Gives the path of the benchmark's program.
 */
export function buildBenchmark(): string {
  const folder = path.join(root, 'node_modules/.cache/fiscus-bench');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', path.join(root, 'test/bench/tsconfig.json'), '--noCheck', '--outDir', folder], {
    stdio: 'inherit',
  });
  cpSync(path.join(root, 'package.json'), path.join(folder, 'package.json'));
  cpSync(path.join(root, 'src/codebook/data'), path.join(folder, 'src/codebook/data'), { recursive: true });
  return path.join(folder, 'test/bench/main.js');
}
