import type { Codebook } from '../../codebook/index.js';
import { ORGANIZATION } from '../lexicon/rowWords.js';
import { fold, withoutTrailingBrackets } from '../text/fold.js';
import { tight } from './printedFacts.js';

const BEFORE = /^([:：、.·]|附件?[\d一二三四五六七八九十]*[:：、.]?|关于|公开|\d{3,9}(?=[\u4e00-\u9fff])|[-—_·•]+)/;
const BEHIND = /([（(](汇总|部门|单位|盖章|公章)[)）]|(的|部门|单位|综合|年度|信息公开))$/;
const DIVISION = /^([\u4e00-\u9fff]{2,12}?(省|自治区|市|州|盟|地区|县|区|旗))+$/;

/**
 * A printed name of an organization without code, attachment number and what follows it in a title; null where it names none. In a `trusted`
 * place (部门：…) any name counts, elsewhere only one that ends like an organization's.
 */
export function organizationName(text: string, trusted = false): string | null {
  let name = tight(text);
  for (let round = 0; round < 3; round += 1) name = name.replace(BEFORE, '').replace(BEHIND, '');
  const folded = fold(name);
  if (folded.length < 4 || folded.length > 50 || DIVISION.test(folded) || /[。;；,，]/.test(name)) return null;
  if (trusted) return name;
  return ORGANIZATION.test(withoutTrailingBrackets(folded)) || ORGANIZATION.test(folded) ? name : null;
}

/** The code printed in front of a name (`434保定市…`), or null. */
export function codeBefore(text: string): string | null {
  return /^(\d{3,9})(?=[\u4e00-\u9fff])/.exec(tight(text))?.[1] ?? null;
}

const PARTY = /^(中共|中国共产党)/;

/** GB/T 2260 code of the division that the name begins with, or null. */
export function divisionOf(name: string, year: number | null, codebook: Codebook): string | null {
  return codebook.divisionByName(name.replace(PARTY, ''), year)?.code ?? null;
}
