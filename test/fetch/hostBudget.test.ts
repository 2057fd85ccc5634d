import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { HostBudgets } from '../../src/fetch/index.js';

describe('the budget of a host', () => {
  it('is not made up for after the process was busy', async () => {
    const budget = new HostBudgets().of('h', { requestsPerSecond: 50, concurrency: 8 });
    const starts: number[] = [];
    const requests = Array.from({ length: 8 }, () =>
      budget.run(async () => {
        starts.push(performance.now());
        await sleep(200);
      }),
    );
    await sleep(1);
    for (const until = performance.now() + 150; performance.now() < until; );
    await Promise.all(requests);
    const gaps = starts.slice(1).map((start, at) => start - (starts[at] ?? 0));
    // 20 ms, less what a timer may be late and a clock may round.
    expect(Math.min(...gaps)).toBeGreaterThan(12);
  });

  it('heeds a pause that is asked for while requests wait for their turn', async () => {
    const budget = new HostBudgets().of('h', { requestsPerSecond: 20, concurrency: 4 });
    const starts: number[] = [];
    const began = Date.now();
    const requests = Array.from({ length: 3 }, () => budget.run(async () => void starts.push(Date.now() - began)));
    await sleep(10);
    budget.pause(0.4);
    await Promise.all(requests);
    expect(starts.filter((start) => start > 20 && start < 390)).toEqual([]);
  });

  it('goes on after a request that was given up before its turn', async () => {
    const budget = new HostBudgets().of('h', { requestsPerSecond: 10, concurrency: 4 });
    await budget.run(async () => undefined);
    const aborted = budget.run(async () => 'sent', AbortSignal.timeout(20));
    await expect(aborted).rejects.toThrow();
    expect(await budget.run(async () => 'sent')).toBe('sent');
  });
});
