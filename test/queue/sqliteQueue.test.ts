import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openQueue } from '../../src/queue/index.js';
import { describeQueue } from './conformance.js';

describeQueue('the queue on SQLite', async (settings) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'fiscus-queue-'));
  const file = path.join(folder, 'queue.sqlite');
  const queue = await openQueue(file, settings);
  return {
    queue,
    reopen: (again) => openQueue(file, again),
    dispose: async () => {
      await queue.close();
      await rm(folder, { recursive: true });
    },
  };
});
