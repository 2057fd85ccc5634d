import { z } from 'zod';
import { zConfidence, zProvenance } from '../model/index.js';

/** The official lists that the codebook keeps by year. */
export const zClassification = z.enum(['functional', 'economic_department', 'economic_government', 'revenue', 'procurement', 'division']);
export type Classification = z.infer<typeof zClassification>;

/** Which of the four budgets (四本预算) the code belongs to. */
export const zBudget = z.enum(['general', 'fund', 'state_capital', 'social_insurance']);

const blankIsNull = (value: string) => (value === '' ? null : value);
/** A calendar year, or blank. */
export const optionalYear = z
  .string()
  .transform((value) => (value === '' ? null : Number(value)))
  .pipe(z.number().int().min(1949).max(2100).nullable());
const pieces = z.string().transform((value) => (value === '' ? [] : value.split('|')));

/** Codes that came after; `130609[2015]` says that it did so in a year of its own, not when the version ended. */
const successors = pieces.transform((codes) => codes.map((code) => code.replace(/\[\d{4}\]$/, '')));

/** One row of a code list: a code with the name it had from `valid_from` to `valid_to` (calendar years, inclusive; null = still). */
export const zEntryRow = z.object({
  code: z.string().min(1),
  name: z.string().min(1),
  level: z.string().transform((value) => (value === '' ? null : Number(value))),
  parent: z.string().transform(blankIsNull),
  valid_from: optionalYear.pipe(z.number()),
  valid_to: optionalYear,
  successor: successors,
  aliases: pieces,
  budget: z.string().transform(blankIsNull).pipe(zBudget.nullable()),
  provenance: zProvenance,
  confidence: zConfidence,
});

/** A version of a code. `level` is 1 for 类 (or province), 2 for 款, 3 for 项, 4 for 目; null where the edition is only known by samples. */
export interface CodeEntry extends z.infer<typeof zEntryRow> {
  classification: Classification;
  /** Independent documents that print the name with the code, and the first and last year of theirs; 0 and null where none was seen. */
  documents: number;
  seen_from: number | null;
  seen_to: number | null;
}

/** Whether the version was in force in the year; any version is where the year is unknown. */
export function inForce(entry: CodeEntry, year: number | null): boolean {
  return year === null || (entry.valid_from <= year && (entry.valid_to === null || entry.valid_to >= year));
}

/** A code of another classification that a code maps to, and how sure the mapping is. */
export interface MappedCode {
  code: string;
  name: string;
  confidence: z.infer<typeof zConfidence>;
  provenance: z.infer<typeof zProvenance>;
  /** The code of our list that carries the mapping: the code itself or the nearest one above it. */
  mapped_from: string;
}
