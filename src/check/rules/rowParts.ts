import type { Line } from '../../model/index.js';
import { groupLines, labelOf } from '../disclosureIndex.js';
import { lineIdentity, type Rule } from '../rule.js';

/** The parts of a row sum to its total and subtotals: 合计 = 基本支出 + 项目支出, 本年收入小计 = its sources. Which columns belong together, the header says. */
export const rowParts: Rule = {
  id: 'row_parts',
  title: 'The parts of a row sum to its total',
  scope: 'document',
  *find(index) {
    for (const table of index.tables) {
      const measure = (line: Line) =>
        line.comparison === 'none' || line.comparison === 'change'
          ? [line.block, line.r, line.year, line.phase, line.comparison].join('|')
          : null;
      for (const row of groupLines(table, measure)) {
        for (const whole of row) {
          if (whole.column_role !== 'total' && whole.column_role !== 'subtotal') continue;
          for (const parts of partitions(
            whole,
            partsOf(whole, row).filter((part) => canBePart(part, whole)),
          )) {
            yield lineIdentity(
              index,
              this.id,
              whole,
              parts.map((part) => index.cell(part)),
              `${labelOf(whole)} = ${parts.map((part) => part.column_path.join(' / ')).join(' + ')}`,
            );
          }
        }
      }
    }
  },
};

const startsWith = (path: readonly string[], prefix: readonly string[]) => prefix.every((word, i) => path[i] === word);

/** The columns that make up a total: those under its own header, else those beside it under the same header; a group with a subtotal counts by it. */
function partsOf(whole: Line, row: readonly Line[]): Line[] {
  const others = row.filter((line) => line !== whole && line.column_role !== 'of_which' && !isHeadOfExcerpt(line, row));
  const under = others.filter(
    (line) => line.column_path.length > whole.column_path.length && startsWith(line.column_path, whole.column_path),
  );
  if (under.length > 0) return topOf(under, whole.column_path.length);
  const prefix = whole.column_path.slice(0, -1);
  const beside = others.filter((line) => line.column_path.length > prefix.length && startsWith(line.column_path, prefix));
  // Another total beside it states the same money; a total is no part of a subtotal.
  return topOf(
    beside.filter((line) => line.column_role !== 'total' || line.column_path.length > whole.column_path.length),
    prefix.length,
  ).filter((line) => !(whole.column_role === 'subtotal' && line.column_role === 'total'));
}

/** The fundings that 财政拨款 is made of. */
const APPROPRIATIONS: readonly (string | null)[] = ['appropriation', 'general', 'fund', 'state_capital', 'carry_over'];

/** Whether a column's money can be part of a total: of one funding only that funding, of basic expenditure only basic; 会议费 and 培训费 are no “三公”. */
function canBePart(part: Line, whole: Line): boolean {
  const isBeside = (line: Line) => line.three_public_item === 'meeting' || line.three_public_item === 'training';
  if (whole.three_public_item !== null && (isBeside(whole) || isBeside(part))) return false;
  if (whole.three_public_item === null && part.three_public_item !== null && !/[总合小]计|总额/.test(whole.column_path.at(-1) ?? ''))
    return false;
  if (whole.part !== null && whole.part !== 'all' && part.part !== whole.part) return false;
  if (whole.funding === null || whole.funding === 'all') return true;
  // A table of one budget has what was carried over in it beside this year's money: 合计 = 当年财政拨款安排 + 上年结转安排.
  if (whole.column_role === 'total' && part.column_role !== 'leaf' && part.funding === 'carry_over') return true;
  return whole.funding === 'appropriation' ? APPROPRIATIONS.includes(part.funding) : part.funding === whole.funding;
}

/** Whether a (sub)total heads columns that are all excerpts (其中, 政府采购项目): it is an excerpt too. */
function isHeadOfExcerpt(line: Line, row: readonly Line[]): boolean {
  if (line.column_role === 'leaf' || line.column_path.length < 2) return false;
  const header = line.column_path.slice(0, -1);
  const beside = row.filter((other) => other !== line && startsWith(other.column_path, header));
  return beside.length > 0 && beside.every((other) => other.column_role === 'of_which');
}

/** Of columns under a header of `depth` words, one representative a group: its (sub)total where it has one, else its own parts. */
function topOf(columns: readonly Line[], depth: number): Line[] {
  const groups = groupLines(columns, (line) => line.column_path[depth] ?? '');
  // A header that only says 其中 beside others names excerpts of them; alone it names all the parts.
  const counted = groups.length === 1 ? groups : groups.filter(([first]) => first?.column_path[depth] !== '其中');
  return counted.flatMap((group) => {
    if (group.length === 1) return group;
    const heads = group.filter((line) => line.column_role === 'total' || line.column_role === 'subtotal');
    const shallowest = Math.min(...heads.map((line) => line.column_path.length));
    const top = heads.filter((line) => line.column_path.length === shallowest);
    if (top.length === 1) return top;
    return group.every((line) => line.column_path.length > depth + 1) ? topOf(group, depth + 1) : group;
  });
}

/** Columns that split the total by funding and columns that split it by part are two statements of the same total. */
function partitions(whole: Line, parts: readonly Line[]): Line[][] {
  if (parts.length === 0) return [];
  const byPart = parts.filter((line) => line.part !== whole.part && line.funding === whole.funding);
  const byFunding = parts.filter((line) => line.funding !== whole.funding && line.part === whole.part);
  const apart = byPart.length >= 2 && byFunding.length >= 2 && byPart.length + byFunding.length === parts.length;
  return apart ? [byPart, byFunding] : [[...parts]];
}
