import type { Element } from 'domhandler';

/** Elements whose content a browser does not print as text of the page. */
const UNPRINTED = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'iframe',
  'object',
  'embed',
  'audio',
  'video',
  'canvas',
  'svg',
  'select',
  'option',
  'datalist',
  'textarea',
  'input',
  'button',
  'link',
  'meta',
  'title',
  'map',
  'area',
  'xml',
]);

const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i;

/** Whether an element and all it holds is printed, as far as its own tag, attributes and style say. */
export function isPrinted(element: Element): boolean {
  if (UNPRINTED.has(element.name)) return false;
  const { hidden, style } = element.attribs;
  return hidden === undefined && !(style !== undefined && HIDING_STYLE.test(style));
}
