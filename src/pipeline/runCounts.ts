import { z } from 'zod';

/** What the next run compares itself with: documents that were there. */
export const zRunCounts = z.object({ found: z.number().int() });
