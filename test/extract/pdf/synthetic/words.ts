import type { Random } from './random.js';

const ENGLISH =
  'Revenue Taxes Grants Transfers Agriculture Health Education Defence Interest Property Income Sales Fuel Housing Energy Research Water Roads Police ' +
  'Justice Culture Sport Trade Labour Mining Forestry Fishing Transport Storage Finance Insurance Services Public Private Local State Federal Other Net ' +
  'Gross Current Capital Annual Average';
const LOWER =
  'of the and for from with to other services income expenditure payments funds programmes receipts costs benefits persons employed households units';
const CHINESE =
  '一般公共服务支出 教育支出 社会保障和就业 卫生健康 节能环保 城乡社区 农林水 交通运输 住房保障 行政运行 事业运行 基本支出 项目支出 其他';
const HEADS =
  'Total Share Change Amount Number Rate 2019 2020 2021 2022 2023 Budget Actual Estimate Percent Men Women Urban Rural Level Index';
const LINES = 'of population per year in thousands at end year over previous period constant prices by origin';
const CHINESE_HEADS = '合计 基本支出 项目支出 本年收入 上年结转 预算数 决算数 人员经费 公用经费 增减';
const PROSE =
  'the committee found that most of the increase came from higher receipts in the second half of the year while costs remained stable and the number of ' +
  'persons employed in the sector grew more slowly than expected according to revised figures published by the office in March which also show that regional ' +
  'differences have become smaller over the last decade';

const words = (list: string): string[] => list.split(' ');

/** A label of `count` English words, or one Chinese term. */
export function label(random: Random, count: number, chinese: boolean): string {
  if (chinese) return random.pick(words(CHINESE));
  return [random.pick(words(ENGLISH)), ...Array.from({ length: count - 1 }, () => random.pick(words(LOWER)))].join(' ');
}

/** The lines of a column head. */
export function head(random: Random, lines: number, chinese: boolean): string[] {
  if (chinese) return lines > 1 ? [random.pick(words(CHINESE_HEADS)), '（万元）'] : [random.pick(words(CHINESE_HEADS))];
  return [random.pick(words(HEADS)), ...Array.from({ length: lines - 1 }, () => random.pick(words(LINES)))];
}

/** Prose of `count` words. */
export function sentence(random: Random, count: number): string[] {
  const all = words(PROSE);
  const start = random.int(0, all.length - 1);
  return Array.from({ length: count }, (_, i) => all[(start + i * 7) % all.length]!);
}
