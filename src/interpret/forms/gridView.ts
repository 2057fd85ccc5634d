import { type GridCell, type GridTable, remembered } from '../../model/index.js';

/** A printed grid by coordinates: what covers a position, and what starts in a row. Repeated header rows are left out. */
export class GridView {
  readonly rows: number;
  readonly columns: number;
  private readonly covering = new Map<string, GridCell>();
  private readonly starting = new Map<number, GridCell[]>();

  constructor(readonly grid: GridTable) {
    const cells = grid.cells.filter((cell) => cell.repeat !== true);
    this.rows = cells.reduce((most, cell) => Math.max(most, cell.r + cell.rs), 0);
    this.columns = cells.reduce((most, cell) => Math.max(most, cell.c + cell.cs), 0);
    for (const cell of cells) {
      const row = this.starting.get(cell.r) ?? [];
      row.push(cell);
      this.starting.set(cell.r, row);
      for (let r = cell.r; r < cell.r + cell.rs; r += 1)
        for (let c = cell.c; c < cell.c + cell.cs; c += 1) this.covering.set(`${r},${c}`, cell);
    }
    for (const row of this.starting.values()) row.sort((a, b) => a.c - b.c);
  }

  /** The cell that covers a position, or null. */
  at(r: number, c: number): GridCell | null {
    return this.covering.get(`${r},${c}`) ?? null;
  }

  /** The cells that start in a row, from left to right. */
  row(r: number): readonly GridCell[] {
    return this.starting.get(r) ?? [];
  }

  /** The nearest cell that starts in a row above and still covers the left of this row, or null: the label of a group of rows. */
  groupOf(r: number): GridCell | null {
    const first = this.row(r)[0]?.c ?? this.columns;
    for (let c = first - 1; c >= 0; c -= 1) {
      const cell = this.at(r, c);
      if (cell !== null && cell.r < r) return cell;
    }
    return null;
  }
}

/** A cell's text without layout blanks; blanks between Latin words are kept once. */
export function cellText(cell: GridCell | null | undefined): string {
  return compactText(cell?.text ?? '');
}

/** A text without layout blanks and line breaks; a blank is kept (once) only between two Latin words. */
export const compactText = remembered((text) =>
  text
    .replace(/(?<=[A-Za-z0-9])[\s\u00a0\u3000]+(?=[A-Za-z0-9])/g, ' ')
    .replace(/(?<![A-Za-z0-9])[\s\u00a0\u3000]+|[\s\u00a0\u3000]+(?![A-Za-z0-9])/g, '')
    .trim(),
);
