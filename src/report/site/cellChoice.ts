type Listener = (r: number, c: number, on: boolean) => void;

/** Which cell of a table is pointed at and which is chosen: what the grid, the page and the detail agree on. */
export class CellChoice {
  private readonly pointing: Listener[] = [];
  private readonly choosing: Listener[] = [];
  private pointed: readonly [number, number] | null = null;
  private chosen: readonly [number, number] | null = null;

  onPoint(listener: Listener): void {
    this.pointing.push(listener);
  }

  onChoose(listener: Listener): void {
    this.choosing.push(listener);
  }

  /** The cell under the pointer; none where it left. */
  point(cell: readonly [number, number] | null): void {
    if (same(cell, this.pointed)) return;
    tell(this.pointing, this.pointed, false);
    this.pointed = cell;
    tell(this.pointing, cell, true);
  }

  choose(r: number, c: number): void {
    if (same([r, c], this.chosen)) return;
    tell(this.choosing, this.chosen, false);
    this.chosen = [r, c];
    tell(this.choosing, this.chosen, true);
  }
}

function same(a: readonly [number, number] | null, b: readonly [number, number] | null): boolean {
  return a?.[0] === b?.[0] && a?.[1] === b?.[1];
}

function tell(listeners: readonly Listener[], cell: readonly [number, number] | null, on: boolean): void {
  if (cell !== null) for (const listener of listeners) listener(cell[0], cell[1], on);
}
