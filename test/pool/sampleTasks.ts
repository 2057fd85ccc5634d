import { readFile } from 'node:fs/promises';

/** What tasks leave behind. */
const left: Buffer[] = [];

/** Tasks that behave well and badly, for the pool's tests. */
export const tasks = {
  echo: async (input: unknown) => input,
  pid: async () => process.pid,
  throws: async () => {
    throw new Error('a fault of ours');
  },
  loopsForever: async () => {
    for (;;);
  },
  fillsTheHeap: async () => {
    const kept: number[][] = [];
    for (;;) kept.push(new Array(100_000).fill(Math.random()));
  },
  fillsNativeMemory: async () => {
    const kept: Buffer[] = [];
    for (;;) {
      kept.push(Buffer.alloc(8 * 1024 * 1024, 1));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  },
  /** Leaves 30 MiB behind each time. */
  keepsMemory: async () => {
    left.push(Buffer.alloc(30 * 1024 * 1024, 1));
    return process.pid;
  },
  killsItself: async () => {
    process.kill(process.pid, 'SIGKILL');
    await new Promise(() => undefined);
  },
  length: async (input: unknown) => (input instanceof Uint8Array ? input.byteLength : -1),
  lengthOfFile: async (input: unknown) => (await readFile(String(input))).byteLength,
};
