/** A cell of a table as a truth states it; spans are 1 where they are left out. */
export interface TruthCell {
  readonly r: number;
  readonly c: number;
  readonly rs?: number;
  readonly cs?: number;
  readonly text: string;
}

/** How many relations are true, found, and both. */
export interface RelationCount {
  readonly right: number;
  readonly truth: number;
  readonly found: number;
}

/** A text as it is compared: NFKC, no white space, lower case. */
function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

/** The multiset of adjacency relations (ICDAR 2013): each cell with its next cell with text to the right and below, and the empty slots between. */
export function relationsOf(cells: readonly TruthCell[]): Map<string, number> {
  const slots = new Map<string, number>();
  let [rows, columns] = [0, 0];
  cells.forEach(({ r, c, rs = 1, cs = 1 }, i) => {
    for (let y = r; y < r + rs; y++) for (let x = c; x < c + cs; x++) if (!slots.has(`${y} ${x}`)) slots.set(`${y} ${x}`, i);
    rows = Math.max(rows, r + rs);
    columns = Math.max(columns, c + cs);
  });
  const texts = cells.map((cell) => fold(cell.text));
  const relations = new Map<string, number>();
  cells.forEach(({ r, c, rs = 1, cs = 1 }, i) => {
    if (texts[i] === '') return;
    for (const down of [false, true]) {
      const seen = new Set<number>();
      for (let k = 0; k < (down ? cs : rs); k++) {
        let [y, x] = down ? [r + rs, c + k] : [r + k, c + cs];
        for (let gap = 0; y < rows && x < columns; gap++) {
          const other = slots.get(`${y} ${x}`);
          if (other !== undefined && texts[other] !== '') {
            if (other !== i && !seen.has(other)) {
              seen.add(other);
              const relation = JSON.stringify([texts[i], texts[other], down, gap]);
              relations.set(relation, (relations.get(relation) ?? 0) + 1);
            }
            break;
          }
          if (down) y++;
          else x++;
        }
      }
    }
  });
  return relations;
}

/** Compares the tables of a page with its truth: pairs share most relations, a table without partner has only wrong ones. */
export function countRelations(truth: readonly (readonly TruthCell[])[], found: readonly (readonly TruthCell[])[]): RelationCount {
  const [wanted, given] = [truth, found].map((tables) => tables.map(relationsOf)) as [Map<string, number>[], Map<string, number>[]];
  const pairs = wanted.flatMap((a, i) => given.map((b, k) => ({ i, k, shared: common(a, b) })));
  pairs.sort((a, b) => b.shared - a.shared || a.i - b.i || a.k - b.k);
  const [usedI, usedK] = [new Set<number>(), new Set<number>()];
  let right = 0;
  for (const { i, k, shared } of pairs)
    if (shared > 0 && !usedI.has(i) && !usedK.has(k)) {
      usedI.add(i);
      usedK.add(k);
      right += shared;
    }
  return { right, truth: total(wanted), found: total(given) };
}

/** F1 of counts: 1 where nothing was to be found and nothing was. */
export function f1Of({ right, truth, found }: RelationCount): number {
  return truth + found === 0 ? 1 : (2 * right) / (truth + found);
}

function common(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [relation, n] of a) sum += Math.min(n, b.get(relation) ?? 0);
  return sum;
}

function total(tables: readonly ReadonlyMap<string, number>[]): number {
  return tables.reduce((sum, table) => sum + [...table.values()].reduce((a, b) => a + b, 0), 0);
}
