import type { ObjectTable } from './objectTable.js';
import { type Dictionary, isArray, isDictionary, NotUnderstood, type PdfObject } from './pdfObjects.js';

/** A page: its dictionary, and the resources that its content names. */
export interface PageSource {
  readonly dictionary: Dictionary;
  readonly resources: Dictionary | undefined;
}

const MOST_DEPTH = 64;
/** Branches for each page asked for: one that is shared or empty would be walked again and again. */
const MOST_BRANCHES = 4;

/** The first `limit` pages of a document in order; a page without resources has those of the branch it is on. */
export function pagesOf(objects: ObjectTable, limit: number): PageSource[] {
  const catalog = objects.resolve(objects.trailer.get('Root'));
  if (!isDictionary(catalog)) throw new NotUnderstood('the file has no catalog');
  const pages: PageSource[] = [];
  const open = new Set<PdfObject>();
  let branches = 0;
  const visit = (reference: PdfObject | undefined, inherited: Dictionary | undefined): void => {
    if (pages.length >= limit) return;
    const node = objects.resolve(reference);
    if (!isDictionary(node)) throw new NotUnderstood('the tree of pages has a gap');
    if (open.has(node) || open.size > MOST_DEPTH) throw new NotUnderstood('the tree of pages goes round in a circle');
    const own = objects.resolve(node.get('Resources'));
    const resources = isDictionary(own) ? own : inherited;
    const kids = objects.resolve(node.get('Kids'));
    if (!isArray(kids)) {
      pages.push({ dictionary: node, resources });
      return;
    }
    if (++branches > MOST_BRANCHES * (limit + MOST_DEPTH)) throw new NotUnderstood('the tree of pages has too many branches');
    open.add(node);
    for (const kid of kids) visit(kid, resources);
    open.delete(node);
  };
  visit(catalog.get('Pages'), undefined);
  return pages;
}
