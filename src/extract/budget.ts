import { UnreadableDocument } from './failure.js';
import type { ExtractLimits } from './options.js';

/** Counts the cells and blocks of one document and stops its reading when a limit is passed. */
export class ReadingBudget {
  private cells = 0;
  private blocks = 0;

  constructor(readonly limits: ExtractLimits) {}

  /** Takes `count` cells. Throws UnreadableDocument `too_large` when the document has too many. */
  takeCells(count: number): void {
    this.cells += count;
    if (this.cells > this.limits.maxCells)
      throw new UnreadableDocument(
        'too_large',
        `the document has more than ${this.limits.maxCells} table cells; raise the limit to read it`,
      );
  }

  /** Takes one block. Throws UnreadableDocument `too_large` when the document has too many. */
  takeBlock(): void {
    this.blocks += 1;
    if (this.blocks > this.limits.maxBlocks)
      throw new UnreadableDocument('too_large', `the document has more than ${this.limits.maxBlocks} blocks; raise the limit to read it`);
  }
}
