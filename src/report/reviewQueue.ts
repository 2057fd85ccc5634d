import type { ReviewIndexShard, ReviewItem } from './shards.js';
import { writeShard } from './writeShard.js';

const PER_SHARD = 100;

/** The review queue of a site: items in shards of bounded number, and an index that filters need. Items come in the order of their documents. */
export class ReviewQueue {
  private readonly reasons: string[] = [];
  private readonly items: ReviewIndexShard['items'] = [];
  private waiting: ReviewItem[] = [];
  private written = 0;

  /** `decided` tells whether a reviewer’s decision about a cell is published already. */
  constructor(
    private readonly folder: string,
    private readonly decided: (target: string) => boolean,
  ) {}

  async add(items: readonly ReviewItem[]): Promise<void> {
    for (const item of items) {
      if (!this.reasons.includes(item.reason)) this.reasons.push(item.reason);
      const decided = item.cells.some(({ target }) => this.decided(target));
      this.items.push([item.document, item.what === 'quarantine' ? 0 : 1, this.reasons.indexOf(item.reason), decided ? 1 : 0]);
      this.waiting.push(item);
      if (this.waiting.length === PER_SHARD) await this.flush();
    }
  }

  /** Writes what is left, and the index. */
  async close(): Promise<void> {
    if (this.waiting.length > 0) await this.flush();
    await writeShard(this.folder, 'review', { reasons: this.reasons, items: this.items, perShard: PER_SHARD } satisfies ReviewIndexShard);
  }

  private async flush(): Promise<void> {
    await writeShard(this.folder, `review/${this.written}`, this.waiting);
    this.written += 1;
    this.waiting = [];
  }
}
