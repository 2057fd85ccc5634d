import { PREFIX_OF } from './namespaces.js';

/** Elements of looks that no reader asks about: fonts, alignment, shading, borders, widths, marks of spelling and of bookmarks. */
const UNREAD = [
  ...['rFonts', 'lang', 'b', 'bCs', 'i', 'iCs', 'u', 'color', 'kern', 'szCs', 'spacing', 'position', 'w', 'highlight', 'shd', 'noProof'],
  ...['widowControl', 'jc', 'textAlignment', 'snapToGrid', 'autoSpaceDE', 'autoSpaceDN', 'adjustRightInd', 'topLinePunct', 'kinsoku'],
  ...['wordWrap', 'overflowPunct', 'keepNext', 'keepLines', 'pageBreakBefore', 'proofErr', 'bookmarkStart', 'bookmarkEnd'],
  ...['tcW', 'noWrap', 'vAlign', 'tcFitText', 'trHeight', 'cantSplit', 'gridCol', 'tblW', 'tblInd', 'tblLayout', 'tblLook', 'tblStyle'],
  ...['top', 'left', 'bottom', 'right', 'insideH', 'insideV', 'between', 'bar', 'tl2br', 'tr2bl'],
];
/** Elements that hold such elements only. */
const UNREAD_GROUPS = ['tcBorders', 'tblBorders', 'pBdr', 'tcMar', 'tblCellMar', 'tblPrEx'];

/** The names of all elements that are passed over while parsing. */
export const UNREAD_ELEMENTS: ReadonlySet<string> = new Set([...UNREAD, ...UNREAD_GROUPS].map((name) => `w:${name}`));

/** The rest of a tag without content. Every count is bounded, so that hostile markup costs no more than plain markup. */
const EMPTY_TAG_END = '(?:\\s{1,4}[\\w:]{1,40}="[^"<>]{0,300}"){0,16}\\s{0,4}/>';
const UNREAD_TAGS = new RegExp(
  `<w:(?:(?:${UNREAD.join('|')})${EMPTY_TAG_END}|(${UNREAD_GROUPS.join('|')})>(?:<w:\\w{1,20}${EMPTY_TAG_END}){0,12}</w:\\1>)`,
  'g',
);
const DECLARATION = /\sxmlns:w\s{0,4}=\s{0,4}["']([^"'<>]{0,200})["']/g;

/**
 * The markup of a part without most of what is passed over anyway: in documents that Word writes four fifths of all markup, which a parser takes a second
 * to walk through and this a twentieth of that. Markup where `w:` may mean something else, or where tags may be text (CDATA), is left as it is.
 */
export function withoutUnreadElements(markup: string): string {
  const declared = [...markup.matchAll(DECLARATION)];
  const isWord = declared.length > 0 && declared.every(([, uri]) => PREFIX_OF[uri ?? ''] === 'w');
  return isWord && !markup.includes('<![CDATA[') ? markup.replace(UNREAD_TAGS, '') : markup;
}
