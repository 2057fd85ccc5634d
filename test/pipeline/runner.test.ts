import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { zStage } from '../../src/model/index.js';
import { newJob, type Work } from '../../src/pipeline/jobs.js';
import { Runner, type RunnerSettings } from '../../src/pipeline/runner.js';
import { done, type StageOutcome } from '../../src/pipeline/stageContext.js';
import { openQueue, type Queue } from '../../src/queue/index.js';

let folder: string;
let queue: Queue;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fiscus-runner-'));
  queue = await openQueue(path.join(folder, 'queue.sqlite'), { backoffMs: 1, maxBackoffMs: 2, maxFailures: 3 });
});
afterEach(async () => {
  await queue.close();
  await rm(folder, { recursive: true });
});

type Stages = (work: Work, lastAttempt: boolean) => StageOutcome;

/** Runs the phases with stages that only say what follows, and gives the order in which work was done. */
async function run(stages: Stages, settings: Partial<RunnerSettings> = {}): Promise<string[]> {
  const order: string[] = [];
  const doWork = async (work: Work, lastAttempt: boolean) => {
    order.push(work.work === 'fetch' ? `fetch ${work.url}` : work.work);
    return stages(work, lastAttempt);
  };
  const base = {
    stages: zStage.options,
    queue,
    group: 'run-1',
    heartbeatMs: 1_000,
    maxFailures: 3,
    networkConcurrency: 4,
    cpuConcurrency: 2,
  };
  const runner = new Runner({ ...base, doWork, emit: () => undefined, ...settings });
  await runner.run({ work: 'discover_folder' });
  return order;
}

const fetchJob = (url: string) => newJob({ work: 'fetch', identity: url, url, file_name: url, referer: null }, url);
const found = done(null, [fetchJob('a'), fetchJob('b')]);
const again: StageOutcome = { type: 'again', reason: 'busy', waitMs: 0, counted: true };
const PHASES = ['plan_documents', 'plan_organizations', 'publish'];

describe('the runner', () => {
  it('does the children of a job and then opens one phase after the other', async () => {
    const order = await run((work) => (work.work === 'discover_folder' ? found : done(null)));
    expect(order).toEqual(['discover_folder', 'fetch a', 'fetch b', ...PHASES]);
  });

  it('tries a job again that says so', async () => {
    let busy = true;
    const order = await run((work) => {
      if (work.work !== 'discover_folder' || !busy) return done(null);
      busy = false;
      return again;
    });
    expect(order).toEqual(['discover_folder', 'discover_folder', ...PHASES]);
  });

  it('tells a stage when it is asked for the last time', async () => {
    const last: boolean[] = [];
    await run((work, lastAttempt) => {
      if (work.work !== 'discover_folder') return done(null);
      last.push(lastAttempt);
      return again;
    });
    expect(last).toEqual([false, false, true]);
  });

  it('gives up a job that keeps throwing, and goes on', async () => {
    const order = await run((work) => {
      if (work.work === 'discover_folder') return found;
      if (work.work === 'fetch' && work.url === 'a') throw new Error('a fault');
      return done(null);
    });
    expect([order.slice(-3), (await queue.dead('run-1')).map((dead) => [dead.key, dead.failures])]).toEqual([PHASES, [['fetch:a', 3]]]);
  });

  it('does again what a killed run had leased', async () => {
    await queue.enqueue('run-1', [newJob({ work: 'discover_folder' })]);
    await queue.lease({ group: 'run-1', stages: ['discover'], count: 1, owner: 'killed' });
    expect(await run(() => done(null))).toEqual(['discover_folder', ...PHASES]);
  });

  it('does nothing again that a killed run had settled', async () => {
    await run(() => done(null));
    expect(await run(() => done(null))).toEqual([]);
  });

  it('ends with the fault when the queue itself fails', async () => {
    queue.complete = () => Promise.reject(new Error('disk full'));
    await expect(run(() => done(null))).rejects.toThrow('disk full');
  });

  it('ends with the reason of an aborted signal, and settles nothing after it', async () => {
    const stop = new AbortController();
    const running = run(
      () => {
        stop.abort(new Error('stopped'));
        return done(null);
      },
      { signal: stop.signal },
    );
    await expect(running).rejects.toThrow('stopped');
    expect(await queue.counts('run-1')).toEqual([{ stage: 'discover', state: 'leased', count: 1 }]);
  });
});
