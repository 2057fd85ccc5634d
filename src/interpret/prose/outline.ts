import type { Statement } from '../../model/index.js';

/** Parts announced at the end of a passage (…万元，其中：), each printed in a passage that follows. */
interface OpenList {
  parent: Statement;
  /** Numbering rank of the passage that announced them; null where it has none. */
  openerRank: number | null;
  /** Numbering rank of the parts; undefined before the first. */
  itemRank: number | null | undefined;
  last: Statement | null;
}

/** Follows which passages are parts of an amount stated in a passage before them, by what announces them and by their numbering. */
export class Outline {
  private readonly lists: OpenList[] = [];

  /** The statement that the first amount of a passage with this numbering rank is part of, or null. */
  parentFor(rank: number | null): Statement | null {
    for (let list = this.lists.at(-1); list !== undefined; list = this.lists.at(-1)) {
      if (list.itemRank === undefined) {
        if (rank !== null && list.openerRank !== null && rank <= list.openerRank) this.lists.pop();
        else return this.join(list, rank);
      } else if (list.itemRank === rank) {
        return list.parent;
      } else if (rank !== null && list.itemRank !== null && rank > list.itemRank && list.last !== null) {
        return this.join(this.push(list.last, list.itemRank), rank);
      } else {
        this.lists.pop();
      }
    }
    return null;
  }

  /** Ends a passage: `first` is its first statement, `announces` the statement whose parts follow, if any. */
  leave(first: Statement | null, rank: number | null, announces: Statement | null, text: string): void {
    const list = this.lists.at(-1);
    if (list !== undefined && first !== null && first.parent_ordinal === list.parent.ordinal) list.last = first;
    if (announces !== null) this.push(announces, rank);
    else if (list !== undefined && list.itemRank === null && /[。.]$/.test(text)) this.lists.pop();
  }

  /** Forgets all lists: a heading ends them. */
  close(): void {
    this.lists.length = 0;
  }

  private join(list: OpenList, rank: number | null): Statement {
    list.itemRank = rank;
    return list.parent;
  }

  private push(parent: Statement, openerRank: number | null): OpenList {
    const list: OpenList = { parent, openerRank, itemRank: undefined, last: null };
    this.lists.push(list);
    return list;
  }
}
