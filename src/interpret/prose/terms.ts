import type { SectionRow, Term } from '../../model/index.js';
import { readNumbering, withoutNumbering } from './numbering.js';
import { TERMS_TITLE } from './sectionLexicon.js';
import type { PlacedPassage, SectionTree } from './sections.js';

const LONGEST_TERM = 40;
/** 1、财政拨款收入：指… ; 机关运行经费是指…; 一、基本支出:… */
const TERM = /^([^。；，,：:]{2,40}?)(?:[：:]|(?=是?指))\s*(.*)$/s;

/** Whether a section is, or lies in, one that explains terms. */
export function explainsTerms(section: SectionRow | undefined): boolean {
  return section?.path.some((heading) => TERMS_TITLE.test(heading)) ?? false;
}

/**
 * The explained terms (名词解释): one row an item `term：definition`. A passage that continues the definition before it (其中…, or after an unfinished
 * sentence) is added to it.
 */
export function readTerms(documentId: string, { sections, passages }: SectionTree): Term[] {
  const terms: Term[] = [];
  let numbered = false;
  for (const passage of passages) {
    if (!explainsTerms(sections[passage.section])) continue;
    const found = readTerm(passage);
    const before = terms.at(-1);
    if (found !== null && (!numbered || readNumbering(passage.text) !== null)) {
      numbered = numbered || readNumbering(passage.text) !== null;
      terms.push({ document_id: documentId, ordinal: terms.length, ...found, page: passage.page, block: passage.block });
    } else if (before !== undefined && continuesDefinition(before, passage)) {
      before.definition = before.definition === '' ? passage.text : `${before.definition}\n${passage.text}`;
    }
  }
  return terms.filter((term) => term.definition !== '').map((term, ordinal) => ({ ...term, ordinal }));
}

/** The term and definition of one passage, or null. */
function readTerm(passage: PlacedPassage): { term: string; definition: string } | null {
  const rest = withoutNumbering(passage.text);
  if (passage.heading)
    return TERMS_TITLE.test(rest) || rest.length > LONGEST_TERM ? null : { term: rest.replace(/[：:]$/, ''), definition: '' };
  const match = TERM.exec(rest);
  if (match === null || /^(?:其中|包括|注)$/.test(match[1] ?? '')) return null;
  return { term: (match[1] ?? '').trim(), definition: (match[2] ?? '').trim() };
}

/** Whether a passage without a term of its own belongs to the definition before it. */
function continuesDefinition(before: Term, passage: PlacedPassage): boolean {
  if (before.definition === '') return /^(?:是)?(?:指|反映|包括|主要)/.test(passage.text);
  return !/[。！]$/.test(before.definition) || /^(?:其中|包括|具体|[（(]\d)/.test(passage.text);
}
