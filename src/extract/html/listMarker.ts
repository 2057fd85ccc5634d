import { type Element, isTag, isText } from 'domhandler';

/** The marker that a browser prints before an item of an ordered list; empty for anything else. Only decimal lists, as `type` and `style` leave it open. */
export function listMarker(element: Element): string {
  const list = element.parent;
  if (element.name !== 'li' || list === null || !isTag(list as Element) || (list as Element).name !== 'ol') return '';
  const ordered = list as Element;
  if (/list-style(?:-type)?\s*:[^;]*(?:none|disc|circle|square)/i.test(ordered.attribs.style ?? '')) return '';
  if (ordered.attribs.type !== undefined && ordered.attribs.type !== '1') return '';
  if (!hasText(element)) return '';
  const items = ordered.children.filter(isTag).filter((one) => one.name === 'li');
  let value = Number.parseInt(ordered.attribs.start ?? '1', 10) || 1;
  for (const item of items) {
    value = Number.parseInt(item.attribs.value ?? '', 10) || value;
    if (item === element) return `${value}. `;
    value += 1;
  }
  return '';
}

/** Whether an item prints any text. */
function hasText(element: Element): boolean {
  return element.children.some((node) => (isText(node) ? node.data.trim() !== '' : isTag(node) && hasText(node)));
}
