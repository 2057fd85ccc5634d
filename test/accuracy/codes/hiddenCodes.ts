import type { TableReading } from '../../../src/interpret/reading.js';
import { classificationByShape, splitCodeAndName } from '../../../src/interpret/rows/printedCode.js';
import type { GridTable } from '../../../src/model/index.js';
import { isHiddenList } from './hiddenLists.js';

const HAN = /[\u4e00-\u9fff]/;
const INDENT = /^[\s\u3000]*/;

/** The name of a cell that prints a code in front of it, with the cell's indentation; null where it prints none of a hidden list. */
function nameAlone(text: string): string | null {
  const split = splitCodeAndName(text);
  return split && HAN.test(split.name) && isHiddenList(classificationByShape(split.code))
    ? (INDENT.exec(text)?.[0] ?? '') + split.name
    : null;
}

/** A printed table without its codes: code columns are blank but for names in them, labels lose the code in front. Names, order and indentation stay. */
export function withoutCodes({ table, columns }: TableReading): GridTable {
  const codes = new Set(
    columns.filter(({ role, classification: list }) => role === 'code' && (list === null || isHiddenList(list))).map(({ at }) => at),
  );
  const labels = new Set(columns.filter(({ role }) => role === 'label' || role === 'text').map(({ at }) => at));
  const hide = (text: string, at: number) => {
    if (codes.has(at)) return nameAlone(text) ?? '';
    return labels.has(at) ? (nameAlone(text) ?? text) : text;
  };
  return {
    ...table,
    rows: table.rows.map(({ r, texts }) => ({ r, texts: texts.map((text, i) => hide(text, table.columnAt[i] ?? i)) })),
    cells: table.cells.map((cell) => (cell.role === 'body' ? { ...cell, text: hide(cell.text, cell.c) } : cell)),
  };
}
