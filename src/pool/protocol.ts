import { z } from 'zod';

/** What the pool sends to a child: one task at a time. `input` travels by structured clone. */
export const zTaskMessage = z.object({ id: z.number().int(), task: z.string(), input: z.unknown() });
export type TaskMessage = z.infer<typeof zTaskMessage>;

/** What a child sends back: that its module is loaded, then one answer a task. */
export const zChildMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('done'), id: z.number().int(), value: z.unknown() }),
  z.object({ type: z.literal('threw'), id: z.number().int(), message: z.string() }),
]);
export type ChildMessage = z.infer<typeof zChildMessage>;

/** What a task module must export under the name `tasks`: functions from a structured-clone input to a structured-clone value. */
export type TaskTable = Readonly<Record<string, (input: unknown) => Promise<unknown>>>;

export const zTaskModule = z.object({
  tasks: z.record(
    z.string(),
    z.custom<TaskTable[string]>((value) => typeof value === 'function'),
  ),
});

/** Why a task gave no value: a stable code for a diagnostic, and what was seen. */
export type TaskFailureCode = 'time_limit' | 'memory_limit' | 'worker_crashed' | 'internal_error';

export type TaskOutcome<T> = { type: 'done'; value: T } | { type: 'failed'; code: TaskFailureCode; detail: string };

export interface TaskLimits {
  /** Wall-clock seconds from the moment the child has the task. */
  seconds: number;
  /** Resident memory of the child in MiB, WebAssembly and native heaps included. */
  memoryMb: number;
}
