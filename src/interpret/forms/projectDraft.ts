import type { GridCell } from '../../model/index.js';
import { readYuan } from './amountCell.js';
import { cellText } from './gridView.js';
import type { SheetField } from './labels.js';

/** An amount of a sheet: yuan, where it is printed, and how well its label fits. */
export interface DraftAmount {
  yuan: string | null;
  cell: GridCell;
  tableIndex: number;
  priority: number;
}
/** One indicator row: texts by column and the cell that places it. */
export interface DraftIndicator {
  texts: Readonly<Partial<Record<string, string>>>;
  cell: GridCell;
  tableIndex: number;
}
export interface DraftSchedule {
  by: string;
  printed: string;
  cell: GridCell;
  tableIndex: number;
}

/** A project's or department's performance sheet while it is being read. */
export interface ProjectDraft {
  tableIndex: number;
  /** Whether it is the whole department's sheet. */
  overall: boolean;
  first: GridCell;
  codeCell: GridCell | null;
  code: string | null;
  name: string | null;
  /** Whether the sheet prints the label of the name; without a name beside it the sheet is a blank form. */
  asksName: boolean;
  department: string | null;
  title: string | null;
  purpose: string[];
  goals: { text: string; priority: number }[];
  amounts: Partial<Record<'budget' | 'fiscal' | 'other', DraftAmount>>;
  schedule: DraftSchedule[];
  indicators: DraftIndicator[];
}

/** A sheet of which nothing is read yet. */
export function newDraft(tableIndex: number, first: GridCell, title: string | null, overall = false): ProjectDraft {
  return {
    tableIndex,
    overall,
    first,
    codeCell: null,
    code: null,
    name: null,
    asksName: false,
    department: null,
    title,
    purpose: [],
    goals: [],
    amounts: {},
    schedule: [],
    indicators: [],
  };
}

/** Puts a value into a sheet under the field of its label. */
export function assignField(
  draft: ProjectDraft,
  field: SheetField,
  priority: number,
  cell: GridCell,
  tableIndex: number,
  unit: string | null,
): void {
  const text = cellText(cell);
  if (field === 'name') draft.asksName = true;
  if (text === '') return;
  if (field === 'code') {
    draft.code = text;
    draft.codeCell = cell;
  } else if (field === 'name') draft.name = text;
  else if (field === 'department') draft.department = text;
  else if (field === 'purpose') draft.purpose.push(text);
  else if (field === 'goals') draft.goals.push({ text: cell.text, priority });
  else if (field === 'budget' || field === 'fiscal' || field === 'other') {
    const before = draft.amounts[field];
    if (before !== undefined && before.priority > priority) return;
    draft.amounts[field] = { yuan: readYuan(text, unit), cell, tableIndex, priority };
  }
}

const GOAL_START = /(?=(?<![\d.])(?:\d{1,2}[.、．](?!\d)|[（(]\d{1,2}[）)]|目标\d{1,2}[:：]|[①-⑩]))/;

/** The goals of a sheet, one item a printed line or numbered goal; of several goal fields those with the highest priority. */
export function goalLines(draft: ProjectDraft): string[] {
  const highest = Math.max(...draft.goals.map((goal) => goal.priority));
  return draft.goals
    .filter((goal) => goal.priority === highest)
    .flatMap((goal) => goal.text.split(/\r?\n/))
    .flatMap((line) => line.split(GOAL_START))
    .map((line) => line.replace(/[\s\u3000]+/g, ' ').trim())
    .filter((line) => line !== '');
}
