import type { DocumentLinks } from './documentLinks.js';
import { isMoney } from './documentLinks.js';
import type { ReviewItem, SiteShard } from './shards.js';

/** What the documents of a site come to, gathered one by one. */
export class SiteTotals {
  /** Amounts of money that are not zero, and those of them that are proved, by document. */
  readonly money = new Map<string, { money: number; proved: number }>();
  readonly review = new Map<string, number>();
  private tables = 0;
  private lines = 0;
  private quarantined = 0;
  private failedChecks = 0;

  add({ document, tables, lines, quarantine, failed }: DocumentLinks, items: readonly ReviewItem[]): void {
    const money = lines.filter(isMoney);
    this.money.set(document.document_id, { money: money.length, proved: money.filter(({ proof }) => proof === 'proved').length });
    this.review.set(document.document_id, items.length);
    this.tables += tables.length;
    this.lines += lines.length;
    this.quarantined += quarantine.length;
    this.failedChecks += failed.length;
  }

  counts(figures: number): SiteShard['counts'] {
    const money = [...this.money.values()];
    return {
      tables: this.tables,
      lines: this.lines,
      money: money.reduce((sum, one) => sum + one.money, 0),
      proved: money.reduce((sum, one) => sum + one.proved, 0),
      figures,
      quarantined: this.quarantined,
      failedChecks: this.failedChecks,
    };
  }
}
