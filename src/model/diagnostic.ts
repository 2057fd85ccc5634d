import { z } from 'zod';
import { zPlace } from './place.js';

export const zStage = z.enum(['discover', 'fetch', 'extract', 'interpret', 'check', 'publish']);
export type Stage = z.infer<typeof zStage>;

/** error: something printed may be missing or wrong; warning: a person should look; info: worth knowing. */
export const zSeverity = z.enum(['error', 'warning', 'info']);
export type Severity = z.infer<typeof zSeverity>;

/**
 * What a document, a page or a source does wrong, as data. `code` is stable snake_case (docs/diagnostics.md lists all);
 * `message` says what was found and what to do, quoting the Chinese as printed.
 */
export const zDiagnostic = z.object({
  stage: zStage,
  code: z.string().regex(/^[a-z][a-z0-9_]*$/),
  severity: zSeverity,
  place: zPlace,
  message: z.string(),
  /** Of `readers_disagree`: the numbers of the page that only one of the two readers has, as printed. Amounts of the page among `onlyFirst` are in doubt. */
  numbers: z.object({ onlyFirst: z.array(z.string()).readonly(), onlySecond: z.array(z.string()).readonly() }).optional(),
});
export type Diagnostic = z.infer<typeof zDiagnostic>;
