import type { Correction } from '../../model/published/corrections.js';
import { correctionsCsv } from './correctionsCsv.js';
import { remember, remembered } from './settings.js';

const AUTHOR = 'fiscus.author';

/** A reviewer’s decisions that are not published yet, kept in the browser by dataset. */
export class Decisions {
  private list: Correction[];

  constructor(
    private readonly key: string,
    /** Those that the dataset has already: an exported file holds them too, so that it can take the place of the one before. */
    private readonly published: readonly Correction[],
  ) {
    // What was exported and has been published since is no draft any more.
    const known = new Set(published.map(identity));
    this.list = parsed(remembered(key)).filter((one) => !known.has(identity(one)));
  }

  all(): readonly Correction[] {
    return this.list;
  }

  of(target_id: string): Correction | undefined {
    return this.list.find((one) => one.target_id === target_id) ?? this.published.findLast((one) => one.target_id === target_id);
  }

  isDraft(target_id: string): boolean {
    return this.list.some((one) => one.target_id === target_id);
  }

  /** Keeps a decision in place of an earlier one about the same; false where the browser keeps nothing beyond this page. */
  put(decision: Correction): boolean {
    this.list = [...this.list.filter(({ target_id }) => target_id !== decision.target_id), decision];
    remember(AUTHOR, decision.author);
    return this.keep();
  }

  remove(target_id: string): void {
    this.list = this.list.filter((one) => one.target_id !== target_id);
    this.keep();
  }

  author(): string {
    return remembered(AUTHOR) ?? '';
  }

  csv(): string {
    const columns = this.published.map(({ target_id, printed, decision, amount, reason, author, date }) => ({
      ...{ target_id, printed, decision, amount, reason, author, date },
    }));
    return correctionsCsv([...columns, ...this.list]);
  }

  private keep(): boolean {
    return remember(this.key, JSON.stringify(this.list));
  }
}

/** All that a decision says. */
function identity({ target_id, printed, decision, amount, reason, author, date }: Correction): string {
  return JSON.stringify([target_id, printed, decision, amount, reason, author, date]);
}

/** The decisions of a kept text; none where it is damaged or another program’s. */
function parsed(text: string | null): Correction[] {
  if (text === null) return [];
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.filter(isCorrection) : [];
  } catch {
    return []; // Not our JSON: there is nothing to be kept of it.
  }
}

function isCorrection(value: unknown): value is Correction {
  if (typeof value !== 'object' || value === null) return false;
  const row = Object.entries(value);
  const texts = ['target_id', 'printed', 'decision', 'reason', 'author', 'date'];
  return texts.every((name) => row.some(([key, one]) => key === name && typeof one === 'string'));
}
