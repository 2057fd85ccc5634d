import type { LineCode } from '../model/index.js';
import { readDataFile } from './dataFiles.js';
import { type Classification, type CodeEntry, inForce, zEntryRow } from './entry.js';
import { type NamedEntry, NameIndex, push } from './nameIndex.js';
import { nameKey, nameScore, SAME_NAME } from './names.js';
import { type ObservedRow, withObserved } from './observed.js';

/** Where to look for a name. `parent` restricts to codes below it (null or absent: anywhere), `level` to one level (1 类, 2 款, 3 项). */
export interface NameContext {
  year: number | null;
  parent?: string | null;
  level?: number;
}

/**
 * A code that a printed name may mean. `score` is 0 to 1; `runnerUp` is the best other code (null where there is none); `ambiguous` says
 * that another code fits about as well or that none fits well: it must not be taken without a person or more context.
 */
export interface NameMatch {
  code: string;
  name: string;
  score: number;
  runnerUp: string | null;
  ambiguous: boolean;
}

/** Below this a name is not offered at all. */
const OFFERED = 0.6;
/** Matches closer than this to the best are as good as it. */
const AS_GOOD = 0.05;
/** What a version of another year is worth. */
const OTHER_YEAR = 0.93;
/** Matches that are less good than the best are offered up to this many in all. */
const MOST_MATCHES = 8;
/** The deepest official level in digits; what is longer is a local sub-code. */
const DEEPEST: Partial<Record<Classification, number>> = { functional: 7, economic_department: 5, economic_government: 5, revenue: 9 };

/** One official list with all its editions. */
export class CodeList {
  readonly all: readonly CodeEntry[];
  private readonly byCode = new Map<string, CodeEntry[]>();
  private readonly names: NameIndex;
  private readonly found = new Map<string, NameMatch[]>();

  constructor(
    readonly classification: Classification,
    file: string,
    observed: readonly ObservedRow[],
  ) {
    const rows = readDataFile(file, zEntryRow).map((row) => ({ ...row, classification, documents: 0, seen_from: null, seen_to: null }));
    this.all = withObserved(
      rows,
      observed.filter((row) => row.classification === classification),
    );
    for (const entry of this.all) push(this.byCode, entry.code, entry);
    this.names = new NameIndex(this.all);
  }

  /** All versions of a code, oldest first. */
  entries(code: string): readonly CodeEntry[] {
    return this.byCode.get(code) ?? [];
  }

  /** The version in force in the year; the newest where the year is unknown; null where there is none. */
  entry(code: string, year: number | null): CodeEntry | null {
    return this.entries(code).findLast((entry) => inForce(entry, year)) ?? null;
  }

  /** What the codebook says of a code printed with a name in a document of that year; `none` where no name is printed and the code is known. */
  agreement(code: string, printedName: string | null, year: number | null): LineCode['agreement'] {
    const versions = this.entries(code);
    if (versions.length === 0) {
      const deepest = DEEPEST[this.classification] ?? Number.POSITIVE_INFINITY;
      return code.length > deepest && this.entries(code.slice(0, deepest)).length > 0 ? 'local' : 'unknown';
    }
    const key = nameKey(printedName ?? '');
    const current = versions.filter((entry) => inForce(entry, year));
    if (key === '') return current.length > 0 ? 'none' : 'other_year';
    const same = (entry: CodeEntry) => [entry.name, ...entry.aliases].some((name) => nameScore(key, nameKey(name)) >= SAME_NAME);
    if (current.some(same)) return 'agrees';
    return versions.some(same) ? 'other_year' : 'conflict';
  }

  /** The codes that a printed name may mean, best first: all that are as good as the best, others up to 8 in all; empty where no name of the list is like it. */
  findByName(printed: string, context: NameContext): readonly NameMatch[] {
    const key = nameKey(printed);
    if (key.length < 2) return [];
    const cacheKey = [key, context.year, context.parent, context.level].join('|');
    const known = this.found.get(cacheKey);
    if (known) return known;
    const matches = this.rank(key, context);
    if (this.found.size > 20_000) this.found.clear();
    this.found.set(cacheKey, matches);
    return matches;
  }

  private rank(key: string, context: NameContext): NameMatch[] {
    const fits = ({ entry }: NamedEntry) =>
      (!context.parent || (entry.code.startsWith(context.parent) && entry.code !== context.parent)) &&
      (context.level === undefined || entry.level === context.level);
    const equal = this.names.equal(key).filter(fits);
    const pool = equal.some(({ entry }) => inForce(entry, context.year)) ? equal : this.names.like(key).filter(fits);
    const best = new Map<string, { entry: CodeEntry; score: number }>();
    for (const { entry, keys } of pool) {
      const fit = Math.max(...keys.map((official) => nameScore(key, official)));
      const now = context.year === null ? entry.valid_to === null : inForce(entry, context.year);
      const score = now ? fit : fit * OTHER_YEAR;
      if (score >= OFFERED && score > (best.get(entry.code)?.score ?? 0)) best.set(entry.code, { entry, score });
    }
    const ranked = [...best.values()].sort(
      (a, b) => b.score - a.score || (a.entry.level ?? 9) - (b.entry.level ?? 9) || (a.entry.code < b.entry.code ? -1 : 1),
    );
    const offered = ranked.filter(({ score }, index) => index < MOST_MATCHES || score > (ranked[0]?.score ?? 0) - AS_GOOD);
    return offered.map(({ entry, score }, index) => {
      const rival = ranked[index === 0 ? 1 : 0];
      const ambiguous = score < SAME_NAME * OTHER_YEAR || (rival !== undefined && rival.score > score - AS_GOOD);
      return { code: entry.code, name: entry.name, score: Math.round(score * 1000) / 1000, runnerUp: rival?.entry.code ?? null, ambiguous };
    });
  }
}
