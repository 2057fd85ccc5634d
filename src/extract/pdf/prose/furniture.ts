import type { Paragraph } from './paragraphs.js';

/** The paragraphs of one page with the page's height in points. */
export interface PageText {
  readonly height: number;
  readonly paragraphs: readonly Paragraph[];
}

/** Page numbers as printed: 3, - 3 -, —3—, 第3页, 第 3 页 共 20 页, 3/20, Page 3 of 20. */
const PAGE_NUMBER =
  /^(?:[-—–－~·\s]*\d{1,4}[-—–－~·\s]*|第?\s*\d{1,4}\s*页?\s*[,，/／]?\s*(?:共\s*\d{1,4}\s*页|\d{1,4})?|page\s+\d+(?:\s+of\s+\d+)?|[ivxlc]{1,6})$/i;
/** What stands above a table again on each page is no running head. */
const TABLE_WORDS = /单位[:：]|表\s*\d*$|公开\s*\d*\s*表|元$|^附[表件]|^表\s*\d/;
const EDGE = 0.12;
const REPEATS = 3;
const SHARE = 0.3;

/** For each page the set of its paragraphs that are running heads, feet or page numbers. */
export function findFurniture(pages: readonly PageText[]): Set<Paragraph>[] {
  const seen = new Map<string, number>();
  const keyOf = (page: PageText, paragraph: Paragraph): string | undefined => {
    const [, y0, , y1] = paragraph.box;
    const top = y1 < EDGE * page.height;
    if ((!top && y0 < (1 - EDGE) * page.height) || paragraph.lines > 2) return undefined;
    return `${top ? 'top' : 'foot'} ${Math.round((top ? y0 : page.height - y1) / 6)} ${paragraph.text.replace(/\d+/g, '#').replace(/\s+/g, '')}`;
  };
  for (const page of pages)
    for (const key of new Set(page.paragraphs.map((paragraph) => keyOf(page, paragraph))))
      if (key !== undefined) seen.set(key, (seen.get(key) ?? 0) + 1);
  return pages.map((page) => {
    const furniture = new Set<Paragraph>();
    for (const paragraph of page.paragraphs) {
      const key = keyOf(page, paragraph);
      if (key === undefined) continue;
      const times = seen.get(key)!;
      const repeated = times >= REPEATS && times >= SHARE * pages.length && !TABLE_WORDS.test(paragraph.text);
      if (repeated || (PAGE_NUMBER.test(paragraph.text.trim()) && isOutermost(page, paragraph))) furniture.add(paragraph);
    }
    return furniture;
  });
}

/** True where nothing else stands between the paragraph and its page edge. */
function isOutermost(page: PageText, paragraph: Paragraph): boolean {
  const foot = paragraph.box[1] > page.height / 2;
  return page.paragraphs.every(
    (other) => other === paragraph || (foot ? other.box[3] <= paragraph.box[3] + 2 : other.box[1] >= paragraph.box[1] - 2),
  );
}
