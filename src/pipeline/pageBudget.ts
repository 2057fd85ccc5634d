/** The distinct pages that a run may ask for. Each is counted once, however often it is asked for; a resumed run goes on counting with the pages it has. */
export class PageBudget {
  /** Counted, and not in the catalogue yet. */
  readonly #underWay = new Set<string>();

  constructor(
    private readonly most: number,
    private asked = 0,
  ) {}

  /** Whether a page may be asked for that the catalogue does not have for this run: it is counted while there is room. */
  admit(identity: string): boolean {
    if (this.#underWay.has(identity)) return true;
    if (this.asked >= this.most) return false;
    this.asked += 1;
    this.#underWay.add(identity);
    return true;
  }

  /** The catalogue now has the page for this run. */
  recorded(identity: string): void {
    this.#underWay.delete(identity);
  }
}
