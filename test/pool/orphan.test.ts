import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const program = fileURLToPath(new URL('./orphanParent.ts', import.meta.url));

/** Whether a process lives. */
function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('a child in an endless task', () => {
  it('ends when its parent is killed', async () => {
    const parent = spawn(process.execPath, ['--import', tsx, program], { stdio: ['ignore', 'pipe', 'inherit'] });
    const pid = await new Promise<number>((resolve) => parent.stdout.once('data', (data: Buffer) => resolve(Number(data.toString()))));
    const before = lives(pid);
    parent.kill('SIGKILL');
    for (let waited = 0; waited < 30_000 && lives(pid); waited += 200) await new Promise((resolve) => setTimeout(resolve, 200));
    expect([before, lives(pid)]).toEqual([true, false]);
  });
});
