import { type Element, isTag } from 'domhandler';

/** CSS lengths in points. */
const POINTS: Readonly<Record<string, number>> = { pt: 1, px: 0.75, in: 72, cm: 28.35, mm: 2.835, pc: 12 };
const DEFAULT_SIZE = 12;

/** Indentation of a cell's first line in characters, from the styles of the cell and of its first paragraph; 0 where none is stated. */
export function indentOf(cell: Element): number {
  const paragraph = cell.children.filter(isTag).find((one) => one.name === 'p' || one.name === 'div');
  const styles = [cell.attribs.style, paragraph?.attribs.style].filter((one): one is string => one !== undefined);
  if (styles.length === 0) return 0;
  const stated = styles.map((style) => /mso-char-indent-count\s*:\s*([\d.]+)/i.exec(style)?.[1]).find((one) => one !== undefined);
  if (stated !== undefined) return Number(stated) || 0;
  const size = fontSize(cell) ?? DEFAULT_SIZE;
  const sum = styles.reduce((total, style) => total + length(style, 'text-indent', size) + length(style, 'margin-left', size), 0);
  return sum > 0 ? Math.round((sum / size) * 100) / 100 : 0;
}

/** A length of a style declaration in points; 0 where it is absent or in another unit. */
function length(style: string, property: string, size: number): number {
  const found = new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*(-?[\\d.]+)(pt|px|in|cm|mm|pc|em)\\b`, 'i').exec(style);
  if (found === null) return 0;
  const unit = found[2]!.toLowerCase();
  return Number(found[1]) * (unit === 'em' ? size : (POINTS[unit] ?? 0)) || 0;
}

/** The font size in points that the cell or the first element chain inside it states. */
function fontSize(cell: Element): number | undefined {
  let element: Element | undefined = cell;
  for (let depth = 0; element !== undefined && depth < 12; depth += 1) {
    const size = length(element.attribs.style ?? '', 'font-size', DEFAULT_SIZE);
    if (size > 0) return size;
    element = element.children.find(isTag);
  }
  return undefined;
}
