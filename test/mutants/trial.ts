import type { Codebook } from '../../src/codebook/index.js';
import { type CheckRow, type Decimal, type DocumentModel, type Line, toDecimal } from '../../src/model/index.js';
import type { Mutant, Original } from './mutation.js';
import { printedCells } from './printedCells.js';
import { figuresOf, newFailures, newWarnings, type Outcomes, outcomesOf, type Reading, read, warningsOf } from './reading.js';

/** An identity that holds as an equality over at least two cells that are not zero: its lines that are not zero, and how many of its cells stand in no line (amounts of prose). */
interface ProvingIdentity {
  check: CheckRow;
  lines: readonly string[];
  inProse: number;
}

/** A document with what a mutant is measured against. */
export interface Baseline extends Reading {
  original: Omit<Original, 'random'>;
  identities: readonly ProvingIdentity[];
  /** For each line that such an identity covers the smallest tolerance of those identities. */
  tolerance: ReadonlyMap<string, Decimal>;
  figures: ReturnType<typeof figuresOf>;
  outcomes: Outcomes;
  warnings: ReadonlyMap<string, number>;
}

/** What came of a mutant. */
export interface Trial {
  /** Whether it changes a value by more than the tolerance. */
  counts: boolean;
  /** The identities that relate what it touches to something else, before. */
  covering: readonly CheckRow[];
  /** The rules of which a check fails that did not. */
  caughtBy: readonly string[];
  /** The other warnings, errors and reasons of quarantine that are new. */
  noticedBy: readonly string[];
}

/** The identities of a reading that prove something. */
function provingIdentities({ disclosure, result }: Reading): ProvingIdentity[] {
  const amounts = new Map(disclosure.lines.map((line) => [line.line_id, toDecimal(line.amount ?? '0')]));
  const lines = new Map<string, Set<string>>();
  for (const { check_id, line_id } of result.line_checks) lines.set(check_id, (lines.get(check_id) ?? new Set()).add(line_id));
  return result.checks.flatMap((check) => {
    const { check_id, outcome, tolerance, difference, left, right } = check;
    const all = lines.get(check_id) ?? new Set<string>();
    const of = [...all].filter((line) => amounts.get(line)?.isZero() === false);
    if (of.length === 0 || outcome === 'fails' || tolerance === null || difference === null) return [];
    const isEquality = toDecimal(difference).abs().lte(tolerance);
    const sidesAreStated = [left, right].every((side) => side !== null && !toDecimal(side).isZero());
    const isStated = sidesAreStated || of.length >= 2;
    return isEquality && isStated ? [{ check, lines: of, inProse: Math.max(0, check.cells - all.size) }] : [];
  });
}

/** The smallest tolerance of some identities for each line that they cover. */
function tolerances(identities: readonly ProvingIdentity[]): Map<string, Decimal> {
  const smallest = new Map<string, Decimal>();
  for (const { check, lines } of identities) {
    const tolerance = toDecimal(check.tolerance ?? '0');
    for (const line of lines) if (!smallest.get(line)?.lte(tolerance)) smallest.set(line, tolerance);
  }
  return smallest;
}

/** Reads a document and what its mutants are held against. */
export function baseline(model: DocumentModel, fileName: string, codebook: Codebook): Baseline {
  const first = read(model, fileName, codebook);
  const identities = provingIdentities(first);
  const tolerance = tolerances(identities);
  return {
    ...first,
    original: { model, cells: printedCells(model, first.disclosure), titles: first.disclosure.grids.map(({ title }) => title) },
    identities,
    tolerance,
    figures: figuresOf(first, tolerance),
    outcomes: outcomesOf(first),
    warnings: warningsOf(first),
  };
}

/** Whether a mutant's reading differs from the original by more than rounding: in an amount, in that it is there at all, or in what a figure amounts to. */
function changes(before: Baseline, mutant: Mutant, after: Reading): boolean {
  const label = (line: Line) => [line.table_id, ...line.row_path, '|', ...line.column_path].join(' ');
  const readAgain = new Map<string, Line[]>();
  for (const line of after.disclosure.lines) {
    const same = readAgain.get(label(line));
    if (same) same.push(line);
    else readAgain.set(label(line), [line]);
  }
  const isChanged = mutant.touched.some(({ line }) => {
    const least = before.tolerance.get(line.line_id) ?? toDecimal(line.resolution ?? '0');
    const isSame = (other: Line) =>
      toDecimal(other.amount ?? '0')
        .minus(line.amount ?? '0')
        .abs()
        .lte(least);
    return !(readAgain.get(label(line)) ?? []).some(isSame);
  });
  if (isChanged) return true;
  const figures = figuresOf(after, before.tolerance);
  return [...before.figures].some(([figure, { amount, tolerance }]) => {
    const again = figures.get(figure);
    return again === undefined || again.amount.minus(amount).abs().gt(tolerance);
  });
}

/** The identities that relate a touched cell to one that is not touched and not zero: an identity among touched cells alone, or with zeros, says nothing of them. */
function coveringIdentities(before: Baseline, mutant: Mutant): CheckRow[] {
  const touched = new Set(mutant.touched.map(({ line }) => line.line_id));
  return before.identities.flatMap(({ check, lines, inProse }) => {
    const inside = lines.filter((line) => touched.has(line)).length;
    return inside > 0 && inside < lines.length + inProse ? [check] : [];
  });
}

/** Reads and checks a mutant and says what came of it. */
export function tryMutant(before: Baseline, mutant: Mutant, fileName: string, codebook: Codebook): Trial {
  const after = read(mutant.model, fileName, codebook);
  return {
    counts: changes(before, mutant, after),
    covering: coveringIdentities(before, mutant),
    caughtBy: newFailures(before.outcomes, outcomesOf(after)),
    noticedBy: newWarnings(before.warnings, warningsOf(after)),
  };
}
