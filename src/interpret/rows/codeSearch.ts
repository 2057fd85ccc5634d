import { type Codebook, type NameMatch, SAME_NAME } from '../../codebook/index.js';
import type { DocumentContext } from '../reading.js';
import { fold } from '../text/fold.js';
import type { NamedClassification } from './namedCodes.js';

/** A name that fits this well is the official one (but for a soft ending such as 支出). */
export const SURE_NAME = 0.95;
const EXACT = 0.995;
/** Names are looked for as printed first, then in another dress, then with another year's name, a slip or cut off. */
const STAGES: readonly number[] = [EXACT, SURE_NAME, SAME_NAME];
/** Digits of a code by level: 类, 款, 项, 目 (of revenue). */
const DIGITS = [3, 5, 7, 9];

/** A code found for a name. `sure` says that nothing else fits or that the table or document tells which of several is meant. */
export interface Found {
  code: string;
  score: number;
  runnerUp: string | null;
  sure: boolean;
}

/** A row of the block as the search sees it: its printed code, or the name it prints for the list. */
export interface SearchedRow {
  code: string | null;
  name: string | null;
  numbered: boolean;
  /** The code of the row in the other economic list. */
  across: string | null;
}

/** Level of a code, 0 for 类. */
const levelOf = (code: string) => DIGITS.indexOf(code.length);
/** The code a level above, or null. */
const parentOf = (code: string) => (code.length > 3 ? code.slice(0, -2) : null);
/** The only item of a list, or undefined. */
const only = <T>(items: readonly T[]): T | undefined => (items.length === 1 ? items[0] : undefined);

/**
 * Finds the codes of the names of one list in a block, row by row. A name that one code only has is that code. Of several, the one is meant that stands
 * below a row printed above it (the row before, or the parent of that), then the one that corresponds to the row's code in the other economic list, then
 * the one that other tables of the document have; which levels the block lists is told by its names that one level only has. Anything else is a guess.
 */
export class CodeSearch {
  /** Codes of the rows since the last total or unit, and the last of them below each. */
  private readonly opened = new Map<string, string>();
  private before: string | null = null;
  /** Whether a name was printed since then that stands in no list: the rows behind it may be below it. */
  private afterUnknown = false;
  /** What each row surely is by itself: the printed code, or that of a name that no other code has. */
  private readonly alone: readonly (string | null)[];
  /** Levels that rows of the block surely have. */
  private readonly levels: ReadonlySet<number>;

  constructor(
    private readonly codebook: Codebook,
    private readonly classification: NamedClassification,
    private readonly context: DocumentContext,
    private readonly rows: readonly SearchedRow[],
  ) {
    const levels = new Set<number>();
    this.alone = rows.map(({ code, name }) => {
      if (code === null && name === null) return null;
      const codes = code === null ? this.sameName(name ?? '').map((match) => match.code) : [code];
      const level = only([...new Set(codes.map(levelOf))]);
      if (level !== undefined) levels.add(level);
      return only(codes) ?? null;
    });
    this.levels = levels;
  }

  /** A row has the code: names behind it are looked for below it first. */
  open(code: string): void {
    const parent = parentOf(code);
    if (parent !== null && this.opened.has(parent)) this.opened.set(parent, code);
    this.opened.set(code, '');
    this.before = code;
    this.afterUnknown = false;
  }

  /** A total or a unit begins another list. */
  close(): void {
    this.opened.clear();
    this.before = null;
    this.afterUnknown = false;
  }

  /** The code of the name of a row, or the best guess; null where no name of the list is like it. */
  find(index: number): Found | null {
    const row = this.rows[index];
    if (!row || row.name === null) return null;
    const { name, numbered } = row;
    const plain = this.plainClass(name);
    if (plain) return plain;
    for (const stage of STAGES) {
      const found = this.among(this.best(name, stage), index, numbered);
      if (found) return found;
    }
    const [match] = this.best(name, SAME_NAME);
    if (!match) this.afterUnknown = true;
    return match ? { code: match.code, score: match.score, runnerUp: match.runnerUp, sure: false } : null;
  }

  /**
   * The 类 that a name without its ending 支出 means (交通运输), or null: transfers to others for the 类 are called so too (21907, 2300314), which is meant only
   * where they are open.
   */
  private plainClass(name: string): Found | null {
    const matches = this.best(name, SURE_NAME);
    const top = only(matches.filter(({ code }) => levelOf(code) === 0));
    const exact = matches.filter(({ score }) => score >= EXACT);
    if (!top || exact.length === 0 || exact.some(({ code }) => this.isOpen(parentOf(code)))) return null;
    return { code: top.code, score: top.score, runnerUp: exact[0]?.code ?? top.runnerUp, sure: true };
  }

  /** The codes whose name fits at least so well. */
  private best(name: string, least: number): NameMatch[] {
    const matches = this.codebook.findByName(this.classification, name, { year: this.context.year });
    return matches.filter(({ score }) => score >= least);
  }

  /** The codes with exactly the name, else those with it in another dress. */
  private sameName(name: string): NameMatch[] {
    const exact = this.best(name, EXACT);
    return exact.length > 0 ? exact : this.best(name, SURE_NAME);
  }

  /** Which of the matches is meant; a numbered name (一、…) is looked for among the 类 first. Null where a name in another dress may be meant as well. */
  private among(matches: readonly NameMatch[], index: number, numbered: boolean): Found | null {
    const [first] = matches;
    if (!first) return null;
    if (matches.length === 1) {
      const certain = !first.ambiguous || (first.score >= SURE_NAME && this.isOpen(parentOf(first.code)));
      return certain ? { ...first, sure: true } : null;
    }
    const take = (match: NameMatch, sure: boolean): Found => ({
      code: match.code,
      score: match.score,
      runnerUp: matches.find((other) => other.code !== match.code)?.code ?? match.runnerUp,
      sure,
    });
    const top = numbered ? only(matches.filter(({ code }) => levelOf(code) === 0)) : undefined;
    if (top) return take(top, true);
    const inBlock = matches.filter(({ code }) => this.levels.has(levelOf(code)));
    for (const place of this.places()) {
      const below = only(matches.filter(({ code }) => parentOf(code) === place));
      if (!below || !this.isOpen(place)) continue;
      const listed = this.levels.size === 0 || inBlock.includes(below) || this.isAboveNext(below.code, index);
      if (listed || place !== null) return take(below, listed && this.goesOn(place, below.code));
    }
    const level = only(inBlock);
    if (level) return take(level, true);
    const fitting = inBlock.length > 0 ? inBlock : matches;
    const paired = only(this.corresponding(fitting, index));
    if (paired) return take(paired, true);
    const known = this.context.knownCodes?.get(this.classification);
    const elsewhere = fitting.filter(({ code }) => known?.has(code));
    const one = only(elsewhere);
    if (one) return take(one, true);
    return take(this.guess(elsewhere.length > 0 ? elsewhere : fitting, index), false);
  }

  /** Where to look: below the row before, beside it, above it, at the top. */
  private places(): (string | null)[] {
    const above: (string | null)[] = [];
    for (let at = this.before; at !== null; at = parentOf(at)) above.push(at);
    return [...above, null];
  }

  /** Whether a row of the block printed the code, so that what stands below it belongs to it. */
  private isOpen(code: string | null): boolean {
    return code === null || this.opened.has(code);
  }

  /** Whether the next row surely stands right below the code, and the row before is not named the same (so that it may be the parent). */
  private isAboveNext(code: string, index: number): boolean {
    const next = this.alone[index + 1] ?? null;
    const before = this.rows[index - 1]?.name ?? null;
    return next !== null && parentOf(next) === code && before !== this.rows[index]?.name;
  }

  /** The matches that correspond to the code of the row in the other economic list. */
  private corresponding(matches: readonly NameMatch[], index: number): NameMatch[] {
    const across = this.rows[index]?.across ?? null;
    if (across === null) return [];
    const codes = new Set(this.codebook.economicPairs(across).flatMap((pair) => [pair.department_code, pair.government_code]));
    return matches.filter(({ code }) => codes.has(code));
  }

  /** Behind an unknown name (which may be a 款 that the codebook does not have) only a code that comes after those before it belongs to the open row. */
  private goesOn(place: string | null, code: string): boolean {
    return place === null || !this.afterUnknown || code > (this.opened.get(place) ?? '');
  }

  /**
   * The likeliest of several codes: codes ascend in a list, so that the 款 of the next sure row or that of the row before is likely; else the 款 that the
   * organization is named like (统计局, 统计信息事务); else what most documents print.
   */
  private guess(matches: readonly NameMatch[], index: number): NameMatch {
    const next = this.alone.slice(index + 1).find((code) => code !== null) ?? null;
    const { before } = this;
    const organization = fold(this.context.organization ?? '');
    const weight = ({ code }: NameMatch): number => {
      const parent = parentOf(code);
      const beside = (other: string | null) => other !== null && parent !== null && parentOf(other) === parent;
      if (next !== null && beside(next) && code < next) return 4;
      if (before !== null && (beside(before) || parent === before) && code > before) return 3;
      const field = parent === null ? '' : (this.codebook.entry(this.classification, parent, this.context.year)?.name ?? '').slice(0, 2);
      if (field.length === 2 && organization.includes(field)) return 2;
      const inOrder = (before === null || code > before) && (next === null || code < next);
      return inOrder ? 1 : 0;
    };
    const documents = ({ code }: NameMatch) => this.codebook.entry(this.classification, code, this.context.year)?.documents ?? 0;
    return matches.reduce((best, match) => {
      const ahead = weight(match) - weight(best) || documents(match) - documents(best);
      return ahead > 0 ? match : best;
    });
  }
}
