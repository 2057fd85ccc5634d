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

/** Inside drawings and formulas these nest like any other element; the rest of the uncounted ones end the drawing. */
const NESTED_IN_DRAWINGS = new Set([
  ...['area', 'base', 'col', 'input', 'link', 'param', 'source', 'track', 'wbr'],
  ...['option', 'optgroup', 'colgroup', 'html', 'rb', 'rt', 'rtc', 'rp'],
]);

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9:-]*)([^<>]*)/g;

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
    const inDrawing = (counts.get('svg') ?? 0) > 0 || (counts.get('math') ?? 0) > 0;
    if (UNCOUNTED.has(name) && !(inDrawing && NESTED_IN_DRAWINGS.has(name))) continue;
    // Only there does a slash end an element: <path/>.
    if ((inDrawing || name === 'svg' || name === 'math') && tag[3]!.endsWith('/')) continue;
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
