import type { Rule } from '../rule.js';
import { type TableAssertion, tableAssertions } from '../tableAssertion.js';

/** Headers of columns that are written in words. */
const WORDS =
  /^(?:备注|说明|备注说明|项目简介|简介|主要内容|项目内容|工作内容|主要原因|原因|绩效目标|项目绩效目标|政策依据|立项依据|依据)$/;
/** A number that is surely an amount: with a point or thousands separators. */
const AMOUNT = /^-?\d[\d,]*(?:\.\d+|,\d{3})$/;
const BLANKS = /\s/g;

/** 备注, 说明 and 简介 are words: where all that such a column prints are amounts, they belong to the column beside it. */
export const wordColumns: Rule = {
  id: 'word_columns',
  title: 'Columns of words (备注, 说明, 项目简介) do not print amounts alone',
  scope: 'document',
  *find() {},
  assertions: (index) =>
    tableAssertions(index, 'word_columns', ({ grid }): TableAssertion | null => {
      const columns = grid.columns.flatMap((path, at) => (WORDS.test((path.at(-1) ?? '').replace(BLANKS, '')) ? [at] : []));
      if (columns.length === 0) return null;
      const printed = columns.map((at) => ({
        at,
        texts: grid.rows.map(({ texts }) => (texts[at] ?? '').replace(BLANKS, '')).filter((text) => text !== ''),
      }));
      const wrong = printed.filter(({ texts }) => texts.length > 0 && texts.every((text) => AMOUNT.test(text)));
      return {
        holds: wrong.length === 0,
        cells: printed.reduce((all, { texts }) => all + texts.length, 0),
        message:
          wrong.length === 0
            ? 'columns of words print no amounts alone'
            : wrong
                .map(
                  ({ at, texts }) =>
                    `the column ${grid.columns[at]?.join(' / ')} prints amounts alone, such as ${texts[0]}; look which column they belong to`,
                )
                .join('; '),
      };
    }),
};
