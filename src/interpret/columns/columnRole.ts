import type { GridTable, Kind } from '../../model/index.js';
import { CLASSIFICATION_WORDS, type Classification, CODE_PIECES, MONEY_HEADER, ROLE_WORDS } from '../lexicon/headerWords.js';
import { SUBTOTAL_ROW, TOTAL_ROW } from '../lexicon/rowWords.js';
import { lookUp } from '../lexicon/word.js';
import type { ColumnRole } from '../reading.js';
import { fold } from '../text/fold.js';
import { labelParts } from '../text/numbering.js';
import { type ColumnProfile, leadingDigit } from './columnProfile.js';

/** Role, list and level of a column, before the amount columns are given a meaning. */
export interface ColumnKind {
  role: ColumnRole;
  classification: Classification | null;
  piece: number | null;
}

const CODE_HEADER = /编码|代码|编号|科目|(?:功能|经济)分类/;
const BY_DIGIT: Readonly<Record<string, Classification>> = {
  '1': 'revenue',
  '2': 'functional',
  '3': 'economic_department',
  '5': 'economic_government',
  A: 'procurement',
  B: 'procurement',
  C: 'procurement',
};

const FORMS: ReadonlySet<Kind> = new Set(['project_performance', 'overall_performance', 'institutions', 'form_list']);

/** The list that the codes of a column belong to: by its header, else by their first digit. */
function classify(path: readonly string[], profile: ColumnProfile): Classification | null {
  for (const word of path.toReversed()) {
    const named = lookUp(CLASSIFICATION_WORDS, word);
    if (named !== null) return named;
  }
  const digit = leadingDigit(profile);
  return digit === null ? null : (BY_DIGIT[digit] ?? null);
}

/** Whether the cells say so clearly that the column prints amounts that a header word such as 项目 does not count. */
function printsAmounts(profile: ColumnProfile): boolean {
  return profile.decimals > 0 && profile.decimals * 10 >= profile.filled * 6;
}

/** A part of a code as a column of 类, 款 or 项 prints it. */
const CODE_PART = /^\d{2,3}$/;

/** Whether a column headed 类, 款 or 项 prints parts of codes (302 | 13): a header such as 部门预算支出 above it then names no money. */
function printsCodeParts(table: GridTable, index: number): boolean {
  const printed = table.rows.map(({ texts }) => fold(texts[index] ?? '')).filter((text) => text !== '');
  return printed.length > 0 && printed.filter((text) => CODE_PART.test(text)).length * 10 >= printed.length * 9;
}

/**
 * What a body column is for: by its header words, corrected by what its cells print. `seen` tells whether an amount column stands before it. In
 * the tables of forms only columns about money print amounts; the rest are values of indicators.
 */
export function columnKind(table: GridTable, index: number, profile: ColumnProfile, seen: boolean, kind: Kind): ColumnKind {
  const found = kindByHeader(table, index, profile, seen);
  const header = fold((table.columns[index] ?? []).join('/'));
  return found.role === 'amount' && FORMS.has(kind) && !MONEY_HEADER.test(header)
    ? { role: 'text', classification: null, piece: null }
    : found;
}

/** The same for any table. */
function kindByHeader(table: GridTable, index: number, profile: ColumnProfile, seen: boolean): ColumnKind {
  const path = (table.columns[index] ?? []).map(fold).filter((word) => word !== '');
  const leaf = path.at(-1) ?? '';
  const piece = lookUp(CODE_PIECES, leaf);
  if (
    piece !== null &&
    (path.slice(0, -1).some((word) => CODE_HEADER.test(word)) || printsCodeParts(table, index)) &&
    !printsAmounts(profile)
  )
    return { role: 'code', classification: classify(path, profile), piece };
  const stated = lookUp(ROLE_WORDS, leaf) ?? (path.length > 1 && leaf === '' ? lookUp(ROLE_WORDS, path[0] ?? '') : null);
  if (printsAmounts(profile) && stated !== 'code' && stated !== 'ordinal') return { role: 'amount', classification: null, piece: null };
  if (stated === 'measure_unit' && !hasQuantity(table)) return { role: 'label', classification: 'unit', piece: null };
  if (stated !== null)
    return { role: stated, classification: stated === 'code' || stated === 'label' ? classify(path, profile) : null, piece: null };
  if (profile.words * 2 > profile.filled)
    return { role: seen && !printsSums(table, index) ? 'text' : 'label', classification: null, piece: null };
  return { role: 'amount', classification: null, piece: null };
}

/** Whether a column behind amounts prints 本年支出合计 or 支出总计: the labels of a further side, whatever its header calls them. */
function printsSums(table: GridTable, index: number): boolean {
  return table.rows.some(({ texts }) => {
    const name = labelParts(texts[index] ?? '').name;
    return SUBTOTAL_ROW.test(name) || TOTAL_ROW.test(name);
  });
}

/** Whether a column of the table counts things, so that 单位 names what is counted. */
function hasQuantity(table: GridTable): boolean {
  return table.columns.some((path) => /数量|单价/.test(fold(path.at(-1) ?? '')));
}
