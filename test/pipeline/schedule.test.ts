import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { zPipelineDescription } from '../../src/pipeline/description.js';
import type { RunReport } from '../../src/pipeline/index.js';
import { runSchedule, type ScheduleEvent } from '../../src/pipeline/index.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fiscus-schedule-'));
});
afterEach(() => rm(folder, { recursive: true }));

const report = { run: 1, failed: [], alarms: [] } as unknown as RunReport;
const pipeline = (name: string, cron = '* * * * * *') => {
  const schedule = { cron, jitter_minutes: 0 };
  return { ...zPipelineDescription.parse({ name, title: name, source: { type: 'folder', path: '.' }, schedule }), file: 'p.yaml' };
};

/** Runs a schedule until `until` says so; gives what it told. */
async function scheduled(
  names: readonly string[],
  run: (name: string) => Promise<void>,
  until: (events: readonly ScheduleEvent[]) => boolean,
) {
  const stop = new AbortController();
  const events: ScheduleEvent[] = [];
  await runSchedule(
    names.map((name) => pipeline(name)),
    {
      signal: stop.signal,
      onEvent: (event) => {
        events.push(event);
        if (until(events)) stop.abort();
      },
      run: async ({ name }) => {
        await run(name);
        return report;
      },
      stateFolder: (name) => path.join(folder, name),
    },
  );
  return events;
}

const ended = (events: readonly ScheduleEvent[]) => events.filter(({ type }) => type === 'ended' || type === 'failed').length;

describe('a schedule', () => {
  it('runs a pipeline again and again, never twice at once', async () => {
    let running = 0;
    let most = 0;
    await scheduled(
      ['a'],
      async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 1200));
        running -= 1;
      },
      (events) => ended(events) === 2,
    );
    expect(most).toBe(1);
  });

  it('goes on after a run that failed, and tells why', async () => {
    const events = await scheduled(
      ['a'],
      async () => {
        throw new Error('no disk');
      },
      (all) => ended(all) === 2,
    );
    expect(events.filter((event) => event.type === 'failed').map((event) => String(event.error))).toEqual([
      'Error: no disk',
      'Error: no disk',
    ]);
  });

  it('catches a missed time up at once', async () => {
    await mkdir(path.join(folder, 'a'));
    await writeFile(path.join(folder, 'a/schedule.json'), JSON.stringify({ last_start: '2025-01-01T00:00:00.000Z' }));
    const events = await scheduled(
      ['a'],
      async () => undefined,
      (all) => ended(all) === 1,
    );
    expect(events[0]).toMatchObject({ type: 'waiting', missed: true });
  });

  it('ends without a run when it is stopped while it waits', async () => {
    const events = await scheduled(
      ['a', 'b'],
      async () => undefined,
      (all) => all.length === 2,
    );
    expect(events.map(({ type }) => type)).toEqual(['waiting', 'waiting']);
  });

  it('refuses a pipeline without a schedule', async () => {
    const { schedule, ...unscheduled } = pipeline('a');
    await expect(runSchedule([unscheduled], { signal: AbortSignal.abort(), onEvent: () => undefined })).rejects.toThrow(
      'a: has no schedule',
    );
  });
});
