/**
 * `npm run accuracy:codes`: hides the printed codes of the shared documents and finds them again by name, with a codebook that has learned nothing from
 * the place of the document; counts rows that carry a code or a codebook name and got none; holds tables of names against tables with codes. Held
 * against configuration/accuracy-floors.json; `--raise` lifts the floors, `--list` prints every row that is not right.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { loadCodebook } from '../../../src/codebook/index.js';
import { readDocumentTables } from '../../../src/interpret/readDocumentTables.js';
import { readTable } from '../../../src/interpret/readTable.js';
import { sharedFolder } from '../../sharedFolder.js';
import type { Measures } from '../measures.js';
import { readCorpus } from './corpus.js';
import { codableRows } from './coverage.js';
import { recoveryMeasures, share } from './measures.js';
import { namesAgainstCodes } from './namesOnly.js';
import { recoverCodes } from './recovery.js';

const floorsFile = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../configuration/accuracy-floors.json');
const zFloors = z.record(z.string(), z.record(z.string(), z.number()));
const SUITE = 'codes by name';
const DIGITS = 4;
const NO_UNIT = { unit: null, from: null };

if (!existsSync(sharedFolder)) {
  console.error(`accuracy: ${sharedFolder} is missing; set FISCUS_SHARED to the folder with the documents`);
  process.exit(3);
}
const list = process.argv.includes('--list');
const codebook = loadCodebook();
const documents = await readCorpus(sharedFolder);
const recovered = recoverCodes(documents);
const readings = documents.map(({ grids, units, context }) => readDocumentTables(grids, units, context, codebook));
// Each table for itself: what other tables print must not help here.
const apart = documents.map(({ grids, units, context }) => grids.map((grid, i) => readTable(grid, units[i] ?? NO_UNIT, context, codebook)));
const against = apart.flatMap((tables) => namesAgainstCodes(tables));
const codable = readings.flatMap((tables, i) =>
  tables.flatMap((table) => codableRows(table, codebook, documents[i]?.context.year ?? null)),
);

const outcomes = new Map<string, number>();
for (const { told, outcome } of recovered) {
  const name = `${told ? 'unique or below a printed parent' : 'neither'}: ${outcome}`;
  outcomes.set(name, (outcomes.get(name) ?? 0) + 1);
}
for (const [name, rows] of [...outcomes].sort()) console.log(`${name} ${rows}`);
console.log(`rows of names only, against codes elsewhere in the document: ${against.length}`);
console.log(`rows that carry a code or a name of one: ${codable.length}, without any: ${codable.filter(({ coded }) => !coded).length}`);
if (list) {
  for (const { file, title, code, name, outcome, found } of recovered.filter((row) => row.outcome !== 'right'))
    console.log(`${outcome}: ${file} ${title ?? ''}: ${code} ${name}${found === null ? '' : ` taken for ${found}`}`);
  for (const { title, texts } of codable.filter(({ coded }) => !coded)) console.log(`without code: ${title ?? ''}: ${texts.join(' | ')}`);
  for (const { name, code, found } of against.filter((row) => row.found !== row.code))
    console.log(`names only: ${code} ${name}: ${found ?? 'marked'}`);
}

const measures: Measures = {
  ...recoveryMeasures(recovered),
  'names only as the codes beside': share(against, ({ code, found }) => code === found),
  'names only not wrong, or marked': share(against, ({ code, found }) => found === null || code === found),
  'rows with a code or name coded': share(codable, ({ coded }) => coded),
};
const floors = zFloors.parse(JSON.parse(readFileSync(floorsFile, 'utf8')));
const floor = floors[SUITE] ?? {};
for (const [name, measured] of Object.entries(measures)) console.log(`${name}: ${measured.toFixed(DIGITS)}`);
const below = Object.entries(floor).filter(([name, least]) => (measures[name] ?? 0) < least);
if (process.argv.includes('--raise')) {
  const down = (value: number) => Math.floor(value * 10 ** DIGITS) / 10 ** DIGITS;
  floors[SUITE] = Object.fromEntries(Object.entries(measures).map(([name, value]) => [name, Math.max(floor[name] ?? 0, down(value))]));
  writeFileSync(floorsFile, `${JSON.stringify(floors, null, 2)}\n`);
}
for (const [name, least] of below) console.error(`${SUITE}: ${name} is ${measures[name]}, the floor is ${least}`);
if (below.length > 0) process.exit(1);
