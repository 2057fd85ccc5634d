/** Shards that are asked for or there, by name. */
const loaded = new Map<string, Promise<unknown>>();
const waiting = new Map<string, (data: unknown) => void>();

declare global {
  interface Window {
    /** Called by each `data/NAME.js`. */
    fiscus(name: string, data: unknown): void;
  }
}

window.fiscus = (name, data) => waiting.get(name)?.(data);

/**
 * The data of `data/NAME.js`, loaded by a script element once: a page that is opened from a disk may not fetch. The shape is stated by the caller: the files are
 * written by the same release (`shards.ts`). Rejects where the file is missing.
 */
export function shard<T>(name: string): Promise<T> {
  const known = loaded.get(name);
  const promise = known ?? load(name);
  loaded.set(name, promise);
  return promise as Promise<T>;
}

function load(name: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    waiting.set(name, resolve);
    script.src = `data/${name}.js`;
    script.addEventListener('load', () => script.remove());
    script.addEventListener('error', () => reject(new Error(`data/${name}.js`)));
    document.head.append(script);
  });
}
