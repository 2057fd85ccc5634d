import type { CodeEntry } from './entry.js';
import { nameKey, softKey } from './names.js';

/** A version of a code with the keys of its name and aliases. */
export interface NamedEntry {
  entry: CodeEntry;
  keys: readonly string[];
}

/** A name must share this part of the shorter one's character pairs to be looked at: fewer cannot reach a score that is offered. */
const SHARED_PAIRS = 0.5;

/** The names of a list, found by equal key or by the character pairs they share. */
export class NameIndex {
  private readonly named: readonly NamedEntry[];
  private readonly byKey = new Map<string, NamedEntry[]>();
  private readonly byPair = new Map<string, number[]>();
  private readonly pairCounts: number[] = [];
  private readonly longest: number;

  constructor(entries: readonly CodeEntry[]) {
    this.named = entries.map((entry) => ({ entry, keys: [...new Set([entry.name, ...entry.aliases].map(nameKey))] }));
    this.longest = Math.max(0, ...this.named.flatMap(({ keys }) => keys.map((key) => key.length)));
    for (const [at, item] of this.named.entries()) {
      for (const key of new Set(item.keys.flatMap((k) => [k, softKey(k)]))) push(this.byKey, key, item);
      const pairs = item.keys.map(pairsOf);
      this.pairCounts.push(Math.min(...pairs.map((set) => set.size)));
      for (const pair of new Set(pairs.flatMap((set) => [...set]))) push(this.byPair, pair, at);
    }
  }

  /** The versions with this key or the same but for a soft suffix. */
  equal(key: string): NamedEntry[] {
    return [...new Set([...(this.byKey.get(key) ?? []), ...(this.byKey.get(softKey(key)) ?? [])])];
  }

  /** The versions whose name may be like the key; none for a text far longer than any name. */
  like(key: string): NamedEntry[] {
    if (key.length > 2 * this.longest) return [];
    const pairs = pairsOf(key);
    const shared = new Map<number, number>();
    for (const pair of pairs) for (const at of this.byPair.get(pair) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    return [...shared].flatMap(([at, count]) => {
      const item = this.named[at];
      return item && count >= SHARED_PAIRS * Math.min(pairs.size, this.pairCounts[at] ?? 0) ? [item] : [];
    });
  }
}

/** The distinct pairs of neighbouring characters of a key without its soft suffix. */
function pairsOf(key: string): Set<string> {
  const soft = softKey(key);
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < soft.length; at++) pairs.add(soft.slice(at, at + 2));
  return pairs;
}

/** Appends to the list under a key. */
export function push<K, T>(map: Map<K, T[]>, key: K, item: T): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
