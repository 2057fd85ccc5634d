/** A printed amount, quantity or percentage: sign (△ is minus in accounts), brackets, currency mark and thousands separators allowed. */
const AMOUNT = /^[(（]?[-−–+△▲]?[¥￥]?(\d[\d,，]*([.．]\d+)?|[.．]\d+)[%％‰]?[)）]?$/u;
const PLAIN_OR_GROUPED = /^[(（]?[-−–]?(\d+|\d{1,3}(,\d{3})+)([.]\d+)?[%％]?[)）]?$/u;
const COMPLETE_WITH_DECIMALS = /\.\d{2,}[)）%％]?$/u;
const DIGIT_LIKE = /^[\d,.，．()（）%％+−–-]+$/u;
const DASH = /^[-—–－―─]{1,4}$/u;

/** Whether the text is one printed number (937.79, 16,410.71, -9,000.00, 24%). */
export function isNumber(text: string): boolean {
  return AMOUNT.test(text.replace(/\s+/gu, ''));
}

/** Whether the text is a number that only money, quantities or shares print: a decimal point, a separator, a sign, or a zero. */
export function isAmount(text: string): boolean {
  const compact = text.replace(/\s+/gu, '');
  return AMOUNT.test(compact) && (/[.．,，%％(（−–△▲-]/u.test(compact) || compact === '0');
}

/** Whether the text is one to four dashes, which print "no amount". */
export function isDash(text: string): boolean {
  return DASH.test(text.replace(/\s+/gu, ''));
}

/** Whether the text is a calendar year alone, as headers of comparisons print it. */
export function isYear(text: string): boolean {
  return /^(19|20)\d{2}$/u.test(text.trim());
}

/** Whether two consecutive lines are one number cut by the cell's width: `24995.9` + `4`. Two complete amounts are not. */
export function joinsAsNumber(before: string, after: string): boolean {
  if (!DIGIT_LIKE.test(before) || !DIGIT_LIKE.test(after)) return false;
  if (COMPLETE_WITH_DECIMALS.test(before) && /[.,]/u.test(after)) return false;
  return PLAIN_OR_GROUPED.test(before + after) || /[,.]$/u.test(before);
}
