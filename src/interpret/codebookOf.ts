import type { Codebook } from '../codebook/index.js';

/** A codebook that means the classifications of a year wherever the year is not known; the codebook itself without such a year. */
export function codebookOf(codebook: Codebook, year: number | undefined): Codebook {
  if (year === undefined) return codebook;
  return {
    ...codebook,
    entry: (list, code, of) => codebook.entry(list, code, of ?? year),
    agreement: (list, code, name, of) => codebook.agreement(list, code, name, of ?? year),
    findByName: (list, printed, context) => codebook.findByName(list, printed, { ...context, year: context.year ?? year }),
    division: (code, of) => codebook.division(code, of ?? year),
    divisionByName: (text, of) => codebook.divisionByName(text, of ?? year),
  };
}
