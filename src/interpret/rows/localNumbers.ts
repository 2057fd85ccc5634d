import { type Codebook, SAME_NAME } from '../../codebook/index.js';
import type { CodeReading, RowReading } from '../reading.js';

const LISTS = ['functional', 'economic_department', 'economic_government'] as const;
/** Fewer contradicting rows than this are slips, no numbering. */
const FEWEST = 3;
const CLASS_DIGITS = 3;

/** A row with the code it prints below a class. */
interface Numbered {
  row: RowReading;
  code: CodeReading;
  contradicts: boolean;
}

/** The rows of a list with codes below a 类 and names, by 类. */
function byClass(rows: readonly RowReading[], list: (typeof LISTS)[number], codebook: Codebook, year: number | null): Numbered[][] {
  const groups = new Map<string, Numbered[]>();
  for (const row of rows) {
    const code = row.codes.get(list);
    if (!code?.name || code.origin === 'named' || code.code.length <= CLASS_DIGITS) continue;
    const contradicts = ['conflict', 'unknown'].includes(codebook.agreement(list, code.code, code.name, year));
    const top = code.code.slice(0, CLASS_DIGITS);
    groups.set(top, [...(groups.get(top) ?? []), { row, code, contradicts }]);
  }
  return [...groups.values()];
}

/**
 * Numbers that only look like codes: an office that counts the rows of a class itself (302 | 01 办公费 | 02 咨询费 | 03 水费). Where most codes below a 类
 * contradict their names, the name counts: the code is then `named`, and what is printed stays beside it. A name that fits no code of the 类 keeps the printed one.
 */
export function replaceLocalNumbers(rows: readonly RowReading[], codebook: Codebook, year: number | null): void {
  for (const list of LISTS) {
    for (const group of byClass(rows, list, codebook, year)) {
      const contradicting = group.filter(({ contradicts }) => contradicts);
      if (contradicting.length < FEWEST || contradicting.length * 2 <= group.length) continue;
      for (const { row, code } of contradicting) {
        const parent = code.code.slice(0, CLASS_DIGITS);
        const [match] = codebook.findByName(list, code.name ?? '', { year, parent, level: Math.floor(code.code.length / 2) });
        if (!match || match.ambiguous || match.score < SAME_NAME) continue;
        row.codes.set(list, { ...code, code: match.code, origin: 'named', score: match.score, runnerUp: match.runnerUp });
      }
    }
  }
}
