/** The distinct pages that a run may ask for. Each is counted once, however often it is asked for; a resumed run goes on with the pages it has. */
export class PageBudget {
  readonly #pages: Set<string>;

  constructor(
    private readonly most: number,
    pages: Iterable<string> = [],
  ) {
    this.#pages = new Set(pages);
  }

  /** Whether the page with this identity is among those of the run; it becomes one while there is room. */
  admit(identity: string): boolean {
    if (this.#pages.size < this.most) this.#pages.add(identity);
    return this.#pages.has(identity);
  }
}
