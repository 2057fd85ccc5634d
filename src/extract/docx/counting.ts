const DIGITS = '〇一二三四五六七八九';
const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

/** A positive number in Chinese counting words (十二, 一百零三), with the digits and units given. */
function chinese(value: number, digits: string, units: readonly string[], bareTen: boolean): string {
  if (value >= 10_000) return String(value);
  let out = '';
  let gap = false;
  for (let power = 3; power >= 0; power -= 1) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) gap = out !== '';
    else {
      if (gap) out += '零';
      gap = false;
      out += bareTen && out === '' && power === 1 && digit === 1 ? units[1] : `${digits[digit]}${units[power]}`;
    }
  }
  return out === '' ? digits[0]! : out;
}

/** A number letter by letter: 27 → aa, as Word counts (a ... z, aa, bb). */
function letters(value: number, first: number): string {
  const repeat = Math.floor((value - 1) / 26) + 1;
  return String.fromCharCode(first + ((value - 1) % 26)).repeat(Math.min(repeat, 20));
}

/** A positive number below 4000 in Roman numerals. */
function roman(value: number): string {
  if (value >= 4000) return String(value);
  const steps: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  let out = '';
  for (const [worth, sign] of steps) {
    out += sign.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return out;
}

/** The sign at a 1-based place of a series, or the plain number beyond its end. */
function series(signs: string): (value: number) => string {
  return (value) => [...signs][value - 1] ?? String(value);
}

const counting = (value: number) => chinese(value, DIGITS, ['', '十', '百', '千'], true);
const legal = (value: number) => chinese(value, LEGAL_DIGITS, ['', '拾', '佰', '仟'], false);
const circled = series('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳');
const fullWidth = (value: number) => String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** How Word's number formats (ST_NumberFormat) print a positive number. */
const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalHalfWidth: String,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: series('⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛'),
  decimalEnclosedParen: series('⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇'),
  ordinal: (value) => `${value}.`,
  chineseCounting: counting,
  chineseCountingThousand: counting,
  japaneseCounting: counting,
  taiwaneseCounting: counting,
  taiwaneseCountingThousand: counting,
  ideographDigital: (value) => String(value).replace(/\d/g, (digit) => DIGITS[Number(digit)]!),
  japaneseDigitalTenThousand: counting,
  taiwaneseDigital: (value) => String(value).replace(/\d/g, (digit) => DIGITS[Number(digit)]!),
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  japaneseLegal: legal,
  ideographTraditional: series(STEMS),
  ideographZodiac: series(BRANCHES),
  ideographEnclosedCircle: series('㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉'),
  upperLetter: (value) => letters(value, 65),
  lowerLetter: (value) => letters(value, 97),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
};

/** How a number format of Word prints `value`; zero and less, and unknown formats, as plain digits. */
export function formatNumber(value: number, format: string): string {
  return value > 0 ? (FORMATS[format] ?? String)(value) : String(value);
}

/** True for formats that print no number: bullets and nothing. */
export function isUnnumbered(format: string): boolean {
  return format === 'bullet' || format === 'none';
}
