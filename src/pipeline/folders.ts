import path from 'node:path';

/** The folder with the state of a pipeline. */
export function defaultStateFolder(name: string): string {
  return path.resolve('.fiscus', name);
}

/** The folder a pipeline publishes to. */
export function defaultOutputFolder(name: string): string {
  return path.resolve('output', name);
}
