import { digit, neighbours } from './amountMutations.js';
import { droppedColumn, droppedRow, shiftedColumn } from './gridMutations.js';
import type { Mutation } from './mutation.js';
import { exchangedUnit, scaledDocument, scaledTable } from './scaleMutations.js';
import { swappedTitles } from './titleMutations.js';

/** Every way in which a document can be read wrong here, by name. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  digit,
  neighbours,
  'dropped row': droppedRow,
  'dropped column': droppedColumn,
  'shifted column': shiftedColumn,
  'scaled table': scaledTable,
  'scaled document': scaledDocument,
  'exchanged unit': exchangedUnit,
  'swapped titles': swappedTitles,
};
