import type { GridCell } from '../../model/index.js';
import { readNumber, unitIn } from './amountCell.js';
import { cellText, type GridView } from './gridView.js';
import { type IndicatorHeader, readIndicatorHeader, readIndicatorRow } from './indicatorTable.js';
import { groupField, LEVEL1_NAMES, labelIn, type SheetField, sheetField } from './labels.js';
import { assignField, newDraft, type ProjectDraft } from './projectDraft.js';

const MONTH = /^(?:截至)?(?:\d{1,2}月(?:底|末|份)?|[一二三四1-4]季度末?|年底|上半年|下半年|全年)$/;
/** Headers over amounts that other labels name. */
const TOTAL_LABEL = /^(?:合计|小计|总计|(?:预算)?金额)(?:[（(].*[）)])?$/;

/** The label of the row that sums a list of tasks. */
const SUM_LABEL = /^(?:金额|资金|预算)?(?:合计|总计|总额)$/;

/** Labels printed above their values. */
interface Above {
  field: SheetField;
  priority: number;
  cell: GridCell;
  unit: string | null;
}

/** A cell as a label: its field, and the value printed behind a colon (项目名称：…), or null for a label alone. */
interface Labelled {
  cell: GridCell;
  label: { field: SheetField; priority: number } | null;
  inline: string | null;
}

/** Reads a cell as a label. */
function readLabel(cell: GridCell): Labelled {
  const found = labelIn(cell.text);
  return { cell, label: found, inline: found?.inline ?? null };
}

/**
 * Reads sheets that print one project (or department) as labels with values beside or under them, followed by its indicators, from grids in order. A
 * grid that starts with indicators goes on with the sheet before it; a second project name or code starts another sheet.
 */
export class SheetReader {
  constructor(private readonly drafts: ProjectDraft[]) {}

  private header: IndicatorHeader | null = null;
  private above: Above[] = [];
  private tableIndex = 0;
  private overall = false;
  private view: GridView | null = null;

  /** Reads one grid; `follows` says that it goes on with the sheet read last, `overall` that it is the whole department's. */
  read(view: GridView, tableIndex: number, follows: boolean, overall: boolean): void {
    this.overall = overall;
    this.tableIndex = tableIndex;
    this.view = view;
    this.above = [];
    if (!follows) this.header = null;
    let fresh = !follows;
    for (let r = 0; r < view.rows; r += 1) {
      const header = readIndicatorHeader(view, r);
      const first = view.row(r)[0];
      if (header !== null) {
        if (this.drafts.length === 0 || fresh) this.start(first);
        this.header = header;
        r = header.firstRow - 1;
      } else if (first !== undefined) {
        fresh = this.readRow(view, r, fresh);
        continue;
      }
      fresh = false;
    }
  }

  /** Reads a row that is no indicator header; gives whether the grid still has started no sheet. */
  private readRow(view: GridView, r: number, fresh: boolean): boolean {
    const cells = view.row(r);
    const labelled = cells.map(readLabel);
    const draft = this.drafts.at(-1);
    if (this.header !== null && draft !== undefined && !fresh && !this.endsIndicators(labelled)) {
      const indicator = readIndicatorRow(view, r, this.header, this.tableIndex, draft.indicators.at(-1));
      if (indicator !== null) draft.indicators.push(indicator);
      return false;
    }
    if (labelled.some(({ label }) => label !== null && label.field !== 'ignored')) {
      if (fresh || this.repeats(labelled)) this.start(cells[0]);
      this.header = null;
      this.readFields(view, r, labelled);
      return false;
    }
    if (fresh || draft === undefined) return fresh;
    this.readUnlabelled(view, r, cells, draft);
    return false;
  }

  /** Whether a row under an indicator header is none of its rows: a label stands left of the indicators or the row starts a sheet. */
  private endsIndicators(labelled: readonly Labelled[]): boolean {
    const first = labelled[0];
    if (first === undefined || first.label === null) return false;
    return (
      first.label.field === 'name' ||
      first.label.field === 'code' ||
      labelled.length <= 2 ||
      first.cell.c < Math.min(...(this.header?.columns.values() ?? [0]))
    );
  }

  private start(first: GridCell | undefined): void {
    const view = this.view;
    if (first === undefined || view === null) return;
    this.drafts.push(newDraft(this.tableIndex, first, titleAbove(view, first.r) ?? view.grid.title, this.overall));
    this.header = null;
    this.above = [];
  }

  /** Whether a row names a project while the sheet has that field already. */
  private repeats(labelled: readonly Labelled[]): boolean {
    const draft = this.drafts.at(-1);
    if (draft === undefined) return true;
    const fields = labelled.map(({ label }) => label?.field);
    return (
      (fields.includes('code') && draft.code !== null) ||
      (fields.includes('name') && draft.name !== null) ||
      (draft.indicators.length > 0 && (fields.includes('budget') || (fields.includes('department') && draft.department !== null)))
    );
  }

  /** Reads the labels of a row with the values beside them; labels without one wait for a value below. */
  private readFields(view: GridView, r: number, labelled: readonly Labelled[]): void {
    const draft = this.drafts.at(-1);
    if (draft === undefined) return;
    const group = view.groupOf(r);
    const waiting: Above[] = [];
    for (let index = 0; index < labelled.length; index += 1) {
      const item = labelled[index];
      if (item === undefined) continue;
      const next = labelled[index + 1];
      const unit = unitIn(cellText(item.cell)) ?? unitIn(cellText(group)) ?? this.groupUnit(labelled) ?? unitIn(view.grid.unit);
      if (item.label === null) {
        const held = this.above.find(({ cell }) => cell.c === item.cell.c);
        if (held !== undefined) assignField(draft, held.field, held.priority, item.cell, this.tableIndex, held.unit);
        continue;
      }
      // Under a label that waits for its value, a label is only a part of it: 财政拨款 over 合计 | 基本支出 | 项目支出.
      if (this.above.some(({ cell }) => cell.c <= item.cell.c && item.cell.c < cell.c + cell.cs)) continue;
      if (item.inline !== null) {
        assignField(draft, item.label.field, item.label.priority, { ...item.cell, text: item.inline }, this.tableIndex, unit);
        continue;
      }
      // A label over several rows at the left, beside other labels, only groups them.
      const groups = index === 0 && group === null && next !== undefined && next.label !== null && item.cell.rs > 1;
      if (item.label.field === 'schedule' || groups) continue;
      if (next !== undefined && next.label === null && !TOTAL_LABEL.test(cellText(next.cell)) && !MONTH.test(cellText(next.cell))) {
        assignField(draft, item.label.field, item.label.priority, next.cell, this.tableIndex, unit);
        index += 1;
      } else if (!TOTAL_LABEL.test(cellText(item.cell))) {
        waiting.push({ ...item.label, cell: item.cell, unit });
      }
    }
    this.above.push(...waiting);
    const schedule = labelled.find(({ label }) => label?.field === 'schedule');
    if (schedule !== undefined) this.readSchedule(view, r, draft);
  }

  /** The unit that the label of a group starting in this row names: 专项资金情况（万元）. */
  private groupUnit(labelled: readonly Labelled[]): string | null {
    const first = labelled[0];
    return first === undefined ? null : unitIn(cellText(first.cell));
  }

  /** Reads the cells of a row without labels: values under labels above, or of the group they stand in. */
  private readUnlabelled(view: GridView, r: number, cells: readonly GridCell[], draft: ProjectDraft): void {
    const group = view.groupOf(r);
    const field = group === null ? null : groupField(cellText(group));
    // A row that names something else (a task) prints its money; the sheet's stands alone or beside 合计.
    const listed = cells.map(cellText).some((text) => text !== '' && readNumber(text) === null && !SUM_LABEL.test(text));
    for (const cell of cells) {
      const text = cellText(cell);
      if (text === '' || MONTH.test(text) || (listed && readNumber(text) !== null)) continue;
      const held = this.above.find((label) => label.cell.c <= cell.c && cell.c < label.cell.c + label.cell.cs);
      const first = held !== undefined && (cell.c === held.cell.c || held.field === 'goals');
      if (held !== undefined && first && !TOTAL_LABEL.test(text))
        assignField(
          draft,
          held.field,
          held.priority,
          cell,
          this.tableIndex,
          held.unit ?? unitIn(cellText(group)) ?? unitIn(view.grid.unit),
        );
      else if (
        held === undefined &&
        field !== null &&
        sheetField(text) === null &&
        ['goals', 'purpose'].includes(field) &&
        readNumber(text) === null
      )
        assignField(draft, field, 1, cell, this.tableIndex, null);
    }
    if (!listed && cells.some((cell) => readNumber(cellText(cell)) !== null)) this.above = [];
  }

  /** Reads 3月底 | 6月底 … and the percentages below. */
  private readSchedule(view: GridView, r: number, draft: ProjectDraft): void {
    for (const month of view.row(r)) {
      const by = cellText(month);
      if (!MONTH.test(by)) continue;
      const value = view.at(r + month.rs, month.c);
      if (value !== null && cellText(value) !== '')
        draft.schedule.push({ by, printed: cellText(value), cell: value, tableIndex: this.tableIndex });
    }
  }
}

/** The title that a sheet prints in a row of its own over the row where it starts. */
function titleAbove(view: GridView, r: number): string | null {
  const above = view.row(r - 1);
  const [first] = above;
  return first !== undefined && above.length === 1 && first.cs >= view.columns - 1 && /绩效/.test(first.text) ? cellText(first) : null;
}

/** Whether a grid starts with indicators and names no project: the second part of a sheet. */
export function goesOn(view: GridView): boolean {
  for (let r = 0; r < Math.min(view.rows, 3); r += 1) {
    if (readIndicatorHeader(view, r) !== null) return true;
    const texts = view.row(r).map((cell) => cellText(cell));
    if (texts.some((text) => sheetField(text) !== null && sheetField(text)?.field !== 'ignored')) return false;
    if (texts.slice(0, 2).some((text) => LEVEL1_NAMES.test(text))) return true;
  }
  return false;
}
