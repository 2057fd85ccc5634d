import { Cron } from 'croner';
import { z } from 'zod';

/** Whether a text is a cron line that croner understands. */
function isCronLine(text: string): boolean {
  try {
    return new Cron(text, { paused: true }).nextRun() !== null;
  } catch {
    return false;
  }
}

/** Whether a text is the name of a time zone. */
function isTimeZone(text: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: text }));
  } catch {
    return false;
  }
}

/** When `fiscus schedule` runs a pipeline. */
export const zScheduleSettings = z.strictObject({
  cron: z
    .string()
    .refine(isCronLine, 'expected a cron line that is due again, such as "17 3 * * *"')
    .describe('minute, hour, day of month, month, day of week'),
  timezone: z
    .string()
    .refine(isTimeZone, 'expected a time zone such as "Asia/Shanghai"')
    .default('Asia/Shanghai')
    .describe('of the cron line'),
  jitter_minutes: z.number().min(0).max(1440).default(10).describe('a run starts up to so much later, each time by another part of it'),
});
export type ScheduleSettings = z.infer<typeof zScheduleSettings>;

/** What a pipeline's alarms look at, and whom they tell. */
export const zAlarmSettings = z.strictObject({
  drop: z
    .number()
    .min(0)
    .max(1)
    .default(0.2)
    .describe('a run that finds so much less (share of the documents of the run before) is an alarm'),
  webhook: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('where a report with alarms is sent by POST, as JSON'),
});
