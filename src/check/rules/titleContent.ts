import type { GridTable } from '../../model/index.js';
import type { Rule } from '../rule.js';
import { type TableAssertion, tableAssertions } from '../tableAssertion.js';

/** What a title promises: words that the table or its rows must print, or its header must not. */
interface TitlePromise {
  title: RegExp;
  /** Titles that say more than the words of `title`. */
  unless?: RegExp;
  inTable?: RegExp;
  inRows?: RegExp;
  notInHeader?: RegExp;
  /** What stands over all columns of amounts that stand under something. */
  notOverAmounts?: RegExp;
}

const EXPENDITURE_COLUMN =
  /^(?:其中[:：]?)?(?:基本支出|人员经费(?:支出)?|公用经费(?:支出)?|专项业务经费支出|项目支出|事业单位经营支出|经营支出|上缴上级支出|对附属单位补助支出)$/;
const THREE_PUBLIC = /三公|出国|公务接待|公务用车|公车/;

/** What titles of budget tables promise, the same in every place. */
const PROMISES: readonly TitlePromise[] = [
  { title: /收入/, unless: /支出|收支/, notInHeader: EXPENDITURE_COLUMN },
  { title: /收支/, unless: /项目|基金|国有资本/, inTable: /收入/ },
  { title: /收支/, unless: /项目|基金|国有资本/, inTable: /支出/ },
  { title: /三公/, inTable: THREE_PUBLIC },
  { title: /./, unless: /三公|行政经费|出国|接待|车|会议/, notInHeader: /^(?:公务接待费|因公出国（境）费用?)$/ },
  { title: /政府采购/, unless: /支出总|收支/, inTable: /采购|品目|数量|规格|货物|(?<!商品和)服务/ },
  { title: /./, unless: /采购|购买|资产|合同/, notInHeader: /^(?:政府)?采购(?:品目|目录)|^(?:采购)?品目(?:编码|名称)$/ },
  { title: /基本支出/, unless: /项目/, notInHeader: /^项目支出$/ },
  // What the money of a budget of the government cannot be spent on: business of 事业单位, transfers to other levels.
  { title: /一般公共预算/, unless: /收支|收入|总表/, notInHeader: /^(?:事业单位)?经营支出$|^上缴上级支出$|^对附属单位补助支出$/ },
  { title: /支出(?:预算|决算)?总表/, unless: /收支|财政拨款|公共预算/, notOverAmounts: /^(?:一般公共预算|财政)(?:拨款)?支出$/ },
  { title: /经济(?:分类|科目)/, unless: /功能/, inTable: /工资|商品和服务|补助|资本性|经济/ },
  { title: /(?:按|部门|政府)(?:支出)?经济分类/, unless: /功能/, inRows: /工资|商品和服务|对个人和家庭|资本性|对企业/ },
  { title: /绩效/, unless: /收支|支出总|收入/, inTable: /绩效|目标|指标/ },
  { title: /功能(?:分类|科目)/, inTable: /2\d{2}|功能/ },
  { title: /功能(?:分类|科目)/, unless: /经济/, notInHeader: /^(?:部门|政府)?(?:预算)?(?:支出)?经济分类(?:科目)?(?:编码|名称)?$/ },
];

const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '').replace(/\(/g, '（').replace(/\)/g, '）');

/** The header words of a table. */
const headerOf = (grid: GridTable) => grid.columns.flat().map(plain);

/** The words over columns that say whose or what money it is. */
const overAmounts = (grid: GridTable) =>
  grid.columns.flatMap((path) => path.slice(0, -1).map(plain)).filter((word) => /支出|预算|拨款|资金|收入/.test(word));

/** Whether a table keeps a promise of its title. `rows` are the texts of its body. */
function keeps({ inTable, inRows, notInHeader, notOverAmounts }: TitlePromise, grid: GridTable, rows: string): boolean {
  const header = headerOf(grid);
  if (inRows && !inRows.test(rows)) return false;
  if (notInHeader && header.some((word) => notInHeader.test(word))) return false;
  const over = notOverAmounts ? overAmounts(grid) : [];
  if (over.length > 0 && over.every((word) => notOverAmounts?.test(word))) return false;
  return !inTable || inTable.test([...header, rows].join(' '));
}

/** A table prints what its title is about: 收入总表 has no column 基本支出, a “三公” table names 公务接待. Where not, it has the title of another table. */
export const titleContent: Rule = {
  id: 'title_content',
  title: 'A table prints what its title is about',
  scope: 'document',
  *find() {},
  assertions: (index) =>
    tableAssertions(index, 'title_content', ({ grid, lines }): TableAssertion | null => {
      const title = plain(grid.title ?? '');
      if (title === '' || lines.length === 0 || grid.form) return null;
      const made = PROMISES.filter((promise) => promise.title.test(title) && !promise.unless?.test(title));
      if (made.length === 0) return null;
      const header = headerOf(grid);
      const rows = grid.rows.flatMap(({ texts }) => texts.map(plain)).join(' ');
      const broken = made.filter((promise) => !keeps(promise, grid, rows));
      return {
        holds: broken.length === 0,
        cells: header.length,
        message:
          broken.length === 0
            ? 'header and rows are what the title says'
            : `the title does not fit the columns ${[...new Set(header)].slice(0, 12).join(', ')}; look whether it stands over another table`,
      };
    }),
};
