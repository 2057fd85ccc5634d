import type { CodeList } from './codeList.js';
import { type CodeEntry, inForce } from './entry.js';

/** The division under a code: the version in force in the year, else the version nearest to it; null for an unknown code. */
export function divisionAt(list: CodeList, code: string, year: number | null): CodeEntry | null {
  const inYear = list.entry(code, year);
  if (inYear || year === null) return inYear ?? list.entries(code).at(-1) ?? null;
  const distance = (entry: CodeEntry) => (year < entry.valid_from ? entry.valid_from - year : year - (entry.valid_to ?? year));
  return [...list.entries(code)].sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** What a longest chain of division names at the start of a text gives: the innermost division. */
function chain(
  byName: ReadonlyMap<string, readonly CodeEntry[]>,
  longest: number,
  text: string,
  within: readonly CodeEntry[],
): CodeEntry[] {
  for (let length = Math.min(longest, text.length); length >= 2; length--) {
    const named = byName.get(text.slice(0, length)) ?? [];
    const fitting = within.length === 0 ? named : named.filter((entry) => within.some((outer) => isBelow(entry, outer)));
    if (fitting.length > 0) return chain(byName, longest, text.slice(length), fitting);
  }
  return [...within];
}

/** What follows the name proper of a province or a city at its level. */
const RANK = /(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)$/;
/** Codes of provinces and of cities directly below them. */
const LARGE = /00$/;

/**
 * The province or city whose name proper a text begins with (上海水产…, 北京城市副中心…), or null. Only names that no division elsewhere shares tell one:
 * 朝阳 is a city and a district of another.
 */
function byNameProper(byName: ReadonlyMap<string, readonly CodeEntry[]>, longest: number, text: string): CodeEntry | null {
  for (let length = Math.min(longest, text.length); length >= 2; length -= 1) {
    const proper = text.slice(0, length);
    const named = byName.get(proper) ?? [];
    const large = named.filter(({ code, name }) => LARGE.test(code) && RANK.test(name));
    const [outer] = large.sort((a, b) => (a.code < b.code ? -1 : 1));
    if (outer && named.every((entry) => entry === outer || isBelow(entry, outer))) return outer;
  }
  return null;
}

/** The name of a division without its rank. */
function nameProper(name: string): string {
  return name.replace(/(?:省|市|县|区|旗|州|盟|地区|(?:壮族|回族|维吾尔)?自治区|特别行政区)$/, '');
}

/** Whether a division lies in another: GB/T 2260 codes nest by two digits. */
function isBelow(inner: CodeEntry, outer: CodeEntry): boolean {
  const prefix = outer.code.replace(/(?:00)+$/, '');
  return inner.code !== outer.code && inner.code.startsWith(prefix);
}

/**
 * Finds the division that a printed organization name begins with: 保定市徐水区人民政府办公室 → 130609, 上海水产老干部活动室 → 310000. Null where the name begins with none
 * or where several divisions have that name and nothing before it tells which (普陀区).
 */
export function divisionFinder(list: CodeList): (text: string, year: number | null) => CodeEntry | null {
  const byYear = new Map<number | null, { byName: Map<string, CodeEntry[]>; byProper: Map<string, CodeEntry[]>; longest: number }>();
  return (text, year) => {
    let index = byYear.get(year);
    if (!index) {
      const byName = new Map<string, CodeEntry[]>();
      const byProper = new Map<string, CodeEntry[]>();
      for (const entry of list.all) {
        if (year === null ? entry.valid_to !== null : !inForce(entry, year)) continue;
        byName.set(entry.name, [...(byName.get(entry.name) ?? []), entry]);
        const proper = nameProper(entry.name);
        byProper.set(proper, [...(byProper.get(proper) ?? []), entry]);
      }
      index = { byName, byProper, longest: Math.max(0, ...[...byName.keys()].map((name) => name.length)) };
      byYear.set(year, index);
    }
    const name = text.normalize('NFKC').replace(/\s+/g, '');
    const found = chain(index.byName, index.longest, name, []);
    if (found.length === 0) return byNameProper(index.byProper, index.longest, name);
    return found.length === 1 ? (found[0] ?? null) : null;
  };
}
