import { blocksOf, labelOf, type Mutation, pick, withTexts } from './mutation.js';

/** A digit of an amount read as another one. */
export const digit: Mutation = ({ model, cells, random }) => {
  const one = pick(cells, random);
  if (!one) return null;
  const places = [...one.cell.text].flatMap((character, at) => (/\d/.test(character) ? [at] : []));
  const at = pick(places, random);
  if (at === undefined) return null;
  const other = String((Number(one.cell.text[at]) + 1 + Math.floor(random() * 9)) % 10);
  const text = one.cell.text.slice(0, at) + other + one.cell.text.slice(at + 1);
  return { model: withTexts(model, new Map([[one.cell, text]]), blocksOf([one])), touched: [one], note: `${labelOf(one)} -> ${text}` };
};

/** Two amounts beside each other, or under each other, read in each other's place. */
export const neighbours: Mutation = ({ model, cells, random }) => {
  const one = pick(cells, random);
  if (!one) return null;
  const near = cells.filter(
    (other) =>
      other.block === one.block &&
      other.cell.text !== one.cell.text &&
      Math.abs(other.cell.r - one.cell.r) + Math.abs(other.cell.c - one.cell.c) === 1,
  );
  const other = pick(near, random);
  if (!other) return null;
  const texts = new Map([
    [one.cell, other.cell.text],
    [other.cell, one.cell.text],
  ]);
  return { model: withTexts(model, texts, blocksOf([one])), touched: [one, other], note: `${labelOf(one)} <-> ${labelOf(other)}` };
};
