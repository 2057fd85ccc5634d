import type { Block, Diagnostic, Page } from '../model/index.js';
import { ReadingBudget } from './budget.js';
import { diagnose } from './failure.js';
import { type ExtractOptions, limitsOf } from './options.js';

/** What a reader makes of bytes, before `extract` adds the hash and the media type. */
export interface Reading {
  title: string | null;
  /** Absent where the format has no pages. */
  pages?: Page[];
  blocks: Block[];
  diagnostics: Diagnostic[];
}

/** The state of one reading: limits, what was counted so far and what was noticed. One diagnostic a code and message is kept. */
export class ReadingContext {
  readonly budget: ReadingBudget;
  readonly diagnostics: Diagnostic[] = [];
  private readonly seen = new Set<string>();

  constructor(readonly options: ExtractOptions) {
    this.budget = new ReadingBudget(limitsOf(options));
  }

  /** Notes something the document does wrong. */
  note(...parts: Parameters<typeof diagnose>): void {
    const diagnostic = diagnose(...parts);
    const key = `${diagnostic.code}\u001f${diagnostic.message}\u001f${JSON.stringify(diagnostic.place)}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.diagnostics.push(diagnostic);
  }
}
