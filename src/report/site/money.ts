/** The units in which pages show money; yuan are exact. */
export type MoneyUnit = 'wan' | 'yuan';

/** A plain decimal text with the point moved to the left. */
function shifted(text: string, places: number): string {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  const digits = whole.padStart(places + 1, '0');
  return `${sign}${digits.slice(0, digits.length - places)}.${digits.slice(digits.length - places)}${fraction}`;
}

/** A decimal text rounded half up to two places, thousands grouped. */
function rounded(text: string): string {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  const cents = BigInt(`${whole}${fraction.padEnd(3, '0').slice(0, 2)}`) + (Number(fraction.padEnd(3, '0')[2]) >= 5 ? 1n : 0n);
  const padded = cents.toString().padStart(3, '0');
  return `${cents === 0n ? '' : sign}${grouped(padded.slice(0, -2))}.${padded.slice(-2)}`;
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Money as shown: 万元 with two places, or yuan exactly. */
export function shown(yuan: string, unit: MoneyUnit): string {
  return unit === 'wan' ? rounded(shifted(yuan, 4)) : exactly(yuan);
}

/** Yuan exactly, thousands grouped. */
export function exactly(yuan: string): string {
  const [whole = '', fraction] = yuan.split('.');
  const sign = whole.startsWith('-') ? '-' : '';
  return `${sign}${grouped(whole.slice(sign.length))}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** A plain decimal (no separators, no zeros at the end) of what a person typed; null where it is no number. */
export function plainDecimal(typed: string): string | null {
  const match = /^([-−]?)(\d+)(?:\.(\d+))?$/.exec(typed.trim().replace(/[,，\s]/g, ''));
  if (match === null) return null;
  const [, sign, whole = '0', fraction = ''] = match;
  const digits = whole.replace(/^0+(?=\d)/, '');
  const places = fraction.replace(/0+$/, '');
  const number = places === '' ? digits : `${digits}.${places}`;
  return number === '0' || sign === '' ? number : `-${number}`;
}
