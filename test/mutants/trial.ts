import { checkDisclosure } from '../../src/check/index.js';
import type { Codebook } from '../../src/codebook/index.js';
import { interpret } from '../../src/interpret/index.js';
import {
  type CheckResult,
  type Decimal,
  type Disclosure,
  type DocumentModel,
  figureLines,
  type Line,
  toDecimal,
} from '../../src/model/index.js';
import type { Mutant, Original } from './mutants.js';
import { printedCells } from './printedCells.js';

/** A document as read and checked. */
export interface Read {
  model: DocumentModel;
  disclosure: Disclosure;
  result: CheckResult;
}

/** A document with what a mutant is measured against. */
export interface Baseline extends Read {
  original: Omit<Original, 'random'>;
  /** For each line that an identity proves the smallest tolerance of those identities. */
  tolerance: ReadonlyMap<string, Decimal>;
  /** The identities that hold and prove something: their lines, and how many cells they relate in all. */
  identities: readonly { lines: readonly string[]; cells: number }[];
  figures: ReadonlyMap<string, { amount: Decimal; resolution: Decimal }>;
  failures: ReadonlyMap<string, number>;
  noticed: ReadonlyMap<string, number>;
}

/** What came of a mutant. `counts` is whether it changes a value by more than the tolerance. */
export interface Trial {
  counts: boolean;
  covered: boolean;
  caught: boolean;
  /** What caught it: rules and diagnostics. */
  by: readonly string[];
}

/** Reads and checks a document. */
export function read(model: DocumentModel, fileName: string, codebook: Codebook): Read {
  const disclosure = interpret(model, { fileName, codebook });
  return { model, disclosure, result: checkDisclosure(disclosure, codebook) };
}

/** Counts items by key. */
function tally(keys: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** The failing checks by what they are about, whatever row it stands in now: rule, table, left side. */
function failuresOf({ result }: Read): Map<string, number> {
  return tally(
    result.diagnostics
      .filter(({ code }) => code.endsWith('_fails'))
      .map(({ code, place, message }) => `${code}|${place.table ?? 'prose'}|${message.split(/ [=≤] /)[0]}`),
  );
}

/** Warnings and errors that no check gave, and what is in quarantine, by code and table. */
function noticedIn({ disclosure, result }: Read): Map<string, number> {
  const others = [...disclosure.diagnostics, ...result.diagnostics.filter(({ code }) => !code.endsWith('_fails'))];
  return tally([
    ...others.filter(({ severity }) => severity !== 'info').map(({ code, place }) => `${code}|${place.table ?? ''}`),
    ...disclosure.quarantine.map(({ reason_code, table_id }) => `${reason_code}|${table_id ?? ''}`),
  ]);
}

/** Keys that occur more often than before. */
function more(after: ReadonlyMap<string, number>, before: ReadonlyMap<string, number>): string[] {
  return [...after].filter(([key, count]) => count > (before.get(key) ?? 0)).map(([key]) => key.split('|')[0] ?? key);
}

/** The smallest tolerance of the identities that hold, for each line that one of them proves. */
function tolerances({ result }: Read): Map<string, Decimal> {
  const held = new Map(
    result.checks
      .filter((check) => check.outcome !== 'fails' && check.tolerance !== null)
      .map((check) => [check.check_id, toDecimal(check.tolerance ?? '0')]),
  );
  const smallest = new Map<string, Decimal>();
  for (const { line_id, check_id } of result.line_checks) {
    const tolerance = held.get(check_id);
    const known = smallest.get(line_id);
    if (tolerance && !['unchecked', 'contradicted'].includes(result.proofs[line_id] ?? 'unchecked') && (!known || tolerance.lt(known)))
      smallest.set(line_id, tolerance);
  }
  return smallest;
}

/** The identities that hold over cells that they prove. */
function identitiesOf({ result }: Read): { lines: string[]; cells: number }[] {
  const lines = new Map<string, Set<string>>();
  for (const { check_id, line_id } of result.line_checks) {
    if (!['unchecked', 'contradicted'].includes(result.proofs[line_id] ?? 'unchecked'))
      lines.set(check_id, (lines.get(check_id) ?? new Set()).add(line_id));
  }
  return result.checks.flatMap(({ check_id, outcome, tolerance, cells }) => {
    const of = lines.get(check_id);
    return of && outcome !== 'fails' && tolerance !== null ? [{ lines: [...of], cells }] : [];
  });
}

/** Reads a document and what its mutants are held against. */
export function baseline(model: DocumentModel, fileName: string, codebook: Codebook): Baseline {
  const first = read(model, fileName, codebook);
  const cells = printedCells(model, first.disclosure);
  const titles = first.disclosure.grids.map(({ title }) => title);
  return {
    ...first,
    original: { model, cells, titles },
    tolerance: tolerances(first),
    identities: identitiesOf(first),
    figures: figuresOf(first),
    failures: failuresOf(first),
    noticed: noticedIn(first),
  };
}

/** The amounts of the figures that a reading states, with the value of the last digit. */
function figuresOf({ disclosure }: Read): Map<string, { amount: Decimal; resolution: Decimal }> {
  const figures = [...figureLines(disclosure.lines)].flatMap(([figure, [line]]) => (line ? [{ figure, line }] : []));
  return new Map(
    figures.map(({ figure, line }) => [figure, { amount: toDecimal(line.amount ?? '0'), resolution: toDecimal(line.resolution ?? '0') }]),
  );
}

/** Whether a mutant's reading differs from the original by more than rounding: in an amount, in that it is there at all, or in what a figure amounts to. */
function changes(before: Baseline, mutant: Mutant, after: Read): boolean {
  const label = (line: Line) => [line.table_id, ...line.row_path, '|', ...line.column_path].join(' ');
  const readAgain = new Map<string, Line[]>();
  for (const line of after.disclosure.lines) readAgain.set(label(line), [...(readAgain.get(label(line)) ?? []), line]);
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
  const figures = figuresOf(after);
  return [...before.figures].some(([figure, { amount, resolution }]) => {
    const again = figures.get(figure);
    return again === undefined || again.amount.minus(amount).abs().gt(resolution);
  });
}

/** Whether an identity that holds relates a touched cell to one that is not touched: an identity among touched cells alone says nothing of them. */
function isCovered(before: Baseline, mutant: Mutant): boolean {
  const touched = new Set(mutant.touched.map(({ line }) => line.line_id));
  return before.identities.some(({ lines, cells }) => {
    const inside = lines.filter((line) => touched.has(line)).length;
    return inside > 0 && inside < cells;
  });
}

/** Reads and checks a mutant and says whether it was caught: a check fails that did not, or something else is noticed that was not. */
export function tryMutant(before: Baseline, mutant: Mutant, fileName: string, codebook: Codebook): Trial {
  const after = read(mutant.model, fileName, codebook);
  const by = [...more(failuresOf(after), before.failures), ...more(noticedIn(after), before.noticed)];
  return { counts: changes(before, mutant, after), covered: isCovered(before, mutant), caught: by.length > 0, by: [...new Set(by)] };
}
