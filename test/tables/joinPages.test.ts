import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/model/index.js';
import { readTables } from '../../src/tables/index.js';
import { documentOf, line, piece } from './printed.js';

const tablesOf = (...blocks: Block[]) => readTables(documentOf(...blocks)).tables;
const HEAD = '科目编码 | 科目名称 | 合计';

describe('one printed table over pages', () => {
  test('goes on without a header', () => {
    const tables = tablesOf(line('支出总表', 1), piece(1, `${HEAD}\n201 | 服务 | 9.00`), piece(2, '208 | 保障 | 8.00'));
    expect(tables).toHaveLength(1);
    expect(tables[0]).toMatchObject({
      pages: [1, 2],
      rows: [
        { r: 1, texts: ['201', '服务', '9.00'] },
        { r: 2, texts: ['208', '保障', '8.00'] },
      ],
    });
  });

  test('keeps a repeated header in its cells and out of its rows', () => {
    const [only, ...others] = tablesOf(piece(1, `${HEAD}\n201 | 服务 | 9.00`), piece(2, `${HEAD}\n208 | 保障 | 8.00`));
    expect(others).toEqual([]);
    expect(only!.rows.map((row) => row.texts[0])).toEqual(['201', '208']);
    expect(only!.cells.filter((cell) => cell.repeat).map((cell) => [cell.text, cell.page, cell.role])).toEqual([
      ['科目编码', 2, 'header'],
      ['科目名称', 2, 'header'],
      ['合计', 2, 'header'],
    ]);
  });

  test('goes on under a repeated label, title and unit', () => {
    const over = (page: number) => [line('表3', page, 20), line('支出总表', page, 40), line('部门名称：某局 单位：万元', page, 60)];
    const tables = tablesOf(...over(1), piece(1, `${HEAD}\n201 | 服务 | 9.00`), ...over(2), piece(2, `${HEAD}\n208 | 保障 | 8.00`));
    expect(tables.map((table) => [table.label, table.title, table.unit, table.pages])).toEqual([['表3', '支出总表', '万元', [1, 2]]]);
  });

  test('takes a last page that holds only the total with fewer rules', () => {
    const tables = tablesOf(
      piece(1, '类 | 款 | 科目名称 | 合计\n201 | 05 | 统计 | 9.00', [50, 100, 150, 300, 400]),
      piece(2, '合计 | 9.00', [50, 300, 400]),
    );
    expect(tables).toHaveLength(1);
    expect(tables[0]!.rows.at(-1)!.texts).toEqual(['合计', '', '', '9.00']);
  });

  test('has the head that a page break cuts after its first row', () => {
    const tables = tablesOf(
      line('收支总表', 1),
      piece(1, '收入 | 支出', [50, 250, 450]),
      piece(2, '项目 | 预算数 | 项目 | 预算数\n财政拨款 | 9.00 | 基本支出 | 9.00', [50, 150, 250, 350, 450]),
    );
    expect(tables.map(({ title, pages, columns, rows }) => [title, pages, columns.map((path) => path.join('/')), rows.length])).toEqual([
      ['收支总表', [1, 2], ['收入/项目', '收入/预算数', '支出/项目', '支出/预算数'], 1],
    ]);
  });

  test('goes on with a row of words that names few of its columns', () => {
    const tables = tablesOf(
      piece(1, '项目 | 小计 | 金额\n财政拨款 | 一般公共预算 | 9.00\n | 政府性基金 | 8.00'),
      piece(2, '其他资金 | 小计 | \n | 经营收入 | 7.00'),
    );
    expect(tables.map((table) => table.rows.length)).toEqual([4]);
  });

  test('goes on with a new row whose label has its own number though the last label fills its column', () => {
    const [only] = tablesOf(
      piece(1, '项目 | 预算数 | 项目 | 预算数\n一、财政拨款 | 9.00 | 一、教育支出 | 9.00\n3、国有资本经营预算 | | 四、住房保障支出 | 8.00'),
      piece(2, '二、事业收入 | | | '),
    );
    expect(only!.rows.map((row) => row.texts[0])).toEqual(['一、财政拨款', '3、国有资本经营预算', '二、事业收入']);
  });

  test('goes on with a row of another kind under merged cells that are blank', () => {
    const [only] = tablesOf(
      piece(
        1,
        '专项 | 物品 | 组织形式 | 总计\n业务费 | | | 30.00\n | 服务器 | 自行 | 12.00\n^ | 小型机 | 自行 | 2.00\n^ | 计算机 | 自行 | 4.00',
      ),
      piece(2, '购置费 | | | 60.00\n | 计算机 | 自行 | 12.00'),
    );
    expect(only!.rows.map((row) => row.texts.join('|')).slice(-3)).toEqual(['|计算机|自行|4.00', '购置费|||60.00', '|计算机|自行|12.00']);
  });

  test('of which only the head is printed is no beginning of a titled table on the next page', () => {
    expect(tablesOf(piece(1, HEAD), line('支出总表', 2), piece(2, '项目 | 预算数 | 备注\n服务 | 9.00 | '))).toHaveLength(2);
  });

  test('is a sheet of which the next page has no rule beside the label that goes on', () => {
    const sheet = '项目名称 | < | 培训费 | <\n主管部门 | < | 某局 | <\n产出指标 | 数量 | 培训次数 | 3';
    const rest = '质量 | 培训完成率 | 100\n时效 | 按时完成 | 是';
    expect(tablesOf(line('绩效目标表', 1), piece(1, sheet), piece(2, rest, [150, 250, 350, 450]))).toHaveLength(1);
  });

  test('is joined when a page is set off by its binding margin', () => {
    expect(
      tablesOf(piece(1, `${HEAD}\n201 | 服务 | 9.00`, [50, 150, 250, 350]), piece(2, '208 | 保障 | 8.00', [80, 180, 280, 380])),
    ).toHaveLength(1);
  });

  test('is joined with its header repeated though the columns are drawn anew', () => {
    const over = (page: number) => [line('支出总表', page, 40)];
    const tables = tablesOf(
      ...over(1),
      piece(1, `${HEAD}\n201 | 服务 | 9.00`, [50, 150, 250, 350]),
      ...over(2),
      piece(2, `${HEAD}\n208 | 保障 | 8.00`, [40, 120, 290, 360]),
    );
    expect(tables).toHaveLength(1);
    expect(tables[0]!.columns).toHaveLength(3);
  });

  test('runs over dozens of pages', () => {
    const pages = Array.from({ length: 40 }, (_, i) => piece(i + 1, `${i === 0 ? `${HEAD}\n` : ''}20${i} | 服务 | ${i}.00`));
    expect(tablesOf(...pages).map((table) => [table.pages.length, table.rows.length])).toEqual([[40, 40]]);
  });

  test('goes on below a running head', () => {
    const head = (page: number) => line('某市审计局2026年度部门预算公开', page, 10);
    const tables = tablesOf(
      ...[head(1), line('收入总表', 1, 40), piece(1, '项目 | 金额\n拨款 | 1.00')],
      ...[head(2), line('支出总表', 2, 40), piece(2, '项目 | 金额\n工资 | 1.00')],
      ...[head(3), piece(3, '津贴 | 2.00')],
    );
    expect(tables.map((table) => table.pages)).toEqual([[1], [2, 3]]);
  });

  test('goes on though the next row is clipped into the foot of the page', () => {
    const tables = tablesOf(
      piece(1, `${HEAD}\n201 | 服务 | 9.00`),
      line('社会保障和', 1, 700),
      piece(2, '208 | 社会保障和就业支出 | 8.00'),
    );
    expect(tables).toHaveLength(1);
  });

  test('goes on though the last line of a cell hangs over the border at the foot of the page', () => {
    const [above, below] = [piece(1, `${HEAD}\n201 | 服务 | 9.00`), piece(2, '208 | 保障 | 8.00')];
    const foot = above.box?.[3] ?? 0;
    expect(tablesOf(above, line('作用。', 1, foot - 4, 160, 190), below)).toHaveLength(1);
    expect(tablesOf(above, line('作用。', 1, foot + 4, 160, 190), below)).toHaveLength(2);
    expect(tablesOf(above, line('各部门的作用。', 1, foot - 4, 60, 260), below)).toHaveLength(2);
  });
});

describe('different tables', () => {
  test('a new title starts a new table though the header is the same', () => {
    const tables = tablesOf(
      line('政府性基金预算支出表', 1),
      piece(1, `${HEAD}\n合计 | | 9.00`),
      line('国有资本经营预算支出表', 2),
      piece(2, `${HEAD}\n合计 | | 8.00`),
    );
    expect(tables.map((table) => table.title)).toEqual(['政府性基金预算支出表', '国有资本经营预算支出表']);
  });

  test('another label starts a new table', () => {
    expect(
      tablesOf(line('表1', 1), piece(1, `${HEAD}\n201 | 服务 | 9.00`), line('表2', 2), piece(2, `${HEAD}\n208 | 保障 | 8.00`)),
    ).toHaveLength(2);
  });

  test('a header of its own starts a new table', () => {
    expect(tablesOf(piece(1, '项目 | 预算数 | 备注\n车辆 | 9.00 | '), piece(2, '单位名称 | 收入 | 支出\n某局 | 8.00 | 8.00'))).toHaveLength(
      2,
    );
  });

  test('other columns start a new table', () => {
    expect(tablesOf(piece(1, `${HEAD}\n201 | 服务 | 9.00`), piece(2, '208 | 8.00', [70, 200, 300]))).toHaveLength(2);
  });

  test('prose between starts a new table', () => {
    const tables = tablesOf(piece(1, `${HEAD}\n201 | 服务 | 9.00`), line('本年支出比上年增加。', 1, 600), piece(2, '208 | 保障 | 8.00'));
    expect(tables).toHaveLength(2);
  });

  test('a page between starts a new table', () => {
    expect(tablesOf(piece(1, `${HEAD}\n201 | 服务 | 9.00`), piece(3, '208 | 保障 | 8.00'))).toHaveLength(2);
  });

  test('each key-value sheet is a table of its own under the same title', () => {
    const sheet = (page: number, name: string) => [
      line('项目支出绩效目标表', page),
      piece(page, `项目名称 | ${name} | 项目编码 | 20260${page}\n主管部门 | 某局 | 实施单位 | 某局`),
    ];
    expect(tablesOf(...sheet(1, '物业'), ...sheet(2, '会议'))).toHaveLength(2);
  });

  test('tables of another organization are other tables', () => {
    const of = (page: number, name: string) => [line(`部门：${name}`, page), piece(page, `${HEAD}\n201 | 服务 | 9.00`)];
    expect(tablesOf(...of(1, '某市财政局'), ...of(2, '某市审计局'))).toHaveLength(2);
  });
});

describe('a row cut by the page break', () => {
  const rows = Array.from({ length: 4 }, (_, i) => `20${i} | 服务 | ${i}.00`).join('\n');

  test('is one row where the name goes on below', () => {
    const [table] = tablesOf(piece(1, `${HEAD}\n${rows}\n2010301 | 政府办公厅及相 | 7.00`), piece(2, '| 关机构事务 |\n208 | 保障 | 8.00'));
    expect(table!.rows.slice(-2).map((row) => row.texts)).toEqual([
      ['2010301', '政府办公厅及相关机构事务', '7.00'],
      ['208', '保障', '8.00'],
    ]);
  });

  test('keeps both places of the cut cell', () => {
    const [table] = tablesOf(piece(1, `${HEAD}\n${rows}\n2010301 | 政府办公厅及相 | 7.00`), piece(2, '| 关机构事务 |\n208 | 保障 | 8.00'));
    const cut = table!.cells.find((cell) => cell.text === '政府办公厅及相关机构事务');
    expect(cut!.pieces!.map(({ page, text }) => [page, text])).toEqual([
      [1, '政府办公厅及相'],
      [2, '关机构事务'],
    ]);
  });

  test('is one row where the amounts are printed below', () => {
    const [table] = tablesOf(piece(1, `${HEAD}\n${rows}\n2010301 | 政府办公厅 |`), piece(2, '| | 7.00'));
    expect(table!.rows.at(-1)!.texts).toEqual(['2010301', '政府办公厅', '7.00']);
  });

  test('is one row where a bracket closes below', () => {
    const [table] = tablesOf(piece(1, '项目 | 金额\n一、收入（不含\n'), piece(2, '上年结转） | 7.00'));
    expect(table!.rows.map((row) => row.texts)).toEqual([['一、收入（不含上年结转）', '7.00']]);
  });

  test('is one row where the number of an ordinal stands below', () => {
    const [table] = tablesOf(piece(1, '单位 | 金额\n某市某某实验中学 | 1.00\n某市第 | 7.00'), piece(2, '一中学 | \n某中学 | 2.00'));
    expect(table!.rows.map((row) => row.texts)).toEqual([
      ['某市某某实验中学', '1.00'],
      ['某市第一中学', '7.00'],
      ['某中学', '2.00'],
    ]);
  });

  test('is reported', () => {
    const reading = readTables(documentOf(piece(1, `${HEAD}\n${rows}\n2010301 | 政府办公厅 |`), piece(2, '| | 7.00')));
    expect(reading.diagnostics.map(({ code, place }) => [code, place.page])).toEqual([['row_joined_over_pages', 2]]);
  });

  test('two complete rows stay two', () => {
    const [table] = tablesOf(piece(1, `${HEAD}\n${rows}`), piece(2, '208 | 保障 | 8.00'));
    expect(table!.rows).toHaveLength(5);
  });

  test('a label without amount after rows that all have one may open the next page', () => {
    const [table] = tablesOf(
      piece(1, '项目 | 金额\n一、工资 | 1.00\n二、津贴 | \n三、奖金 | 2.00'),
      piece(2, '四、其他 | \n五、合计 | 3.00'),
    );
    expect(table!.rows.map((row) => row.texts[0])).toEqual(['一、工资', '二、津贴', '三、奖金', '四、其他', '五、合计']);
  });

  test('a new label without amount stays a row though all rows above print one', () => {
    const full = ['一、一般公共预算拨款收入', '二、政府性基金预算拨款收入', '三、其他收入', '本年收入合计']
      .map((label) => `${label} | 1.00`)
      .join('\n');
    const [table] = tablesOf(piece(1, `项目 | 金额\n${full}`), piece(2, '上年结转结余 | \n收入总计 | 4.00'));
    expect(table!.rows.map((row) => row.texts[0]).slice(-3)).toEqual(['本年收入合计', '上年结转结余', '收入总计']);
  });

  test('two indicators with a value each stay two rows', () => {
    const [table] = tablesOf(
      piece(
        1,
        `指标类 | 指标 | 值 | 单位\n产出 | 数量甲 | ≥5 | 次\n产出 | 数量乙 | ≥6 | 次\n产出 | 数量丙 | ≥7 | 次\n成本 | 控制率 | ≤100% | 其他`,
      ),
      piece(2, ' | 物业控制率 | ≤100% | %'),
    );
    expect(table!.rows).toHaveLength(5);
  });

  test('makes merged cells whole where the upper part lacks the amount', () => {
    const [table] = tablesOf(
      piece(
        1,
        `项目名称 | 项目总额 | 目标 | 指标
        A类 | 5.00 | 完成。 | 数量
        ^ | ^ | ^ | 质量
         | | 落实任务， | 时效
        ^ | ^ | ^ | 成本`,
      ),
      piece(2, 'B类 | 6.00 | 按期完成。 | 数量\n^ | ^ | ^ | 质量'),
    );
    expect(table!.rows.map((row) => row.texts)).toEqual([
      ['A类', '5.00', '完成。', '数量'],
      ['', '', '', '质量'],
      ['B类', '6.00', '落实任务，按期完成。', '时效'],
      ['', '', '', '成本'],
      ['', '', '', '数量'],
      ['', '', '', '质量'],
    ]);
  });
});

describe('a page where merged cells have no rules of their own', () => {
  const upper = piece(1, '项目 | 总额 | 指标 | 值 | 单位\n甲 | 9.00 | 数量 | 5 | 次', [50, 150, 250, 350, 450, 550]);
  const lower = piece(2, '质量 | 6 | 次\n时效 | 7 | 天', [250, 350, 450, 550]);

  test('goes on in the columns it has, whatever stands beside them', () => {
    const [table, ...others] = tablesOf(upper, line('目标的其余部分', 2, 110, 60, 140), lower);
    expect(others).toEqual([]);
    expect(table!.rows.map((row) => row.texts)).toEqual([
      ['甲', '9.00', '数量', '5', '次'],
      ['', '', '质量', '6', '次'],
      ['', '', '时效', '7', '天'],
    ]);
  });

  test('is reported', () => {
    const { diagnostics } = readTables(documentOf(upper, lower));
    expect(diagnostics.map(({ code, place }) => [code, place.page])).toEqual([['columns_without_rules', 2]]);
  });
});

describe('a list cut by the page break', () => {
  const sheet = '项目编码 | A1\n绩效目标 | 1.完成年鉴的出版、印刷，按期发行。';

  test('keeps its next item in the cell of the row above', () => {
    const [only] = tablesOf(piece(1, sheet), piece(2, ' | 2.印刷年鉴15本，提高出版质量。'));
    expect(only!.rows.at(-1)!.texts).toEqual(['绩效目标', '1.完成年鉴的出版、印刷，按期发行。\n2.印刷年鉴15本，提高出版质量。']);
  });

  test('leaves numbered labels of rows apart', () => {
    const [only] = tablesOf(piece(1, `${HEAD}\n201 | 1.一般公共预算 | 9.00`), piece(2, ' | 2.政府性基金预算 | '));
    expect(only!.rows.map((row) => row.texts[1])).toEqual(['1.一般公共预算', '2.政府性基金预算']);
  });
});
