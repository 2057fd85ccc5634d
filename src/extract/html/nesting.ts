/** Elements that never contain others, or whose end tags are optional and whose nesting is bounded by what is around them. */
const UNCOUNTED = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
  'p',
  'li',
  'dt',
  'dd',
  'option',
  'optgroup',
  'colgroup',
  'html',
  'head',
  'body',
  'rb',
  'rt',
  'rtc',
  'rp',
]);
/** Table parts end the open part of the same table. */
const TABLE_PARTS = new Set(['td', 'th', 'tr', 'tbody', 'thead', 'tfoot', 'caption']);

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9:-]*)/g;

/**
 * Whether a page nests elements deeper than `limit`, by a rough look at its tags. Asked before parsing, because building the tree of a deep page takes time
 * that grows with the square of its depth.
 */
export function nestsDeeper(html: string, limit: number): boolean {
  const open: string[] = [];
  const counts = new Map<string, number>();
  const closeTo = (length: number) => {
    for (const name of open.splice(length)) counts.set(name, (counts.get(name) ?? 1) - 1);
  };
  for (const tag of html.matchAll(TAG)) {
    const name = tag[2]!.toLowerCase();
    if (UNCOUNTED.has(name)) continue;
    if (tag[1] === '/') {
      if ((counts.get(name) ?? 0) > 0) closeTo(open.lastIndexOf(name));
      continue;
    }
    if (TABLE_PARTS.has(name)) {
      const table = open.lastIndexOf('table');
      const part = (counts.get(name) ?? 0) > 0 ? open.lastIndexOf(name) : -1;
      if (part > table) closeTo(part);
    }
    open.push(name);
    counts.set(name, (counts.get(name) ?? 0) + 1);
    if (open.length > limit) return true;
  }
  return false;
}
