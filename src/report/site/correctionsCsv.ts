import type { Correction } from '../../model/published/corrections.js';

/** The columns of a corrections file, in its order. */
const COLUMNS = ['target_id', 'printed', 'decision', 'amount', 'reason', 'author', 'date'] as const satisfies readonly (keyof Correction)[];

/** A cell of RFC 4180: a blank is null, `""` an empty text. */
function cell(value: string | null): string {
  if (value === null) return '';
  return value === '' || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** The corrections file that a pipeline’s `corrections` names. */
export function correctionsCsv(corrections: readonly Correction[]): string {
  return [COLUMNS.join(','), ...corrections.map((row) => COLUMNS.map((column) => cell(row[column])).join(','))]
    .map((line) => `${line}\r\n`)
    .join('');
}
