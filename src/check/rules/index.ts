import type { Rule } from '../rule.js';
import { basicTotal } from './basicTotal.js';
import { changeColumns } from './changeColumns.js';
import { codeName } from './codeName.js';
import { grandTotal } from './grandTotal.js';
import { hierarchySum } from './hierarchySum.js';
import { leafTotal } from './leafTotal.js';
import { projectInList } from './projectInList.js';
import { projectSheets } from './projectSheets.js';
import { proseAgainstTable, proseAgainstTableOfAnnex } from './proseAgainstTable.js';
import { proseWithinItself } from './proseWithinItself.js';
import { revenueEqualsExpenditure } from './revenueEqualsExpenditure.js';
import { rowParts } from './rowParts.js';
import { sameFigure, sameFigureAcrossDocuments } from './sameFigure.js';
import { threePublic } from './threePublic.js';
import { threePublicCoversBasic } from './threePublicCoversBasic.js';
import { totalComposition } from './totalComposition.js';
import { yearOnYear } from './yearOnYear.js';

/** Every rule. Of rules that find the same identity the first one names it. */
export const RULES: readonly Rule[] = [
  threePublic,
  hierarchySum,
  totalComposition,
  leafTotal,
  rowParts,
  changeColumns,
  revenueEqualsExpenditure,
  basicTotal,
  sameFigure,
  grandTotal,
  threePublicCoversBasic,
  projectSheets,
  projectInList,
  proseAgainstTable,
  proseWithinItself,
  codeName,
  sameFigureAcrossDocuments,
  proseAgainstTableOfAnnex,
  yearOnYear,
];
