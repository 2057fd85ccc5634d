import { type Decimal, type GridTable, type Line, toDecimal } from '../../model/index.js';
import type { Rule } from '../rule.js';
import { type TableAssertion, tableAssertions } from '../tableAssertion.js';

/** Columns by what they spend on. */
const COLUMNS = {
  personnel: /^人员(?:经费|支出|经费支出)$/,
  office: /^(?:日常)?公用(?:经费|支出|经费支出)$/,
  basic: /^(?:其中[:：]?)?基本支出$/,
  project: /^(?:其中[:：]?)?(?:项目支出|专项业务经费支出)$/,
} as const;
type Column = keyof typeof COLUMNS;

/** What classes of expenditure are by their nature: most of their money is in one column and not in the others. */
interface Nature {
  rows: string;
  is: (line: Line) => boolean;
  column: Column;
  not: readonly Column[];
}

const economic = (line: Line, codes: RegExp) => codes.test(line.economic_department_code ?? '');
/** Contributions of the employer by function: pensions and annuities, medical insurance, housing funds. */
const CONTRIBUTIONS = /^(?:208050[56]|210110[123]|22102\d\d)$/;
/** Basic wages, allowances, bonuses and what the employer pays on them, which no project pays. */
const WAGES = /^301(?:0[1-36-9]|1[0-3])/;
const isContribution = (line: Line) => line.economic_department_code === null && CONTRIBUTIONS.test(line.functional_code ?? '');
/** The class of housing, which only housing funds and allowances of employees make up in basic expenditure. */
const isHousing = (line: Line) => line.economic_department_code === null && line.functional_code === '221';

const NATURES: readonly Nature[] = [
  { rows: '工资福利支出', is: (line) => economic(line, /^301/), column: 'personnel', not: ['office'] },
  { rows: '对个人和家庭的补助', is: (line) => economic(line, /^303/), column: 'personnel', not: ['office'] },
  { rows: '商品和服务支出', is: (line) => economic(line, /^302/), column: 'office', not: ['personnel'] },
  { rows: '资本性支出', is: (line) => economic(line, /^310/), column: 'office', not: ['personnel'] },
  { rows: 'contributions for employees', is: isContribution, column: 'personnel', not: ['office', 'project'] },
  { rows: 'contributions for employees', is: isContribution, column: 'basic', not: ['project'] },
  { rows: 'wages', is: (line) => economic(line, WAGES), column: 'basic', not: ['project'] },
  { rows: '住房保障支出', is: isHousing, column: 'personnel', not: ['office'] },
];

const leafOf = (path: readonly string[]) => (path.at(-1) ?? '').replace(/\s/g, '');
const has = (grid: GridTable, column: Column) => grid.columns.some((path) => COLUMNS[column].test(leafOf(path)));

/** What some lines have in a column, in yuan. */
function sumIn(lines: readonly Line[], column: Column): Decimal {
  return lines
    .filter((line) => COLUMNS[column].test(leafOf(line.column_path)))
    .reduce((sum, line) => sum.plus(toDecimal(line.amount ?? '0').abs()), toDecimal('0'));
}

/** Wages are 人员经费, goods and services 公用经费, contributions for employees no projects: where a table has most of them in the other column, its columns are exchanged. */
export const personnelColumns: Rule = {
  id: 'personnel_columns',
  title:
    'Most of wages is 人员经费, most of goods and services 公用经费, most of contributions for employees neither 公用经费 nor 项目支出',
  scope: 'document',
  *find() {},
  assertions: (index) =>
    tableAssertions(index, 'personnel_columns', ({ grid, lines }): TableAssertion | null => {
      const stated = lines.filter((line) => line.comparison === 'none' && line.amount !== null && line.amount !== '0');
      const found = NATURES.flatMap(({ rows, is, column, not }) => {
        if (!has(grid, column)) return [];
        const of = stated.filter(is);
        const own = sumIn(of, column);
        return not.map((other) => ({ rows, column, other, cells: of.length, own, others: sumIn(of, other) }));
      }).filter(({ own, others }) => !own.isZero() || !others.isZero());
      if (found.length === 0) return null;
      const wrong = found.filter(({ own, others }) => others.gt(own));
      return {
        holds: wrong.length === 0,
        cells: found.reduce((all, { cells }) => all + cells, 0),
        message:
          wrong.length === 0
            ? 'wages, goods and contributions are in the columns that they belong to'
            : wrong.map(({ rows, column, other }) => `${rows}: more in the column ${other} than in the column ${column}`).join('; '),
      };
    }),
};
