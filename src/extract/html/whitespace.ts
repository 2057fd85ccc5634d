/** Stands for a forced line break until white space is collapsed; control characters of the document itself are removed before. */
export const BREAK = '\u0001';

const CJK = '[\\u2e80-\\u303e\\u3041-\\u9fff\\uac00-\\ud7a3\\uf900-\\ufaff\\uff00-\\uff60\\uffe0-\\uffe6]';
const SEGMENT_BREAK = new RegExp(`(${CJK})[ \\t\\r\\f]*\\n[ \\t\\n\\r\\f]*(?=${CJK})`, 'g');

/** Text of a node as inline content: control characters out; inside `pre` blanks and line ends are kept. */
export function inlineText(text: string, preformatted: boolean): string {
  const clean = text.replace(/[\u0000-\u0008\u000b\u000e-\u001f\u200b\ufeff]/g, '');
  return preformatted
    ? clean
        .replace(/\r\n?|\n/g, BREAK)
        .replace(/ /g, '\u00a0')
        .replace(/\t/g, '\u00a0\u00a0\u00a0\u00a0')
    : clean;
}

/**
 * Inline content as a browser prints it: white space collapsed, a line end of the source between two Chinese characters dropped, forced breaks as
 * "\n". Leading no-break and full-width blanks stay, they show indentation; trailing blanks go.
 */
export function collapse(inline: string): string {
  return inline
    .replace(SEGMENT_BREAK, '$1')
    .replace(/[ \t\n\r\f]+/g, ' ')
    .replace(new RegExp(` *${BREAK} *`, 'g'), '\n')
    .replace(/^ +/, '')
    .replace(/[ \u00a0\u3000]+$/gm, '')
    .replace(/^\n+|\n+$/g, '');
}
