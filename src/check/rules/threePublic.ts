import type { Line, ThreePublicItem } from '../../model/index.js';
import { groupLines, labelOf } from '../disclosureIndex.js';
import { lineIdentity, type Rule } from '../rule.js';

/** What an item of the “三公” table is made of. */
const PARTS: Partial<Record<ThreePublicItem, readonly ThreePublicItem[]>> = {
  total: ['abroad', 'vehicles', 'reception'],
  vehicles: ['vehicle_purchase', 'vehicle_operation'],
};
/** Items that some tables print beside the “三公” expenses: a total that does not say “三公” may include them. */
const BESIDE: readonly (ThreePublicItem | null)[] = ['meeting', 'training'];

/** The lines of an item in a group; where it is not printed, those of what it is made of. */
function partsNamed(group: readonly Line[], name: ThreePublicItem): Line[] {
  const printed = group.filter((line) => line.three_public_item === name);
  return printed.length > 0 ? printed : (PARTS[name] ?? []).flatMap((part) => partsNamed(group, part));
}

/** “三公” = 出国 + 公车 + 接待; 公车 = 购置 + 运行, whether the items are rows or columns. */
export const threePublic: Rule = {
  id: 'three_public',
  title: 'The “三公” expenses are the sum of their items',
  scope: 'document',
  *find(index) {
    for (const table of index.tables) {
      const items = table.filter((line) => line.three_public_item !== null && line.column_role !== 'of_which');
      const asColumns = groupLines(items, (line) => `${line.block}|${line.r}`).some(
        (row) => new Set(row.map((line) => line.three_public_item)).size > 1,
      );
      const facets = (line: Line) =>
        [line.block, line.year, line.phase, line.comparison, line.funding, asColumns ? line.r : line.c].join('|');
      for (const group of groupLines(items, (line) => (line.comparison === 'none' || line.comparison === 'change' ? facets(line) : null))) {
        const byItem = groupLines(group, (line) => line.three_public_item);
        for (const [whole, ...doubles] of byItem) {
          const names = PARTS[whole?.three_public_item ?? 'meeting'];
          if (!whole || doubles.length > 0 || !names) continue;
          const parts = names.flatMap((name) => partsNamed(group, name));
          if (parts.length === 0 || new Set(parts.map((part) => part.three_public_item)).size < parts.length) continue;
          const beside = group.some((line) => BESIDE.includes(line.three_public_item));
          if (whole.three_public_item === 'total' && beside && !labelOf(whole).includes('三公')) continue;
          yield lineIdentity(
            index,
            this.id,
            whole,
            parts.map((part) => index.cell(part)),
            `${labelOf(whole)} = ${parts.map((part) => labelOf(part)).join(' + ')}`,
          );
        }
      }
    }
  },
};
