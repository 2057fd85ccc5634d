import type { GridCell, GridTable, Phase } from '../../model/index.js';
import { parsePrintedAmount } from '../amounts/printedAmount.js';
import { PHASE_WORDS } from '../lexicon/timeWords.js';
import { lookUp } from '../lexicon/word.js';
import { fold } from '../text/fold.js';

/** The longest head that names a phase: 全年预算数（A）. */
const MOST_HEAD = 12;

/** What stands over a cell of a sheet whose money is printed by phase: the head, and the phase it names (null under 分值, 执行率). */
export interface PhaseHead {
  head: GridCell;
  phase: Phase | null;
}

/** The phase a cell of a sheet names as a head, or null. */
function phaseOf(cell: GridCell): Phase | null {
  const text = fold(cell.text);
  return text.length <= MOST_HEAD && /数(\(.*\))?$/.test(text) ? lookUp(PHASE_WORDS, text) : null;
}

/**
 * The heads over the money of a sheet that prints it by phase (年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 of a self-evaluation), by `r,c` of the cells below: a row that names two
 * phases or more, down to the next row that prints words in one of its columns.
 */
export function phaseHeads(table: GridTable): ReadonlyMap<string, PhaseHead> {
  const heads = new Map<string, PhaseHead>();
  let open = new Map<number, PhaseHead>();
  const rows = Math.max(0, ...table.cells.map((cell) => cell.r + 1));
  for (let r = 0; r < rows; r += 1) {
    const cells = table.cells.filter((cell) => cell.r === r && cell.role === 'body' && fold(cell.text) !== '');
    const named = cells.filter((cell) => phaseOf(cell) !== null);
    const [first] = named;
    if (first !== undefined && new Set(named.map(phaseOf)).size > 1) {
      open = new Map(cells.filter((cell) => cell.c >= first.c).map((head) => [head.c, { head, phase: phaseOf(head) }]));
      continue;
    }
    if (cells.some((cell) => open.has(cell.c) && parsePrintedAmount(cell.text).kind === 'text')) open = new Map();
    for (const cell of cells) {
      const over = open.get(cell.c);
      if (over !== undefined) heads.set(`${r},${cell.c}`, over);
    }
  }
  return heads;
}
