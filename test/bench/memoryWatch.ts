import { readdirSync, readFileSync } from 'node:fs';

const SAMPLE_MS = 50;

/** The parent of a process and its resident memory in MB; null where it is gone. Pages shared between processes count in each. */
function statusOf(pid: number): { parent: number; residentMb: number } | null {
  let status: string;
  try {
    status = readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return null;
  }
  const field = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
  return { parent: field('PPid'), residentMb: (field('VmRSS') * 1024) / 1e6 };
}

/** Resident memory of all processes below `root` together, in MB, without `root` itself. Linux only. */
function residentBelow(root: number): number {
  const statuses = new Map<number, { parent: number; residentMb: number }>();
  for (const name of readdirSync('/proc')) {
    const status = /^\d+$/.test(name) ? statusOf(Number(name)) : null;
    if (status !== null) statuses.set(Number(name), status);
  }
  const isBelow = (pid: number): boolean => {
    const parent = statuses.get(pid)?.parent;
    return parent !== undefined && (parent === root || isBelow(parent));
  };
  return [...statuses].reduce((sum, [pid, { residentMb }]) => (isBelow(pid) ? sum + residentMb : sum), 0);
}

/** Resident memory of a process and all below it together, in MB. Linux only. */
export function residentMbOfTree(root: number): number {
  return (statusOf(root)?.residentMb ?? 0) + residentBelow(root);
}

/** Runs `work` and gives the peak of the resident memory of the child processes meanwhile, in MB; null where the system has no /proc. */
export async function watchMemory<T>(work: () => Promise<T>): Promise<{ value: T; peakMb: number | null }> {
  if (process.platform !== 'linux') return { value: await work(), peakMb: null };
  let peakMb = 0;
  const timer = setInterval(() => {
    peakMb = Math.max(peakMb, residentBelow(process.pid));
  }, SAMPLE_MS);
  try {
    return { value: await work(), peakMb };
  } finally {
    clearInterval(timer);
  }
}
