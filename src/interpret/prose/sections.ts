import type { SectionRow } from '../../model/index.js';
import { readMentions } from './amounts.js';
import { readNumbering, withoutNumbering } from './numbering.js';
import type { Passage } from './passages.js';
import { CONTENTS_TITLE, DOTTED_LEADERS, STANDALONE_TITLES } from './sectionLexicon.js';

/** A passage and the section it stands in; `heading` says that it opens that section. */
export interface PlacedPassage extends Passage {
  section: number;
  heading: boolean;
}
export interface SectionTree {
  sections: SectionRow[];
  passages: PlacedPassage[];
}

const LONGEST_HEADING = 60;
const SENTENCE_INSIDE = /[。；;！？!?]/;
const RUNNING_END = /[，,、；;。.]$/;

/** Whether a passage reads as a heading: short, numbered or a known title (or stated as one), no sentence and no amount in it. */
function isHeading(passage: Passage): boolean {
  const { text, headingLevel } = passage;
  if (passage.tableTitle) return false;
  if (STANDALONE_TITLES.test(text)) return true;
  if (text.length > LONGEST_HEADING || SENTENCE_INSIDE.test(text) || RUNNING_END.test(text)) return false;
  if (readMentions(text).length > 0) return false;
  const numbered = readNumbering(text);
  if (/[：:].{4}/.test(numbered?.rest ?? text)) return false;
  if (headingLevel !== null) return true;
  if (numbered === null || numbered.rest === '') return false;
  if (numbered.rest.length > 30 && /，/.test(numbered.rest)) return false;
  if (/[：:]$/.test(text)) return numbered.rest.length <= 24;
  return !/[：:]/.test(numbered.rest);
}

/** A heading's text for comparison: no numbering, leaders, page number or blanks. */
function comparable(text: string): string {
  return text.replace(DOTTED_LEADERS, '').replace(/[\s，、：:]|[-—]?\d{1,3}[-—]?$/g, '');
}

/** The indexes of passages that are a table of contents: leaders, what follows 目录, or a run of headings that are all printed again later. */
export function findContents(passages: readonly Passage[]): Set<number> {
  const contents = new Set<number>();
  const lastAt = new Map<string, number>();
  for (const [index, { text }] of passages.entries()) lastAt.set(comparable(text), index);
  for (const [index, { text }] of passages.entries()) if (DOTTED_LEADERS.test(text)) contents.add(index);
  let run: number[] = [];
  let titled = false;
  const close = () => {
    const repeated = run.filter((index) => (lastAt.get(comparable(passages[index]?.text ?? '')) ?? index) > (run.at(-1) ?? index));
    if (titled || (run.length >= 3 && repeated.length >= run.length * 0.6)) for (const index of run) contents.add(index);
    run = [];
    titled = false;
  };
  // After numbered entries, a title without number that is printed only here is no entry.
  const endsRun = (index: number) => {
    const text = passages[index]?.text ?? '';
    const numbered = run.some((entry) => readNumbering(passages[entry]?.text ?? '') !== null);
    return titled && numbered && readNumbering(text) === null && lastAt.get(comparable(text)) === index;
  };
  for (const [index, passage] of passages.entries()) {
    if (CONTENTS_TITLE.test(passage.text)) {
      close();
      contents.add(index);
      titled = true;
    } else if (contents.has(index)) {
    } else if (
      isEntry(passage) &&
      !endsRun(index) &&
      !(run[0] !== undefined && comparable(passages[run[0]]?.text ?? '') === comparable(passage.text))
    ) {
      run.push(index);
    } else {
      close();
      if (isEntry(passage)) run.push(index);
    }
  }
  close();
  return contents;
}

/** Whether a passage may be an entry of a table of contents. */
function isEntry(passage: Passage): boolean {
  return isHeading(passage) || (passage.text.length <= 30 && readNumbering(passage.text) !== null && !SENTENCE_INSIDE.test(passage.text));
}

/**
 * The rank of a heading among nested ones: its printed numbering, else the level that the format states; a known title without either stands
 * under the innermost numbered heading, or under the part where there is none.
 */
function rankOf(passage: Passage, open: readonly { rank: number }[]): number {
  const numbered = readNumbering(passage.text);
  if (numbered !== null) return numbered.rank;
  if (passage.headingLevel !== null) return passage.headingLevel - 1.5;
  const innermost = open.findLast((heading) => Number.isInteger(heading.rank))?.rank ?? 0;
  return innermost + 0.5;
}

/**
 * The sections of the prose and the section of every passage. A heading is what the format or the printed numbering (第一部分, 一、, （一）, 1.) says;
 * levels follow the nesting of the numberings. Passages before the first heading are a section without heading; tables of contents and titles over tables are left out.
 */
export function readSections(documentId: string, passages: readonly Passage[]): SectionTree {
  const contents = findContents(passages);
  const sections: SectionRow[] = [];
  const texts: string[][] = [];
  const placed: PlacedPassage[] = [];
  const open: { rank: number; heading: string }[] = [];
  for (const [index, passage] of passages.entries()) {
    if (contents.has(index)) continue;
    const heading = isHeading(passage);
    if (heading || sections.length === 0) {
      const rank = rankOf(passage, open);
      while (heading && (open.at(-1)?.rank ?? Number.NEGATIVE_INFINITY) >= rank) open.pop();
      if (heading) open.push({ rank, heading: passage.text });
      sections.push({
        document_id: documentId,
        number: sections.length,
        heading: heading ? passage.text : null,
        level: Math.max(1, open.length),
        path: open.map((section) => section.heading),
        text: '',
        page: passage.page,
        block: passage.block,
      });
      texts.push([]);
    }
    const section = sections.length - 1;
    if (!heading && !passage.tableTitle) texts[section]?.push(passage.text);
    placed.push({ ...passage, section, heading });
  }
  for (const section of sections) section.text = (texts[section.number] ?? []).join('\n');
  return { sections, passages: placed };
}

/** The subject a section's heading names: 三、机关运行经费安排情况 → 机关运行经费安排情况 without its numbering. */
export function headingSubject(section: SectionRow | undefined): string {
  return withoutNumbering(section?.heading ?? '');
}
