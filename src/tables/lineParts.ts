import { AS_OF_LABELS, NOTE_STARTS, YEAR_LABELS } from './lexicon.js';
import { organizationLine } from './organizationName.js';
import { headText } from './printedText.js';
import { takeUnit } from './printedUnit.js';
import { takeLabel } from './tableLabel.js';
import { anyOf } from './wordPattern.js';

/** What one printed line around (or inside the head of) a table says. `rest` is what no pattern explains: a title, or prose. */
export interface LineParts {
  label: string | null;
  unit: string | null;
  organization: string | null;
  organizationCode: string | null;
  year: number | null;
  asOf: string | null;
  note: boolean;
  /** Whether a pattern explains the whole line. */
  explained: boolean;
  rest: string;
}

const YEAR_ALONE = /^[（(]?\s*((?:19|20)\d{2})\s*[（(]?\s*年?\s*度?\s*[）)]?$/u;
const YEAR = new RegExp(`(?:${anyOf(YEAR_LABELS)})\\s*[:：]\\s*((?:19|20)\\d{2})\\s*年?度?`, 'u');
const DAY = '((?:19|20)\\d{2}\\s*[-/.年]\\s*\\d{1,2}\\s*[-/.月]\\s*\\d{1,2}\\s*日?)';
const AS_OF = new RegExp(`(?:${anyOf(AS_OF_LABELS)})\\s*[:：]?\\s*${DAY}|^\\s*${DAY}\\s*$`, 'u');
const NOTE = new RegExp(`^\\s*[（(]?(?:${anyOf(NOTE_STARTS)})\\s*(?:\\d{1,2}\\s*)?[:：.、]`, 'u');

/** The year of a line that is nothing but a year (`（2026年度）`), or null. */
export function yearAlone(text: string): number | null {
  const year = YEAR_ALONE.exec(text.trim())?.[1];
  return year === undefined ? null : Number(year);
}

/** Whether a text begins as a note: 注：, 备注：, 说明： */
export function isNote(text: string): boolean {
  return NOTE.test(text);
}

const NOTE_INSIDE = new RegExp(`(?<=[。；;])(?=(?:${anyOf(NOTE_STARTS)})\\s*(?:\\d{1,2}\\s*)?[:：])`, 'gu');

/** Lines of notes as one text, the same whether a format breaks the line between two notes or not: a blank stands before each further note only. */
export function joinNotes(lines: readonly string[]): string | null {
  return lines.length === 0 ? null : headText(lines.join('\n')).replace(NOTE_INSIDE, ' ');
}

/** Reads one printed line (already on one line) into its parts. */
export function lineParts(line: string): LineParts {
  const nothing = { label: null, unit: null, organization: null, organizationCode: null, year: null, asOf: null };
  if (isNote(line)) return { ...nothing, note: true, explained: false, rest: headText(line) };
  const { unit, rest: withoutUnit } = takeUnit(line.replace(/[\u00a0\u3000\t]/gu, ' '));
  const year = YEAR.exec(withoutUnit);
  const withoutYear = withoutUnit.replace(YEAR, '  ');
  const asOf = AS_OF.exec(withoutYear);
  const { label, rest } = takeLabel(withoutYear.replace(AS_OF, '  '));
  const organization = organizationLine(rest);
  const left = headText(organization?.rest ?? rest);
  return {
    label,
    unit,
    organization: organization?.organization ?? null,
    organizationCode: organization?.organizationCode ?? null,
    year: year === null ? null : Number(year[1]),
    asOf: (asOf?.[1] ?? asOf?.[2])?.replace(/\s+/gu, '') ?? null,
    note: false,
    explained: left === '' && (unit ?? label ?? organization ?? year ?? asOf) !== null,
    rest: left,
  };
}
