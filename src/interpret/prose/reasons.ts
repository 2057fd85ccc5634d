import { readMentions } from './amounts.js';
import { REASON_AFTER_CHANGE, REASON_GOES_ON, REASON_OPENER } from './grammarLexicon.js';

/** The reason of a change: `start` is where its opener starts, `from`..`end` the reason itself. */
export interface Reason {
  start: number;
  from: number;
  end: number;
}

/**
 * The reasons a sentence gives (主要原因是…): to the sentence's end, or to a semicolon (or 其中) after which another amount is stated. `changes` are
 * the offsets after which a change is stated, so that 主要是 introduces a reason.
 */
export function findReasons(sentence: string, changes: readonly number[]): Reason[] {
  const openers = [...sentence.matchAll(REASON_OPENER)].map((match) => ({ start: match.index, from: match.index + match[0].length }));
  for (const match of sentence.matchAll(REASON_AFTER_CHANGE)) {
    const before = sentence.slice(0, match.index);
    const clause = before.split(/[；;。]/).at(-1) ?? '';
    const clauseStart = before.length - clause.length;
    if ((before === '' || /[，,]$/.test(before)) && changes.some((change) => change >= clauseStart && change <= match.index)) {
      openers.push({ start: match.index, from: match.index + match[0].length });
    }
  }
  openers.sort((a, b) => a.start - b.start);
  const reasons: Reason[] = [];
  for (const opener of openers) {
    if (opener.start < (reasons.at(-1)?.end ?? 0)) continue;
    reasons.push({ ...opener, end: reasonEnd(sentence, opener.from) });
  }
  return reasons;
}

/** Where a reason that starts at `from` ends. */
function reasonEnd(sentence: string, from: number): number {
  let depth = 0;
  for (let index = from; index < sentence.length; index += 1) {
    const char = sentence[index] ?? '';
    if (char === '（' || char === '(') depth += 1;
    if (char === '）' || char === ')') {
      if (depth === 0) return index;
      depth -= 1;
    }
    if (char === '。' && depth === 0) return index;
    if (depth > 0 || !/[；;，,]/.test(char)) continue;
    const after = sentence.slice(index + 1);
    if (/^其中/.test(after)) return index;
    if (/[；;]/.test(char) && !REASON_GOES_ON.test(after)) {
      const clause = after.split(/[；;。]/)[0] ?? '';
      if (readMentions(clause).some((mention) => mention.kind === 'money')) return index;
    }
  }
  return sentence.length;
}

/** A reason as printed, without the punctuation around it. */
export function reasonText(sentence: string, reason: Reason): string {
  return sentence.slice(reason.from, reason.end).replace(/^[：:，,\s]+|[。；;，,\s]+$/g, '');
}
