import type { Stage } from '../model/index.js';
import type { StageCount } from '../queue/index.js';

/** What happens in a run, for a progress display. */
export type ProgressEvent =
  | { type: 'run'; run: number; resumed: boolean }
  | { type: 'job'; stage: Stage; key: string; outcome: 'done' | 'again' | 'dead'; reason?: string }
  | { type: 'warning'; message: string }
  | { type: 'counts'; counts: StageCount[] };
