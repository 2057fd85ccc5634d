export * from './queue.js';
export { openQueue } from './sqliteQueue.js';
