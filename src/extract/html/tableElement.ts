import { type ChildNode, type Element, isTag } from 'domhandler';
import { isPrinted } from './visibility.js';

/** A row group of a table: its rows, each with its cells. */
export interface RowGroup {
  header: boolean;
  rows: Element[][];
}

/** The printed row groups of a table in the order a browser prints them: header group first, footer groups last. */
export function rowGroups(table: Element): RowGroup[] {
  const groups = { thead: [] as RowGroup[], tbody: [] as RowGroup[], tfoot: [] as RowGroup[] };
  for (const part of elements(table)) {
    const name = part.name;
    if (name !== 'thead' && name !== 'tbody' && name !== 'tfoot') continue;
    const rows = elements(part)
      .filter((one) => one.name === 'tr')
      .map((row) => elements(row).filter((one) => one.name === 'td' || one.name === 'th'));
    groups[name].push({ header: name === 'thead', rows });
  }
  const [first, ...others] = groups.thead;
  return [...(first === undefined ? [] : [first]), ...others, ...groups.tbody, ...groups.tfoot].filter((group) => group.rows.length > 0);
}

/** The caption element of a table. */
export function captionOf(table: Element): Element | undefined {
  return elements(table).find((one) => one.name === 'caption');
}

/** The printed child elements. */
function elements(parent: { children: ChildNode[] }): Element[] {
  return parent.children.filter(isTag).filter(isPrinted);
}
