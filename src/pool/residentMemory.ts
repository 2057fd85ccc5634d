import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MIB = 1024 * 1024;

/** Resident memory of a process in MiB; null where the process is gone or the system does not tell (Windows: the JS heap limit still holds). */
export async function residentMemoryMb(pid: number): Promise<number | null> {
  if (process.platform === 'linux') {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    const kib = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
    return kib === undefined ? null : (Number(kib) * 1024) / MIB;
  }
  if (process.platform === 'win32') return null;
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  const kib = Number.parseInt(stdout, 10);
  return Number.isNaN(kib) ? null : (kib * 1024) / MIB;
}
