import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createPool, type Pool, type PoolSettings } from '../../src/pool/index.js';

const module = new URL('./sampleTasks.ts', import.meta.url);
const pools: Pool[] = [];

/** A pool with room to work, closed after the test. */
function pool(settings: Partial<PoolSettings> = {}): Pool {
  const made = createPool({ module, limits: { seconds: 20, memoryMb: 400 }, workers: 1, ...settings });
  pools.push(made);
  return made;
}

/** Runs a task of sampleTasks.ts whose value is not looked at. */
const run = (made: Pool, task: string, limits = {}) => made.run({ task, input: null, output: z.unknown(), limits });

afterEach(async () => {
  await Promise.all(pools.splice(0).map((made) => made.close()));
});

describe('the pool', () => {
  it('gives what the task returns, through its schema', async () => {
    const value = { text: '预算', bytes: new Uint8Array([1, 2]) };
    const output = z.object({ text: z.string(), bytes: z.instanceof(Uint8Array) });
    const outcome = await pool().run({ task: 'echo', input: value, output });
    expect(outcome).toMatchObject({ type: 'done', value: { text: '预算' } });
  });

  it('throws where the value does not fit the schema', async () => {
    await expect(pool().run({ task: 'echo', input: 'text', output: z.number() })).rejects.toThrow('expected number');
  });

  it('tells an exception of a task from a crash, with its message', async () => {
    expect(await run(pool(), 'throws')).toMatchObject({ code: 'internal_error', detail: expect.stringContaining('a fault of ours') });
  });

  it('stops a task at its time limit', async () => {
    expect(await run(pool(), 'loopsForever', { seconds: 0.3 })).toMatchObject({ type: 'failed', code: 'time_limit' });
  });

  it('stops a task that fills the JavaScript heap', async () => {
    expect(await run(pool(), 'fillsTheHeap', { memoryMb: 4000 })).toMatchObject({ type: 'failed', code: 'memory_limit' });
  });

  it('stops a task whose native memory passes the limit', async () => {
    expect(await run(pool(), 'fillsNativeMemory')).toMatchObject({ type: 'failed', code: 'memory_limit' });
  });

  it('reports a child that dies', async () => {
    expect(await run(pool(), 'killsItself')).toMatchObject({ type: 'failed', code: 'worker_crashed' });
  });

  it('goes on with a fresh child after one has died', async () => {
    const made = pool();
    await run(made, 'killsItself');
    expect(await made.run({ task: 'echo', input: 1, output: z.number() })).toEqual({ type: 'done', value: 1 });
  });

  it('does not blame a task for an idle child that was killed from outside', async () => {
    const made = pool();
    const first = await made.run({ task: 'pid', input: null, output: z.number() });
    if (first.type === 'done') process.kill(first.value, 'SIGKILL');
    expect(await made.run({ task: 'echo', input: 1, output: z.number() })).toEqual({ type: 'done', value: 1 });
  });

  it('replaces a child after the given number of tasks', async () => {
    const made = pool({ recycleAfter: 2 });
    const pids = [];
    for (let i = 0; i < 4; i++) pids.push(await made.run({ task: 'pid', input: null, output: z.number() }));
    expect(new Set(pids.map((outcome) => outcome.type === 'done' && outcome.value)).size).toBe(2);
  });

  it('replaces a child that keeps more than half its memory, before it fails at what others left', async () => {
    const made = pool();
    const outcomes = [];
    for (let i = 0; i < 14; i++) outcomes.push(await made.run({ task: 'keepsMemory', input: null, output: z.number() }));
    expect(outcomes.filter((outcome) => outcome.type === 'failed')).toEqual([]);
    expect(new Set(outcomes.map((outcome) => outcome.type === 'done' && outcome.value)).size).toBeGreaterThan(1);
  });

  it('runs more tasks than it has children', async () => {
    const made = pool({ workers: 2 });
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map((input) => made.run({ task: 'echo', input, output: z.number() })));
    expect(outcomes).toEqual([1, 2, 3, 4, 5].map((value) => ({ type: 'done', value })));
  });

  it('refuses tasks after it was closed', async () => {
    const made = pool();
    await made.close();
    await expect(run(made, 'echo')).rejects.toThrow('the pool is closed');
  });
});
