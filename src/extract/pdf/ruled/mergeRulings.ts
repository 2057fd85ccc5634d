import type { Ruling } from '../page/pageGeometry.js';

/** Rulings at most this far apart (points) are one drawn line: doubled lines, borders of neighbour cells. */
const DOUBLE = 2;
/** Pieces of one line at most this far apart are joined: dotted, broken and hand-drawn lines. */
const BREAK = 3.2;
/** Shorter rulings are dots, ticks and parts of letters. */
const SHORTEST = 4;
/** A drawing with more lines in one direction is a map or hatching; only its longest lines can frame a table. */
export const MOST_RULINGS = 4000;

/** Collinear pieces joined into whole lines, sorted by `at`; what stays shorter than a letter is dropped. */
export function mergeRulings(rulings: readonly Ruling[]): Ruling[] {
  const sorted = [...rulings].sort((a, b) => a.at - b.at);
  const merged: Ruling[] = [];
  let cluster: Ruling[] = [];
  for (const ruling of sorted) {
    if (cluster.length > 0 && ruling.at - cluster[cluster.length - 1]!.at > 0.7 && ruling.at - cluster[0]!.at > DOUBLE) {
      merged.push(...joinCollinear(cluster));
      cluster = [];
    }
    cluster.push(ruling);
  }
  merged.push(...joinCollinear(cluster));
  return merged.filter((ruling) => ruling.to - ruling.from >= SHORTEST).sort(inOrder);
}

/** The longest MOST_RULINGS of merged rulings, sorted as they were. */
export function longestRulings(rulings: readonly Ruling[]): readonly Ruling[] {
  if (rulings.length <= MOST_RULINGS) return rulings;
  return [...rulings]
    .sort((a, b) => b.to - b.from - (a.to - a.from))
    .slice(0, MOST_RULINGS)
    .sort(inOrder);
}

/** By place, then by beginning. */
function inOrder(a: Ruling, b: Ruling): number {
  return a.at - b.at || a.from - b.from;
}

/** Joins the pieces of one line where their ends meet. */
function joinCollinear(pieces: readonly Ruling[]): Ruling[] {
  const sorted = [...pieces].sort((a, b) => a.from - b.from);
  const joined: Ruling[] = [];
  let current: { at: number; from: number; to: number; width: number; weight: number } | undefined;
  const close = (): void => {
    if (current !== undefined) joined.push({ at: current.at / current.weight, from: current.from, to: current.to, width: current.width });
  };
  for (const piece of sorted) {
    const weight = Math.max(0.1, piece.to - piece.from);
    if (current !== undefined && piece.from - current.to <= BREAK) {
      current.at += piece.at * weight;
      current.weight += weight;
      current.to = Math.max(current.to, piece.to);
      current.width = Math.max(current.width, piece.width);
    } else {
      close();
      current = { at: piece.at * weight, from: piece.from, to: piece.to, width: piece.width, weight };
    }
  }
  close();
  return joined;
}
