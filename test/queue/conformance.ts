import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Completion, Failure, LeasedJob, NewJob, Queue, QueueSettings } from '../../src/queue/index.js';

/** A queue under test and a second connection to the same jobs, as another process has it. */
export interface QueueUnderTest {
  queue: Queue;
  /** Opens the same jobs once more. */
  reopen(settings: QueueSettings): Promise<Queue>;
  dispose(): Promise<void>;
}
export type OpenQueue = (settings: QueueSettings) => Promise<QueueUnderTest>;

const GROUP = 'run-1';
const STAGES = ['extract', 'interpret'] as const;
const SETTINGS = { leaseMs: 1_000, maxFailures: 3, backoffMs: 100, maxBackoffMs: 300, seed: 'test' };

const job = (key: string, stage: NewJob['stage'] = 'extract', payload: unknown = { key }): NewJob => ({ key, stage, payload });
const done = (completion: Partial<Completion> = {}): Completion => ({ result: null, children: [], last: [], ...completion });
const failed = (failure: Partial<Failure> = {}): Failure => ({ reason: 'it broke', retry: true, last: [], ...failure });

/** What every engine behind the queue contract must do. Call it with a function that opens an empty queue. */
export function describeQueue(name: string, open: OpenQueue): void {
  describe(name, () => {
    let now = 0;
    let opened: QueueUnderTest;
    let queue: Queue;
    const clock = () => now;

    beforeEach(async () => {
      now = 1_000_000;
      opened = await open({ clock, ...SETTINGS });
      queue = opened.queue;
    });
    afterEach(async () => opened.dispose());

    const lease = (count = 1, from = queue) => from.lease({ group: GROUP, stages: STAGES, count, owner: 'test' });
    /** The next job, which must be there. */
    async function leaseOne(from = queue): Promise<LeasedJob> {
      const [leased] = await lease(1, from);
      if (leased === undefined) throw new Error('no job is due');
      return leased;
    }
    const keys = async (count = 10) => (await lease(count)).map((leased) => leased.key);
    const states = async () => Object.fromEntries((await queue.counts(GROUP)).map((row) => [`${row.stage} ${row.state}`, row.count]));

    it('hands out a job with its payload', async () => {
      await queue.enqueue(GROUP, [job('a', 'extract', { text: '预算', list: [1, null] })]);
      expect(await leaseOne()).toMatchObject({ key: 'a', stage: 'extract', group: GROUP, payload: { text: '预算', list: [1, null] } });
    });

    it('keeps one job a key', async () => {
      await queue.enqueue(GROUP, [job('a'), job('a')]);
      expect(await queue.enqueue(GROUP, [job('a'), job('b')])).toBe(1);
    });

    it('does not do a finished job again when it is enqueued again', async () => {
      await queue.enqueue(GROUP, [job('a')]);
      await queue.complete(await leaseOne(), done());
      await queue.enqueue(GROUP, [job('a')]);
      expect(await keys()).toEqual([]);
    });

    it('keeps the same key apart in two groups', async () => {
      await queue.enqueue('run-2', [job('a')]);
      expect(await queue.enqueue(GROUP, [job('a')])).toBe(1);
    });

    it('hands out jobs oldest first', async () => {
      await queue.enqueue(GROUP, [job('b'), job('a'), job('c')]);
      expect(await keys()).toEqual(['b', 'a', 'c']);
    });

    it('hands out no more jobs than asked for', async () => {
      await queue.enqueue(GROUP, [job('a'), job('b'), job('c')]);
      expect(await keys(2)).toEqual(['a', 'b']);
    });

    it('hands out jobs of the asked stages only', async () => {
      await queue.enqueue(GROUP, [job('a', 'fetch'), job('b', 'interpret')]);
      expect(await keys()).toEqual(['b']);
    });

    it('hands a leased job to no one else', async () => {
      await queue.enqueue(GROUP, [job('a')]);
      await leaseOne();
      expect(await keys()).toEqual([]);
    });

    it('adds the children of a job when it completes', async () => {
      await queue.enqueue(GROUP, [job('a')]);
      await queue.complete(await leaseOne(), done({ children: [job('b'), job('c')] }));
      expect(await keys()).toEqual(['b', 'c']);
    });

    it('adds the last jobs when no job is open any more', async () => {
      await queue.enqueue(GROUP, [job('a')]);
      await queue.complete(await leaseOne(), done({ last: [job('publish')] }));
      expect(await keys()).toEqual(['publish']);
    });

    it('adds no last jobs while another job is queued', async () => {
      await queue.enqueue(GROUP, [job('a'), job('b')]);
      await queue.complete(await leaseOne(), done({ last: [job('publish')] }));
      expect(await keys()).toEqual(['b']);
    });

    it('adds no last jobs while another job is leased', async () => {
      await queue.enqueue(GROUP, [job('a'), job('b')]);
      const first = await leaseOne();
      await leaseOne();
      await queue.complete(first, done({ last: [job('publish')] }));
      expect(await keys()).toEqual([]);
    });

    it('adds no last jobs where the job has children', async () => {
      await queue.enqueue(GROUP, [job('a')]);
      await queue.complete(await leaseOne(), done({ children: [job('b')], last: [job('publish')] }));
      expect(await keys()).toEqual(['b']);
    });

    it('does not let jobs of another group hold back the last jobs', async () => {
      await queue.enqueue('run-2', [job('x')]);
      await queue.enqueue(GROUP, [job('a')]);
      await queue.complete(await leaseOne(), done({ last: [job('publish')] }));
      expect(await keys()).toEqual(['publish']);
    });

    it('adds the last jobs after a dead letter too', async () => {
      await queue.enqueue(GROUP, [job('a')]);
      await queue.fail(await leaseOne(), failed({ retry: false, last: [job('publish')] }));
      expect(await keys()).toEqual(['publish']);
    });

    it('tries a failed job again after a wait', async () => {
      await queue.enqueue(GROUP, [job('a')]);
      await queue.fail(await leaseOne(), failed());
      const before = await keys();
      now += SETTINGS.backoffMs;
      expect([before, await keys()]).toEqual([[], ['a']]);
    });

    it('waits longer after each failure, up to the cap', async () => {
      await queue.enqueue(GROUP, [job('a')]);
      const waits = [];
      for (let i = 0; i < 2; i++) {
        await queue.fail(await leaseOne(), failed());
        const due = (await queue.nextDue(GROUP)) ?? 0;
        waits.push(due);
        now += due;
      }
      expect(waits[1]).toBeGreaterThan(waits[0] ?? Number.POSITIVE_INFINITY);
    });

    it('waits at least as long as a server asked for', async () => {
      await queue.enqueue(GROUP, [job('a')]);
      await queue.fail(await leaseOne(), failed({ waitMs: 5_000 }));
      expect(await queue.nextDue(GROUP)).toBe(5_000);
    });

    it('gives a job up after the given number of failures', async () => {
      await queue.enqueue(GROUP, [job('a')]);
      const outcomes = [];
      for (let i = 0; i < SETTINGS.maxFailures; i++) {
        outcomes.push(await queue.fail(await leaseOne(), failed()));
        now += SETTINGS.maxBackoffMs;
      }
      expect(outcomes).toEqual(['queued', 'queued', 'dead']);
    });

    it('does not count an attempt that did not begin', async () => {
      await queue.enqueue(GROUP, [job('a')]);
      for (let i = 0; i < 5; i++) {
        await queue.fail(await leaseOne(), failed({ counted: false }));
        now += SETTINGS.maxBackoffMs;
      }
      expect((await leaseOne()).failures).toBe(0);
    });

    it('keeps the reason of a dead letter', async () => {
      await queue.enqueue(GROUP, [job('a')]);
      await queue.fail(await leaseOne(), failed({ retry: false, reason: 'disk full' }));
      expect(await queue.dead(GROUP)).toEqual([{ key: 'a', stage: 'extract', payload: { key: 'a' }, failures: 1, reason: 'disk full' }]);
    });

    it('hands a job on when its lease has run out', async () => {
      await queue.enqueue(GROUP, [job('a')]);
      await leaseOne();
      now += SETTINGS.leaseMs;
      const released = await queue.releaseExpired(GROUP);
      expect([released, await keys()]).toEqual([1, ['a']]);
    });

    it('keeps a lease that is renewed', async () => {
      await queue.enqueue(GROUP, [job('a')]);
      const leased = await leaseOne();
      now += SETTINGS.leaseMs - 1;
      await queue.heartbeat([leased]);
      now += SETTINGS.leaseMs - 1;
      expect(await queue.releaseExpired(GROUP)).toBe(0);
    });

    it('tells a worker which leases it has lost', async () => {
      await queue.enqueue(GROUP, [job('a'), job('b')]);
      const held = await lease(2);
      const [first] = held;
      if (first !== undefined) await queue.complete(first, done());
      expect(await queue.heartbeat(held)).toEqual(held.slice(1).map((leased) => leased.id));
    });

    it('changes nothing when a worker settles a job that was handed on', async () => {
      await queue.enqueue(GROUP, [job('a')]);
      const lost = await leaseOne();
      await queue.releaseAll(GROUP);
      await leaseOne();
      const settled = [await queue.complete(lost, done({ children: [job('b')] })), await queue.fail(lost, failed())];
      expect([settled, await states()]).toEqual([[false, 'lost'], { 'extract leased': 1 }]);
    });

    it('gives back all leases at once', async () => {
      await queue.enqueue(GROUP, [job('a'), job('b')]);
      await lease(2);
      expect(await queue.releaseAll(GROUP)).toBe(2);
    });

    it('does not count a lost lease as a failure', async () => {
      await queue.enqueue(GROUP, [job('a')]);
      for (let i = 0; i < 10; i++) {
        await leaseOne();
        await queue.releaseAll(GROUP);
      }
      expect((await leaseOne()).failures).toBe(0);
    });

    it('keeps leases and jobs for another process', async () => {
      await queue.enqueue(GROUP, [job('a'), job('b')]);
      const leased = await leaseOne();
      const other = await opened.reopen({ clock, ...SETTINGS });
      const next = await lease(5, other);
      await other.complete(leased, done());
      await other.close();
      expect([next.map((one) => one.key), await states()]).toEqual([['b'], { 'extract done': 1, 'extract leased': 1 }]);
    });

    it('says when the next job is due', async () => {
      const empty = await queue.nextDue(GROUP);
      await queue.enqueue(GROUP, [job('a')]);
      const queued = await queue.nextDue(GROUP);
      await leaseOne();
      expect([empty, queued, await queue.nextDue(GROUP)]).toEqual([null, 0, SETTINGS.leaseMs]);
    });

    it('counts jobs by stage and state', async () => {
      await queue.enqueue(GROUP, [job('a'), job('b'), job('c', 'interpret')]);
      await queue.complete(await leaseOne(), done());
      expect(await states()).toEqual({ 'extract done': 1, 'extract queued': 1, 'interpret queued': 1 });
    });

    it('tells how fast jobs have been settled lately', async () => {
      await queue.enqueue(GROUP, [job('a'), job('b'), job('c')]);
      for (let i = 0; i < 2; i++) await queue.complete(await leaseOne(), done());
      now += 10_000;
      expect([await queue.rates(GROUP, 60_000), await queue.rates(GROUP, 5_000)]).toEqual([[{ stage: 'extract', perSecond: 0.2 }], []]);
    });

    it('forgets a group', async () => {
      await queue.enqueue(GROUP, [job('a')]);
      await queue.purge(GROUP);
      expect(await queue.counts(GROUP)).toEqual([]);
    });
  });
}
