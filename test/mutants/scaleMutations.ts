import { blocksOf, type Mutation, pick, withBlocks, withTexts } from './mutation.js';

/** An amount with its point moved four digits to the right: 12.34 -> 123400. */
function scaled(text: string): string {
  return text.replace(/(\d[\d,]*)(?:\.(\d+))?/, (_, whole: string, fraction = '') => {
    const digits = fraction.padEnd(4, '0');
    const rest = digits.slice(4).replace(/0+$/, '');
    return `${whole.replaceAll(',', '')}${digits.slice(0, 4)}`.replace(/^0+(?=\d)/, '') + (rest === '' ? '' : `.${rest}`);
  });
}

/** All amounts of a table ten thousand times as large. */
export const scaledTable: Mutation = ({ model, cells, random }) => {
  const one = pick(cells, random);
  if (!one) return null;
  const touched = cells.filter(({ table }) => table === one.table);
  const texts = new Map(touched.map(({ cell }) => [cell, scaled(cell.text)]));
  return { model: withTexts(model, texts, blocksOf(touched)), touched, note: `t${one.table}` };
};

/** All amounts of all tables ten thousand times as large. */
export const scaledDocument: Mutation = ({ model, cells }) => {
  if (cells.length === 0) return null;
  const texts = new Map(cells.map(({ cell }) => [cell, scaled(cell.text)]));
  return { model: withTexts(model, texts, blocksOf(cells)), touched: cells, note: '' };
};

const UNIT = /((?:金额)?单位\s*[:：]\s*(?:人民币)?\s*)(万\s*元|元)/g;

/** 单位：万元 read as 单位：元, and the other way round, wherever it is printed over the tables of a document. */
export const exchangedUnit: Mutation = ({ model, cells }) => {
  const exchange = (text: string) => text.replace(UNIT, (_, before: string, unit: string) => before + (unit === '元' ? '万元' : '元'));
  let changed = 0;
  const other = withBlocks(model, (block) => {
    if (block.type === 'table') {
      const texts = block.grid.cells.map((cell) => ({ ...cell, text: exchange(cell.text) }));
      changed += texts.filter((cell, i) => cell.text !== block.grid.cells[i]?.text).length;
      return { ...block, grid: { ...block.grid, cells: texts } };
    }
    const text = exchange(block.text);
    if (text !== block.text) changed += 1;
    return { ...block, text };
  });
  return changed === 0 || cells.length === 0 ? null : { model: other, touched: cells, note: `${changed} places` };
};
