import type { DocumentModel, GridTable } from '../../model/index.js';
import { fold } from '../text/fold.js';
import { proseLines, tight } from './printedFacts.js';
import { type TitleParts, titleParts } from './titleParts.js';

/** What a document is called and where that is printed. */
export interface DocumentTitle {
  text: string | null;
  from: 'cover' | 'heading' | 'prose' | 'document properties' | 'title of its first table' | 'nothing printed';
}

const LONGEST_TITLE = 60;
/** What stands before a title that is printed as the heading of a part of the text. */
const PART_NUMBER = /^第[一二三四五六七八九十\d]{1,3}部分[：:、.]?/;
/** What no document is called: a sentence, an item, a table, an entry of the contents. */
const NO_TITLE = /[。；;：:，,!！?？]|^[（(]?[一二三四五六七八九十\d]{1,3}[、.．）)]|表(?:[（(][^（()）]*[）)])?$|\.{3}|…|\D\d{1,3}$/;

/** The title that a line of the text is: it names who, which year and what (…局2024年部门预算信息公开情况说明); null where it does not. */
function titleLine(line: string): string | null {
  const text = line.replace(PART_NUMBER, '');
  if (text.length > LONGEST_TITLE || NO_TITLE.test(text)) return null;
  const { organization, year, phase } = titleParts(text);
  return organization !== null && year !== null && phase !== null ? text : null;
}

/**
 * What a document is called: the title of its cover, else the first line of the text that says who, which year and what, else the title in its
 * properties; where it prints none, the title of its first table. Properties of another year are those of the file it was made from.
 */
export function documentTitle(
  model: DocumentModel,
  tables: readonly GridTable[],
  cover: TitleParts | null,
  year: number | null,
): DocumentTitle {
  const tableTitles = new Set(tables.map((table) => fold(table.title ?? '')));
  if (cover !== null && !NO_TITLE.test(cover.text) && !tableTitles.has(fold(cover.text))) return { text: cover.text, from: 'cover' };
  for (const from of ['heading', 'paragraph'] as const) {
    const text = proseLines(model, from)
      .map(titleLine)
      .find((line) => line !== null);
    if (text) return { text, from: from === 'heading' ? 'heading' : 'prose' };
  }
  const properties = model.title === null || NO_TITLE.test(tight(model.title)) ? null : titleParts(tight(model.title));
  const ofAnotherYear = properties?.year != null && year !== null && properties.year !== year;
  if (properties?.phase && !ofAnotherYear) return { text: model.title, from: 'document properties' };
  const first = tables.find((table) => table.title !== null)?.title ?? null;
  if (first !== null) return { text: first, from: 'title of its first table' };
  return properties === null || ofAnotherYear
    ? { text: null, from: 'nothing printed' }
    : { text: model.title, from: 'document properties' };
}
