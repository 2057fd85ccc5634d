import { z } from 'zod';

/** What the server of the benchmark tells its parent. */
export const zServerMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('listening'), url: z.string() }),
  z.object({ type: z.literal('documents'), documents: z.number() }),
  z.object({ type: z.literal('asked'), requests: z.number(), documents: z.number() }),
]);
export type ServerMessage = z.infer<typeof zServerMessage>;
