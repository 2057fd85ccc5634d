/** A figure that score.py printed, higher is better. */
export type Measures = Record<string, number>;

/** The measures of score.py's closing line: `macro F1 0.99`, `exact tables 21/22`, `unit 10/11`, `amount 0.9990`. */
export function readMeasures(output: string): Measures {
  const last = output.trim().split('\n').at(-1) ?? '';
  const measures: Measures = {};
  for (const match of last.matchAll(/([a-z][A-Za-z0-9_ ]*?) (\d+)\/(\d+)/g))
    measures[`${match[1]?.trim()} share`] = Number(match[2]) / Math.max(1, Number(match[3]));
  for (const match of last.matchAll(/([a-z][A-Za-z0-9_ ]*?) (\d\.\d{4})(?!\/)/g)) measures[match[1]?.trim() ?? ''] = Number(match[2]);
  return measures;
}
