import { type DecimalText, toDecimal, toDecimalText } from '../../model/index.js';

/** A printed amount of money (`value` in yuan) or percentage (`value` in percent) with its offsets in the text. */
export interface Mention {
  kind: 'money' | 'percent';
  start: number;
  end: number;
  printed: string;
  value: DecimalText;
  /** Half of the last printed digit, in yuan (money) or percent. */
  rounding: DecimalText;
}

/** Yuan of one printed unit. */
const UNITS: Readonly<Record<string, string>> = { 亿元: '100000000', 百万元: '1000000', 万元: '10000', 万: '10000', 千元: '1000', 元: '1' };
const MENTION =
  /(?<![\d.A-Za-z]|\d[,，])([-－−]?)(\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d+)?)\s?(亿元|百万元|万元|千元|元|万(?=[，。；、（(）)用]|$)|[%％])/g;
/** After an amount: what makes it a threshold (20万元以上) or a rate (30元/月). */
const NOT_AN_AMOUNT_AFTER = /^(?:[（(]含[^）)]{0,4}[）)])?(?:及)?(?:以上|以下|以内|及以上)|^\s?[/／]|^每/;
/** Before an amount: what makes it a rate or a price limit. */
const NOT_AN_AMOUNT_BEFORE = /(?:每[人天月年次辆平册台名户亩](?:[每人天月年次]*)(?:补助|补贴)?|单价在?|单位价值在?)$/;

/** The amounts of money and percentages of a text in order. Thresholds (单价20万元以上) and rates (30元/月) are no amounts. */
export function readMentions(text: string): Mention[] {
  const mentions: Mention[] = [];
  for (const match of text.matchAll(MENTION)) {
    const [printed, sign = '', digits = '', unit = ''] = match;
    const start = match.index;
    const end = start + printed.length;
    if (NOT_AN_AMOUNT_AFTER.test(text.slice(end)) || NOT_AN_AMOUNT_BEFORE.test(text.slice(0, start))) continue;
    const factor = UNITS[unit];
    const number = toDecimal(digits.replace(/[,，]/g, '')).times(factor ?? 1);
    const decimals = digits.split('.')[1]?.length ?? 0;
    mentions.push({
      kind: factor === undefined ? 'percent' : 'money',
      start,
      end,
      printed,
      value: toDecimalText(sign === '' ? number : number.negated()),
      rounding: toDecimalText(
        toDecimal('0.5')
          .times(toDecimal('10').pow(-decimals))
          .times(factor ?? 1),
      ),
    });
  }
  return mentions;
}
