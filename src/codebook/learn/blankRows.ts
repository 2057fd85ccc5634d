import type { GridTable, LineCode } from '../../model/index.js';
import { nameKey } from '../names.js';
import type { Disclosed } from './independentDocuments.js';

const CODE = /^\d{3}(?:\d{2}){0,2}$/;
const HAN = /[\u4e00-\u9fff]/;

/** A code and a name that stand beside each other in a row. */
export type NamedCode = Pick<LineCode, 'classification' | 'code' | 'name_printed'>;

const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');

/** The columns of a grid that print a code and its name, by the rows whose amounts are lines with both. */
function codeColumns(grid: GridTable, known: ReadonlyMap<number, readonly LineCode[]>): Map<number, LineCode['classification']> {
  const columns = new Map<number, LineCode['classification']>();
  for (const { r, texts } of grid.rows) {
    for (const { classification, code_printed, name_printed } of known.get(r) ?? []) {
      const at = texts.findIndex(
        (text, i) => plain(text) === code_printed && name_printed !== null && nameKey(texts[i + 1] ?? '') === nameKey(name_printed),
      );
      if (at >= 0) columns.set(at, classification);
    }
  }
  return columns;
}

/**
 * The codes and names of rows that print no amount (a form lists all 款, those without money blank): in the columns in which other rows of the table
 * print a code and, behind it, its name. Codes of the shape and the first digit of those rows only.
 */
export function blankRows(disclosure: Disclosed): NamedCode[] {
  const lineAt = new Map(disclosure.lines.map((line) => [line.line_id, line]));
  const byTable = new Map<string, Map<number, LineCode[]>>();
  for (const code of disclosure.line_codes) {
    const line = lineAt.get(code.line_id);
    if (!line || code.code_printed === null || !CODE.test(code.code_printed)) continue;
    const rows = byTable.get(line.table_id) ?? new Map<number, LineCode[]>();
    byTable.set(line.table_id, rows.set(line.r, [...(rows.get(line.r) ?? []), code]));
  }
  return disclosure.grids.flatMap((grid, index) => {
    const known = byTable.get(disclosure.tables[index]?.table_id ?? '') ?? new Map<number, LineCode[]>();
    const columns = codeColumns(grid, known);
    const digits = new Set([...known.values()].flat().map(({ classification, code_printed }) => `${classification}${code_printed?.[0]}`));
    return grid.rows.flatMap(({ r, texts }) =>
      [...columns].flatMap(([at, classification]): NamedCode[] => {
        const code = plain(texts[at] ?? '');
        const name = texts[at + 1] ?? '';
        if (known.has(r) || !CODE.test(code) || !HAN.test(name) || !digits.has(`${classification}${code[0]}`)) return [];
        return [{ classification, code, name_printed: name }];
      }),
    );
  });
}
