import { readdirSync, readFileSync } from 'node:fs';

/** What is sampled oftener costs the readers on all cores some of their time. */
const SAMPLE_MS = 100;

/** The text of a file of /proc; empty where its process is gone. */
function procText(file: string): string {
  try {
    return readFileSync(`/proc/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** The ids of the processes that any thread of a process has started. */
function childrenOf(pid: number): number[] {
  let threads: string[];
  try {
    threads = readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
  return threads.flatMap((thread) => procText(`${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number));
}

/** Resident memory of a process in MB; 0 where it is gone. */
function residentMb(pid: number): number {
  return (Number(/^VmRSS:\s+(\d+)/m.exec(procText(`${pid}/status`))?.[1] ?? 0) * 1024) / 1e6;
}

/** Resident memory of all processes below `root` together, in MB, without `root` itself. Linux only. Pages shared between processes count in each. */
function residentBelow(root: number): number {
  // Asked from parent to child: a look at every process of the machine took a fifteenth of a core from the readers.
  return childrenOf(root).reduce((sum, pid) => sum + residentMbOfTree(pid), 0);
}

/** Resident memory of a process and all below it together, in MB. Linux only. */
export function residentMbOfTree(root: number): number {
  return residentMb(root) + residentBelow(root);
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
