import type { WriteStream } from 'node:tty';
import type { ProgressEvent } from '../pipeline/index.js';
import { duration } from './runReportText.js';

export interface ProgressDisplay {
  update: (event: ProgressEvent) => void;
  stop: () => void;
}

/** Elsewhere than on a terminal a line at most so often. */
const LINE_EVERY_MS = 5_000;
/** The pace is that of so long. */
const PACE_MS = 30_000;

/** Jobs done and known so far, over all stages. */
function progressOf(event: Extract<ProgressEvent, { type: 'counts' }>): { done: number; known: number; stages: string } {
  let done = 0;
  let known = 0;
  const open = new Map<string, number>();
  for (const { stage, state, count } of event.counts) {
    known += count;
    if (state === 'done' || state === 'dead') done += count;
    else open.set(stage, (open.get(stage) ?? 0) + count);
  }
  return { done, known, stages: [...open].map(([stage, count]) => `${stage} ${count}`).join(', ') };
}

/** The time left at the pace of the last while, from counts as they come; empty until there is a pace. */
function paceOf(): (done: number, known: number) => string {
  const seen: { at: number; done: number }[] = [];
  return (done, known) => {
    const at = performance.now();
    seen.push({ at, done });
    while (seen.length > 2 && at - (seen[0]?.at ?? at) > PACE_MS) seen.shift();
    const [first] = seen;
    if (first === undefined || done <= first.done) return '';
    const perSecond = (1000 * (done - first.done)) / (at - first.at);
    return `${perSecond.toFixed(1)}/s, about ${duration((known - done) / perSecond)} left`;
  };
}

/** Shows a run: a bar on a terminal, plain lines elsewhere. */
export async function showProgress(stream: WriteStream): Promise<ProgressDisplay> {
  return stream.isTTY ? bar(stream) : plainLines(stream);
}

async function bar(stream: WriteStream): Promise<ProgressDisplay> {
  const { SingleBar } = await import('cli-progress');
  const single = new SingleBar({
    stream,
    format: '{bar} {value}/{total} jobs | {stages} | {pace}',
    hideCursor: true,
    clearOnComplete: true,
  });
  const paceAt = paceOf();
  let started = false;
  return {
    update: (event) => {
      if (event.type !== 'counts') return;
      const { done, known, stages } = progressOf(event);
      const pace = paceAt(done, known);
      if (!started) single.start(known, done, { stages, pace });
      started = true;
      single.setTotal(known);
      single.update(done, { stages, pace });
    },
    stop: () => {
      if (started) single.stop();
      started = false;
    },
  };
}

function plainLines(stream: WriteStream): ProgressDisplay {
  const paceAt = paceOf();
  let last = performance.now();
  return {
    update: (event) => {
      if (event.type === 'warning') stream.write(`${event.message}\n`);
      if (event.type === 'run' && event.resumed) stream.write(`run ${event.run}: going on where a stopped run left off\n`);
      if (event.type === 'job' && event.outcome !== 'done')
        stream.write(`${event.stage} ${event.outcome}: ${event.key}: ${event.reason?.split('\n', 1)[0] ?? ''}\n`);
      if (event.type !== 'counts') return;
      const { done, known, stages } = progressOf(event);
      const pace = paceAt(done, known);
      if (performance.now() - last < LINE_EVERY_MS) return;
      last = performance.now();
      stream.write(`${done} of ${known} jobs done${stages === '' ? '' : `; open: ${stages}`}${pace === '' ? '' : `; ${pace}`}\n`);
    },
    stop: () => undefined,
  };
}
