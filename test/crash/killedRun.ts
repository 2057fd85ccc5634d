import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** When to kill a run: after so many milliseconds, or so many after the n-th settled job. Never, where neither is given. */
export interface KillPlan {
  afterMs?: number;
  afterJobs?: number;
}

export interface RunEnd {
  killed: boolean;
  /** The stage of the last job that the run settled; `start` before the first. */
  stage: string;
}

/** Starts the child program in a process group of its own and kills the whole group with SIGKILL as planned. Throws if the run fails by itself. */
export async function killedRun(program: string, parameters: readonly string[], plan: KillPlan): Promise<RunEnd> {
  const child = spawn(process.execPath, [program, ...parameters], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, SOURCE_DATE_EPOCH: '1700000000' },
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('the run did not start');
  let stage = 'start';
  let jobs = 0;
  let stderr = '';
  let killed = false;
  const kill = () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    killed = true;
    process.kill(-pid, 'SIGKILL');
  };
  const later = (ms: number) => setTimeout(kill, ms);
  let timer = plan.afterMs !== undefined && plan.afterJobs === undefined ? later(plan.afterMs) : undefined;
  createInterface({ input: child.stdout }).on('line', (line) => {
    stage = line;
    jobs += 1;
    if (jobs === plan.afterJobs) timer = later(plan.afterMs ?? 0);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearTimeout(timer);
  if (!killed && code !== 0) throw new Error(`the run ended with ${code}: ${stderr}`);
  return { killed: killed && code !== 0, stage };
}
