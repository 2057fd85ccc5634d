import { z } from 'zod';

/** What publishing came to. */
export const zPublishOutcome = z.object({
  /** The version that is published now; null where none ever was. */
  version: z.string().nullable(),
  /** Why a new version was refused; empty where none was. */
  refused: z.array(z.string()),
});
export type PublishOutcome = z.infer<typeof zPublishOutcome>;
