import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Compiles the sources and the child program into a folder of their own: killed runs start often, so they start from JavaScript, and a build
 * of the project beside them does not disturb. Gives the path of the child program.
 */
export function buildChild(): string {
  const folder = path.join(root, 'node_modules/.cache/fiscus-crash');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', path.join(root, 'test/crash/tsconfig.json'), '--noCheck', '--outDir', folder], {
    stdio: 'inherit',
  });
  cpSync(path.join(root, 'package.json'), path.join(folder, 'package.json'));
  cpSync(path.join(root, 'src/codebook/data'), path.join(folder, 'src/codebook/data'), { recursive: true });
  return path.join(folder, 'test/crash/child.js');
}
