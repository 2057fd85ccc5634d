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

/** A row whose number is no code and whose name fits none: it belongs to the 类 that its table prints above it. */
export interface NumberedRow {
  row: RowReading;
  list: (typeof LISTS)[number];
  top: string;
}

/**
 * Numbers that only look like codes: an office that counts the rows of a class itself (302 | 01 办公费 | 02 咨询费 | 03 水费). Where most codes below a 类
 * contradict their names, the name counts: the code is then `named`, and what is printed stays beside it. Returns the rows whose name fits no code of the
 * 类; they keep the printed number, which tells their place, until `forgetLocalNumbers`.
 */
export function replaceLocalNumbers(rows: readonly RowReading[], codebook: Codebook, year: number | null): NumberedRow[] {
  const left: NumberedRow[] = [];
  for (const list of LISTS) {
    for (const group of byClass(rows, list, codebook, year)) {
      const contradicting = group.filter(({ contradicts }) => contradicts);
      if (contradicting.length < FEWEST || contradicting.length * 2 <= group.length) continue;
      for (const { row, code } of contradicting) {
        const top = code.code.slice(0, CLASS_DIGITS);
        const level = Math.floor(code.code.length / 2);
        const [match] = codebook.findByName(list, code.name ?? '', { year, parent: top, level });
        if (!match || match.ambiguous || match.score < SAME_NAME) left.push({ row, list, top });
        else row.codes.set(list, { ...code, code: match.code, origin: 'named', score: match.score, runnerUp: match.runnerUp });
      }
    }
  }
  return left;
}

/** Gives rows whose number is no code that of their 类, as rows below a code without one of their own have it. */
export function forgetLocalNumbers(rows: readonly NumberedRow[]): void {
  for (const { row, list, top } of rows)
    row.codes.set(list, { classification: list, code: top, printed: null, name: null, origin: 'inherited', score: null, runnerUp: null });
}
