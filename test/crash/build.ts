import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Compiles the sources and the child program into a folder of their own: killed runs start often, so they start from JavaScript, and a build
 * of the project beside them does not disturb. Gives the path of the child program; it is there as long as this process.
 */
export function buildChild(): string {
  const cache = path.join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, 'fiscus-crash-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', path.join(root, 'test/crash/tsconfig.json'), '--noCheck', '--outDir', folder], {
    stdio: 'inherit',
  });
  cpSync(path.join(root, 'package.json'), path.join(folder, 'package.json'));
  cpSync(path.join(root, 'src/codebook/data'), path.join(folder, 'src/codebook/data'), { recursive: true });
  return path.join(folder, 'test/crash/child.js');
}
