import type { Random } from './random.js';

const PLACES =
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|District of Columbia|Florida|Georgia|Idaho|Illinois|New Hampshire|New Mexico|' +
  'North Carolina|Rhode Island|South Dakota|Texas|West Virginia|Wisconsin|United States';
const LABELS =
  'All persons|Under 18 years|18 to 24 years|25 to 44 years|65 years and over|White|Black|Hispanic origin|Male|Female|Married, spouse present|' +
  'Less than high school|High school graduate|Some college|Bachelor degree or more|Owner-occupied|Renter-occupied|Civilian labor force|Employed|' +
  'Unemployed|Not in labor force|Wages and salaries|Interest income|Social Security|Corn for grain|Winter wheat|Soybeans|Cattle and calves|Milk cows|' +
  'Manufacturing|Durable goods|Retail trade|Mining|Construction|Government|Public schools|Private schools|Medicare|Medicaid|Other programs';
const HEADS =
  'Total|Number|Percent|Rate|Mean|Median|Standard error|Acres|Production|Yield|Farms|Value|Estimate|Change|Male|Female|Public|Private|Budget authority|' +
  'Outlays|Receipts|Enrollment|Teachers|Households|Families|Persons';
const SECOND = 'of persons|per 1,000|in thousands|of dollars|per acre|change|population|per household|of all schools|(percent)|enrolled';
const SPANNERS =
  'Type of school|Fiscal year|Race and origin|All items|Sex|Marketing year|Level of control|Region|Current dollars|Percent distribution|Change from prior year';
const SECTIONS =
  'Number|Percent of total|Male|Female|All races|Revenues|Outlays|Northeast|South|In billions of dollars|As a percentage of GDP|Assets|Liabilities';
const TERMS =
  'oversees the grants that states receive for highway safety programs and reviews their annual plans|provides temporary assistance to needy families with ' +
  'children|conducts the census of agriculture every five years|collects data on enrollment, staff and finances of public schools|sets limits for ' +
  'contaminants in drinking water supplied by public systems|insures deposits at banks and savings associations|monitors the quality of air in metropolitan ' +
  'areas|administers retirement and disability benefits|supports basic research at universities and colleges|publishes monthly estimates of employment and hours';
const NAMES =
  'Highway Safety Office|Census Bureau|Office of Water|Agricultural Statistics Service|Food and Nutrition Service|Center for Health Statistics|Forest Service|' +
  'Office of Management|Energy Information Administration|Geological Survey|Postal Service|Bureau of Prisons';

const list = (words: string): string[] => words.split('|');

export const placeName = (random: Random): string => random.pick(list(PLACES));
export const rowLabel = (random: Random): string => random.pick(list(LABELS));
export const headWord = (random: Random): string => random.pick(list(HEADS));
export const headSecond = (random: Random): string => random.pick(list(SECOND));
export const spannerWord = (random: Random): string => random.pick(list(SPANNERS));
export const sectionWord = (random: Random): string => random.pick(list(SECTIONS));
export const officeName = (random: Random): string => random.pick(list(NAMES));

/** A text of so many words wrapped to so many characters a line. */
export function wrapped(random: Random, words: number, characters: number): string[] {
  const all = random.pick(list(TERMS)).split(' ');
  const lines = [''];
  for (const word of all.slice(0, words)) {
    const last = lines[lines.length - 1]!;
    if (last !== '' && last.length + word.length >= characters) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  lines[0] = lines[0]!.charAt(0).toUpperCase() + lines[0]!.slice(1);
  return lines;
}
