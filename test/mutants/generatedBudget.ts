import { createHash } from 'node:crypto';
import type { Block, DocumentModel, RawGrid } from '../../src/model/index.js';

/** An amount in hundredths of the printed unit. */
type Hundredths = number;

interface Item {
  code: string;
  name: string;
}

/** Functional codes (GB) from 类 to 项 of what departments spend on. */
const FUNCTIONS: readonly (readonly [Item, Item, readonly Item[]])[] = [
  [
    { code: '201', name: '一般公共服务支出' },
    { code: '20103', name: '政府办公厅（室）及相关机构事务' },
    [
      { code: '2010301', name: '行政运行' },
      { code: '2010302', name: '一般行政管理事务' },
      { code: '2010350', name: '事业运行' },
    ],
  ],
  [
    { code: '208', name: '社会保障和就业支出' },
    { code: '20805', name: '行政事业单位养老支出' },
    [
      { code: '2080501', name: '行政单位离退休' },
      { code: '2080505', name: '机关事业单位基本养老保险缴费支出' },
    ],
  ],
  [
    { code: '210', name: '卫生健康支出' },
    { code: '21011', name: '行政事业单位医疗' },
    [
      { code: '2101101', name: '行政单位医疗' },
      { code: '2101103', name: '公务员医疗补助' },
    ],
  ],
  [{ code: '221', name: '住房保障支出' }, { code: '22102', name: '住房改革支出' }, [{ code: '2210201', name: '住房公积金' }]],
];

/** Department economic classes (GB) of basic expenditure, personnel and public. */
const ECONOMIC: readonly { item: Item; leaves: readonly Item[]; personnel: boolean }[] = [
  {
    item: { code: '301', name: '工资福利支出' },
    leaves: [
      { code: '30101', name: '基本工资' },
      { code: '30102', name: '津贴补贴' },
      { code: '30113', name: '住房公积金' },
    ],
    personnel: true,
  },
  {
    item: { code: '302', name: '商品和服务支出' },
    leaves: [
      { code: '30201', name: '办公费' },
      { code: '30217', name: '公务接待费' },
      { code: '30231', name: '公务用车运行维护费' },
    ],
    personnel: false,
  },
];

/** The leaf whose projects are paid from the department's own money, so that tables of different money differ. */
const OWN = 2;

/** Contributions for employees, which are no projects. */
const CONTRIBUTIONS: ReadonlySet<string> = new Set(['2080505', '2101101', '2101103', '2210201']);

/** Classes of which no department spends much: 公务接待费, 公务用车运行维护费. */
const SMALL: ReadonlySet<string> = new Set(['30217', '30231']);

/** An amount as printed: 1234567 -> 12345.67; zero is a blank cell. */
const print = (amount: Hundredths) => (amount === 0 ? '' : `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`);
const sum = (amounts: readonly Hundredths[]) => amounts.reduce((all, amount) => all + amount, 0);

/** A grid of texts, one cell each. */
function grid(rows: readonly (readonly string[])[]): RawGrid {
  const cells = rows.flatMap((texts, r) => texts.map((text, c) => ({ r, c, rs: 1, cs: 1, text })));
  return { rows: rows.length, columns: rows[0]?.length ?? 0, cells };
}

/** A table with its title and unit over it. */
function table(title: string, rows: readonly (readonly string[])[]): Block[] {
  return [
    { type: 'paragraph', text: title },
    { type: 'paragraph', text: '单位：万元' },
    { type: 'table', grid: grid(rows), evidence: 'stated' },
  ];
}

/** The budget of a department that does not exist, with the tables that every department publishes; they add up. The same random numbers, the same document. */
export function generatedBudget(random: () => number, year: number): DocumentModel {
  const amount = (): Hundredths => 100 + Math.floor(random() ** 3 * 3_000_000);
  // Every amount of basic expenditure by class is split over the functional leaves, so that both tables have one total.
  const classes = ECONOMIC.map((group) => ({
    ...group,
    amounts: group.leaves.map(({ code }) => (SMALL.has(code) ? 100 + Math.floor(amount() / 1000) : amount())),
  }));
  const ofClass = (code: string) =>
    classes.flatMap(({ leaves: items, amounts }) => items.flatMap((item, i) => (item.code === code ? (amounts[i] ?? 0) : [])))[0] ?? 0;
  const basicTotal = sum(classes.flatMap(({ amounts }) => amounts));
  const leaves = FUNCTIONS.flatMap(([, , items]) => items);
  const weights = leaves.map(() => random());
  const basics = weights.map((weight) => Math.floor((basicTotal * weight) / sum(weights)));
  basics[0] = (basics[0] ?? 0) + basicTotal - sum(basics);
  const projects = leaves.map(({ code }, i) => (i === OWN || (random() < 0.4 && !CONTRIBUTIONS.has(code)) ? amount() : 0));
  const projectTotal = sum(projects);
  const total = basicTotal + projectTotal;
  const at = (item: Item) => leaves.indexOf(item);
  const own = projects[OWN] ?? 0;
  const general = projects.map((project, i) => (i === OWN ? 0 : project));
  const over = (items: readonly Item[], all: readonly Hundredths[]) => sum(items.map((item) => all[at(item)] ?? 0));
  const columns = (items: readonly Item[], of: readonly Hundredths[]) =>
    [over(items, basics) + over(items, of), over(items, basics), over(items, of)].map(print);
  /** Rows of 类, 款 and 项 under 合计, with the amounts of some of the leaves each. */
  const byFunction = (header: readonly string[], amounts: (items: readonly Item[]) => readonly string[]) => [
    ['科目编码', '科目名称', ...header],
    ['合计', '', ...amounts(leaves)],
    ...FUNCTIONS.flatMap(([section, group, items]) => [
      [section.code, section.name, ...amounts(items)],
      [group.code, group.name, ...amounts(items)],
      ...items.map((item) => [item.code, item.name, ...amounts([item])]),
    ]),
  ];
  const BY_PART = ['合计', '基本支出', '项目支出'];
  const ofOwn = (items: readonly Item[]) => over(items, projects) - over(items, general);
  const revenue = byFunction(['合计', '一般公共预算拨款', '事业收入'], (items) =>
    [over(items, basics) + over(items, projects), over(items, basics) + over(items, general), ofOwn(items)].map(print),
  );
  const personnel = sum(classes.filter((group) => group.personnel).flatMap(({ amounts }) => amounts));
  const split = (value: Hundredths, isPersonnel: boolean) => [
    print(value),
    isPersonnel ? print(value) : '',
    isPersonnel ? '' : print(value),
  ];
  const economic = [
    ['科目编码', '科目名称', '合计', '人员经费', '公用经费'],
    ['合计', '', print(basicTotal), print(personnel), print(basicTotal - personnel)],
    ...classes.flatMap(({ item, leaves: of, amounts, personnel: isPersonnel }) => [
      [item.code, item.name, ...split(sum(amounts), isPersonnel)],
      ...of.map((leaf, i) => [leaf.code, leaf.name, ...split(amounts[i] ?? 0, isPersonnel)]),
    ]),
  ];
  const sections = FUNCTIONS.map(([section, , items], i) => [`${'一二三四'[i]}、${section.name}`, columns(items, projects)[0] ?? '']);
  const sources = [
    ['一、一般公共预算拨款收入', print(total - own)],
    ['二、政府性基金预算拨款收入', ''],
    ['三、国有资本经营预算拨款收入', ''],
    ['四、事业收入', print(own)],
  ];
  const both = [
    ['项目', '预算数', '项目', '预算数'],
    ...sources.map((source, i) => [...source, ...(sections[i] ?? ['', ''])]),
    ['本年收入合计', print(total), '本年支出合计', print(total)],
    ['收入总计', print(total), '支出总计', print(total)],
  ];
  const [vehicles, reception] = [ofClass('30231'), ofClass('30217')];
  const blocks: Block[] = [
    { type: 'heading', level: 1, text: `某市发展研究中心${year}年部门预算` },
    ...table('收支总表', both),
    ...table('收入总表', revenue),
    ...table(
      '支出总表',
      byFunction(BY_PART, (items) => columns(items, projects)),
    ),
    ...table(
      '一般公共预算支出表',
      byFunction(BY_PART, (items) => columns(items, general)),
    ),
    ...table('一般公共预算基本支出表', economic),
    ...table('一般公共预算“三公”经费支出表', [
      ['合计', '因公出国（境）费', '公务用车购置费', '公务用车运行费', '公务接待费'],
      [print(vehicles + reception), '', '', print(vehicles), print(reception)],
    ]),
    {
      type: 'paragraph',
      text: `${year}年支出预算${print(total)}万元，其中：基本支出${print(basicTotal)}万元，包括人员经费${print(personnel)}万元和日常公用经费${print(basicTotal - personnel)}万元；项目支出${print(projectTotal)}万元。`,
    },
  ];
  const sha256 = createHash('sha256').update(JSON.stringify(blocks)).digest('hex');
  return { sha256, mediaType: 'text/html', title: null, pages: [], blocks, diagnostics: [] };
}
