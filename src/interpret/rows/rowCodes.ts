import type { GridCell, GridTable } from '../../model/index.js';
import type { Classification } from '../lexicon/headerWords.js';
import type { Block, CodeReading, ColumnReading } from '../reading.js';
import { fold } from '../text/fold.js';
import { bareCode, classificationByShape, hasShape, splitCodeAndName } from './printedCode.js';
import { rowText } from './rowCells.js';

const HAN = /[\u4e00-\u9fff]/;

/** Header of the names of codes. */
const NAME_HEADER = /^(科目|名称)|科目名称/;
/** Code of a budget unit in front of its name: three digits a level. */
const UNIT_CODE = /^(\d{3}){1,4}$/;

/** The codes printed so far for each list in a block, from which a row that prints only its own level takes the levels above. */
export type CodeMemory = Map<Classification, string>;

/** Digits of the levels above `piece` of the code before: 类 has three digits, each level below two. */
function inheritedDigits(before: string | undefined, piece: number): string {
  return before ? before.slice(0, piece === 0 ? 0 : 3 + 2 * (piece - 1)) : '';
}

/** A code printed in pieces over several columns (201 | 05 | 07); levels left blank above the first printed one come from the rows before. */
function joinPieces(texts: readonly string[], before: string | undefined): { code: string; printed: string; inherited: boolean } | null {
  const pieces = texts.map(bareCode);
  const first = pieces.findIndex((piece) => piece !== '');
  if (first < 0 || pieces.some((piece) => piece !== '' && !/^[\dA-C]+$/.test(piece))) return null;
  const printed = texts
    .filter((text) => fold(text) !== '')
    .map(fold)
    .join(' ');
  const last = pieces.findLast((piece) => piece !== '') ?? '';
  if (last.length >= 5 || (first > 0 && last.length === 3)) return { code: last, printed, inherited: false };
  const own = pieces.slice(first).join('');
  return first === 0 ? { code: own, printed, inherited: false } : { code: inheritedDigits(before, first) + own, printed, inherited: true };
}

/** Groups the code columns of a block that hold one code: pieces together, a whole code alone. */
function codeGroups(columns: readonly ColumnReading[]): ColumnReading[][] {
  const groups: ColumnReading[][] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    const goesOn = last && column.piece !== null && column.piece > 0 && last.at(-1)?.piece === column.piece - 1;
    if (goesOn) last.push(column);
    else groups.push([column]);
  }
  return groups;
}

/** The printed name that belongs to a code: in the label column of the same list, else in the column of names right behind the code. */
function nameBeside(block: Block, group: readonly ColumnReading[], textOf: (column: ColumnReading) => string): string | null {
  const [first] = group;
  const last = group.at(-1);
  const same = block.labels.find((label) => label.classification === first?.classification && label.classification !== null);
  const behind = block.labels.find(
    (label) => last && label.index === last.index + 1 && label.classification === null && NAME_HEADER.test(fold(label.path.at(-1) ?? '')),
  );
  const column = same ?? behind;
  const text = column ? textOf(column) : '';
  return HAN.test(text) ? (splitCodeAndName(text)?.name ?? text) : null;
}

/**
 * Reads the codes that a row prints: in code columns (whole or in pieces) and in front of names in label columns. Codes of the row before
 * complete those of which only the own level is printed (`inherited`). Adds what it finds to `memory`.
 */
export function readPrintedCodes(
  table: GridTable,
  bySlot: ReadonlyMap<string, GridCell>,
  rowIndex: number,
  block: Block,
  memory: CodeMemory,
): Map<Classification, CodeReading> {
  const codes = new Map<Classification, CodeReading>();
  const textOf = (column: ColumnReading) => rowText(table, bySlot, rowIndex, column).text;
  const add = (reading: CodeReading) => {
    if (codes.has(reading.classification)) return;
    codes.set(reading.classification, reading);
    memory.set(reading.classification, reading.code);
  };
  for (const group of codeGroups(block.codes)) {
    const [first] = group;
    if (!first) continue;
    const split = group.length === 1 ? splitCodeAndName(textOf(first)) : null;
    const joined = split
      ? { code: split.code, printed: split.code, inherited: false }
      : joinPieces(group.map(textOf), first.classification ? memory.get(first.classification) : undefined);
    if (!joined || joined.code === '') continue;
    const classification = first.classification ?? classificationByShape(joined.code);
    if (classification === null || !hasShape(classification, joined.code)) continue;
    const name = split?.name ?? nameBeside(block, group, textOf);
    const origin = joined.inherited ? 'inherited' : 'printed';
    add({ classification, code: joined.code, printed: joined.printed, name, origin, score: null, runnerUp: null });
  }
  for (const label of block.labels) {
    const split = splitCodeAndName(textOf(label));
    if (!split) continue;
    const stated = label.classification === 'unit' ? null : label.classification;
    const classification = stated ?? (label.classification === 'unit' ? 'unit' : classificationByShape(split.code));
    if (classification === null || !hasShape(classification, split.code)) continue;
    if (classification === 'unit' && !UNIT_CODE.test(split.code)) continue;
    add({ classification, code: split.code, printed: split.code, name: split.name, origin: 'printed', score: null, runnerUp: null });
  }
  return codes;
}
