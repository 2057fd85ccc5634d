import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { loadCodebook, zClassification } from '../../codebook/index.js';
import { MEDIA_TYPES } from '../../model/index.js';
import { defaultStateFolder, openPageImages } from '../../pipeline/index.js';
import { type Evidence, evidenceOf, evidenceText, lineOfFigure, tablePage } from '../../report/index.js';
import { errors } from '../errors.js';

interface ShowArguments {
  dataset?: string;
  state?: string;
  image?: string | false;
}

/** Pixels a point: a page of A4 is some 1,200 pixels wide. */
const SCALE = 2;
const OUTPUT_FOLDER = 'output';

/** `fiscus show ID`: where an amount comes from, what it means and what proves it, with a picture of the printed cell. */
export function addShow(program: Command): void {
  program
    .command('show')
    .description('where an amount comes from, what it means, what proves it, and a picture of the printed cell')
    .argument('<id>', 'a line_id or figure_id of a dataset')
    .option('--dataset <folder>', 'the published dataset (default: the one below output/ that has the id)')
    .option('--state <folder>', 'the state folder with the originals (default: .fiscus/NAME of the dataset)')
    .option('--image <file>', 'where the picture goes (default: ID.png, or ID.html for documents without pages)')
    .option('--no-image', 'no picture')
    .action(async (id: string, options: ShowArguments) => {
      const { evidence, dataset } = await find(id, options.dataset);
      process.stdout.write(evidenceText(evidence, officialNotes(evidence)));
      if (options.image === false) return;
      const state = options.state ?? defaultStateFolder(path.basename(path.resolve(dataset)));
      const file = await writePicture(evidence, state, options.image);
      process.stdout.write(`Picture\n  ${file}\n`);
    });
}

/** The evidence of a line or figure, and the dataset that has it. */
async function find(id: string, dataset: string | undefined): Promise<{ evidence: Evidence; dataset: string }> {
  for (const folder of dataset === undefined ? await publishedFolders() : [dataset]) {
    if (!existsSync(path.join(folder, 'documents'))) throw errors.noDataset(folder);
    const evidence = await evidenceOf(folder, (await lineOfFigure(folder, id)) ?? id);
    if (evidence !== undefined) return { evidence, dataset: folder };
  }
  throw errors.unknownId(id, dataset ?? OUTPUT_FOLDER);
}

/** The datasets below output/. */
async function publishedFolders(): Promise<string[]> {
  if (!existsSync(OUTPUT_FOLDER)) return [];
  const names = (await readdir(OUTPUT_FOLDER)).sort();
  return names.map((name) => path.join(OUTPUT_FOLDER, name)).filter((folder) => existsSync(path.join(folder, 'documents')));
}

/** What the codebook says of each code of a line: its place in the list, when it was in force, how sure that is. */
function officialNotes({ codes, line }: Evidence): Map<string, string> {
  const codebook = loadCodebook();
  return new Map(
    codes.flatMap(({ classification, code }): [string, string][] => {
      const known = zClassification.safeParse(classification);
      if (!known.success || code === null) return [];
      const entry = codebook.entry(known.data, code, line.year);
      if (entry === null) return [];
      const parent = entry.parent === null ? null : codebook.entry(known.data, entry.parent, line.year);
      const force = `in force from ${entry.valid_from}${entry.valid_to === null ? '' : ` to ${entry.valid_to}`}`;
      return [
        [`${classification} ${code}`, `${parent === null ? '' : `under ${parent.code} «${parent.name}», `}${force}, ${entry.provenance}`],
      ];
    }),
  );
}

/** Writes the picture of the cell: the page with the cell boxed, or the table with the cell marked. */
async function writePicture(evidence: Evidence, state: string, wanted: string | undefined): Promise<string> {
  const { line, document } = evidence;
  if (document.media_type !== MEDIA_TYPES.pdf || line.page === null) {
    const file = wanted ?? `${line.line_id}.html`;
    await writeFile(file, tablePage(evidence));
    return file;
  }
  const file = wanted ?? `${line.line_id}.png`;
  const images = await openPageImages(state, 1);
  try {
    const [image] =
      (await images.draw(document.document_id, [{ page: line.page, marks: line.box === null ? [] : [line.box] }], SCALE)) ?? [];
    if (image === undefined) throw errors.cannotDraw(document.file_name);
    await writeFile(file, image.png);
    return file;
  } catch (error) {
    throw error instanceof RangeError ? errors.noOriginal(error.message) : error;
  } finally {
    await images.close();
  }
}
