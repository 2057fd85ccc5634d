import type { Rule } from '../rule.js';
import { amountColumn } from './amountColumn.js';
import { appropriationColumn } from './appropriationColumn.js';
import { basicColumns } from './basicColumns.js';
import { basicTotal } from './basicTotal.js';
import { basicWithinTotal } from './basicWithinTotal.js';
import { blankTotals } from './blankTotals.js';
import { bodyRows } from './bodyRows.js';
import { changeColumns } from './changeColumns.js';
import { codeLevels } from './codeLevels.js';
import { codeName } from './codeName.js';
import { codeSums } from './codeSums.js';
import { columnNumbering } from './columnNumbering.js';
import { columnSets } from './columnSets.js';
import { unitInDepartment, unitsMakeDepartment } from './departmentUnits.js';
import { fundingSides } from './fundingSides.js';
import { fundingWithinRevenue } from './fundingWithinRevenue.js';
import { grandTotal } from './grandTotal.js';
import { gridGaps } from './gridGaps.js';
import { hierarchySum } from './hierarchySum.js';
import { leafTotal } from './leafTotal.js';
import { ofWhich } from './ofWhich.js';
import { overallSheet } from './overallSheet.js';
import { partOfAllMoney } from './partOfAllMoney.js';
import { personnelColumns } from './personnelColumns.js';
import { plausibleAmounts } from './plausibleAmounts.js';
import { projectInList } from './projectInList.js';
import { projectSheets } from './projectSheets.js';
import { proseAgainstTable, proseAgainstTableOfAnnex } from './proseAgainstTable.js';
import { proseByFunction } from './proseByFunction.js';
import { proseWithinItself } from './proseWithinItself.js';
import { revenueEqualsExpenditure } from './revenueEqualsExpenditure.js';
import { revenueNames } from './revenueNames.js';
import { revenueSources } from './revenueSources.js';
import { rowNumbering } from './rowNumbering.js';
import { rowParts } from './rowParts.js';
import { sameFigure, sameFigureAcrossDocuments } from './sameFigure.js';
import { sheetBudget } from './sheetBudget.js';
import { summarySides } from './summarySides.js';
import { threePublic } from './threePublic.js';
import { threePublicCoversBasic } from './threePublicCoversBasic.js';
import { titleContent } from './titleContent.js';
import { totalColumn } from './totalColumn.js';
import { totalComposition } from './totalComposition.js';
import { totalRow } from './totalRow.js';
import { unitRows } from './unitRows.js';
import { wordColumns } from './wordColumns.js';
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
  basicColumns,
  sameFigure,
  grandTotal,
  codeSums,
  unitRows,
  revenueSources,
  revenueNames,
  fundingSides,
  fundingWithinRevenue,
  partOfAllMoney,
  basicWithinTotal,
  blankTotals,
  ofWhich,
  overallSheet,
  threePublicCoversBasic,
  projectSheets,
  projectInList,
  proseAgainstTable,
  proseByFunction,
  proseWithinItself,
  codeName,
  codeLevels,
  totalRow,
  bodyRows,
  totalColumn,
  columnSets,
  personnelColumns,
  amountColumn,
  appropriationColumn,
  wordColumns,
  columnNumbering,
  rowNumbering,
  gridGaps,
  summarySides,
  sheetBudget,
  titleContent,
  plausibleAmounts,
  sameFigureAcrossDocuments,
  proseAgainstTableOfAnnex,
  yearOnYear,
  unitInDepartment,
  unitsMakeDepartment,
];
