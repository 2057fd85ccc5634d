import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Characters that end a script or a line of JavaScript wherever they stand; JSON lets them be written as numbers. */
const UNSAFE = /[<>\u2028\u2029]/g;

/**
 * A shard as a classic script: `fiscus("name", JSON.parse("..."));`. Pages opened from a disk may load scripts, but neither fetch files nor import modules. The
 * data are parsed as JSON, for as a literal an object with the key `__proto__` would lose it.
 */
export function shardText(name: string, data: unknown): string {
  const json = JSON.stringify(data).replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `fiscus(${JSON.stringify(name)},JSON.parse(${JSON.stringify(json)}));\n`;
}

/** Writes `data/NAME.js`. Names come from this room, never from a document. */
export async function writeShard(folder: string, name: string, data: unknown): Promise<void> {
  const file = path.join(folder, 'data', `${name}.js`);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, shardText(name, data));
}
