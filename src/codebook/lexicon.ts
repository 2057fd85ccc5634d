import { z } from 'zod';
import { zFunding, zThreePublicItem } from '../model/index.js';
import { readDataFile } from './dataFiles.js';
import { normalizeName } from './names.js';

const words = z.string().transform((value) => (value === '' ? [] : value.split('|')));
const zLexiconRow = z.object({
  name: z.string().min(1),
  order: z.coerce.number().int().positive(),
  contains: words,
  excludes: words,
});
const zFundingSourceRow = zLexiconRow.extend({ code: z.string().min(1), funding: zFunding });
const zThreePublicRow = zLexiconRow.extend({ code: zThreePublicItem });

/** A funding source of a revenue row (一般公共预算拨款收入 → `general`) with its official wording and the facet it stands for. */
export type FundingSource = Pick<z.infer<typeof zFundingSourceRow>, 'code' | 'name' | 'funding'>;
/** An item of the “三公” tables with its official wording. */
export type ThreePublicEntry = Pick<z.infer<typeof zThreePublicRow>, 'code' | 'name'>;

/** The first row (by `order`) one of whose words the text contains and none of whose excluded words it does. */
function firstMatch<R extends z.infer<typeof zLexiconRow>>(rows: readonly R[], text: string): R | null {
  return rows.find((row) => row.contains.some((word) => text.includes(word)) && !row.excludes.some((word) => text.includes(word))) ?? null;
}

/** Reads both small lists and returns their look-ups by printed name. */
export function loadLexicons() {
  const byOrder = (a: { order: number }, b: { order: number }) => a.order - b.order;
  const fundingRows = readDataFile('funding_source.csv', zFundingSourceRow).sort(byOrder);
  const threePublicRows = readDataFile('three_public.csv', zThreePublicRow).sort(byOrder);
  return {
    /** The funding source that a row or column label names; null where it names none. */
    fundingSource(printed: string): FundingSource | null {
      const row = firstMatch(fundingRows, normalizeName(printed));
      return row && { code: row.code, name: row.name, funding: row.funding };
    },
    /** The “三公” item that a label names; null where it names none. */
    threePublicItem(printed: string): ThreePublicEntry | null {
      const row = firstMatch(threePublicRows, normalizeName(printed).replace(/[“”"「」'‘’]/g, ''));
      return row && { code: row.code, name: row.name };
    },
  };
}
