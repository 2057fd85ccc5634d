import { createHash } from 'node:crypto';
import { Cron } from 'croner';
import type { ScheduleSettings } from './scheduleSettings.js';

/** When a pipeline starts next. `missed`: a time came and went while nobody was there to start it, so it starts now, once. */
export interface NextStart {
  at: Date;
  missed: boolean;
}

/**
 * The next start of a pipeline that started last at `last` (null: never). Every due time has a delay of its own, up to the jitter and the same on every
 * machine, so that pipelines with one cron line do not start at one moment.
 */
export function nextStart(name: string, { cron, timezone, jitter_minutes }: ScheduleSettings, last: Date | null, now: Date): NextStart {
  const line = new Cron(cron, { timezone, paused: true });
  const delayed = (due: Date) => new Date(due.getTime() + jitter_minutes * 60_000 * draw(`${name} ${due.toISOString()}`));
  const due = line.nextRun(last ?? now);
  if (due === null) throw new RangeError(`${cron} is never due again`);
  const at = delayed(due);
  if (last === null || at > now) return { at, missed: false };
  return { at: now, missed: true };
}

/** A number in [0, 1) that depends on the text alone. */
function draw(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 0x1_0000_0000;
}
