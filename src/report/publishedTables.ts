import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { readCsv } from '../dataset/index.js';
import { PUBLISHED_TABLES, type PublishedRow } from '../model/index.js';

/** The tables of a dataset that are about all its documents. */
export interface PublishedTables {
  documents: PublishedRow<'documents'>[];
  organizations: PublishedRow<'organizations'>[];
  coverage: PublishedRow<'coverage'>[];
  figures: PublishedRow<'figures'>[];
  codes: PublishedRow<'codes'>[];
  corrections: PublishedRow<'corrections'>[];
  about: DatasetDescription;
}

/** What the pages show of `datapackage.json`. */
const zDatasetDescription = z.object({
  name: z.string(),
  title: z.string(),
  version: z.string(),
  licenses: z.array(z.object({ name: z.string().optional(), title: z.string().optional() })).optional(),
  contributors: z.array(z.object({ title: z.string() })).optional(),
});
export type DatasetDescription = z.infer<typeof zDatasetDescription>;

/** Reads the tables, validated. Throws where the folder holds no dataset of this version. */
export async function readPublishedTables(folder: string): Promise<PublishedTables> {
  const text = (name: string) => readFile(path.join(folder, name), 'utf8');
  const { documents, organizations, coverage, figures, codes, corrections } = PUBLISHED_TABLES;
  return {
    documents: readCsv(documents.schema, await text('documents.csv')),
    organizations: readCsv(organizations.schema, await text('organizations.csv')),
    coverage: readCsv(coverage.schema, await text('coverage.csv')),
    figures: readCsv(figures.schema, await text('figures.csv')),
    codes: readCsv(codes.schema, await text('codes.csv')),
    corrections: readCsv(corrections.schema, await text('corrections.csv')),
    about: zDatasetDescription.parse(JSON.parse(await text('datapackage.json'))),
  };
}
