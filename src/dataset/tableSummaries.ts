import type { PublishedTableName } from '../model/index.js';

/** What one row of each published table is. */
export const ONE_ROW_IS: Readonly<Record<PublishedTableName, string>> = {
  documents: 'A file, once for all the places it was fetched from.',
  captures: 'A file as fetched from one URL (or read from a folder) at one time, or what came back instead of it.',
  disclosures: 'A publication: the documents of one organization, year, phase and scope.',
  organizations: 'Who publishes.',
  tables: 'A printed table, joined over page breaks.',
  cells: 'A cell of the printed grid of a table.',
  lines: 'A printed amount, quantity or percentage with its row and column. Many lines can print the same money: sum `figures`, not lines.',
  line_codes: 'A code of a line in one classification, or a name that should have one.',
  line_checks: 'A line on one side of a check.',
  figures: 'An amount of money once, however often it is printed: what may be summed.',
  projects: 'A performance sheet (项目绩效目标表): a project, or the whole department.',
  project_schedule: 'A point of the spending schedule of a project.',
  indicators: 'A performance indicator of a project.',
  institutions: 'An institution in the table of institutions (机构设置).',
  assets: 'A line of the table of assets (国有资产占用).',
  procurement: 'An item to be procured (政府采购预算).',
  sections: 'A section of the prose.',
  statements: 'An amount stated in a sentence.',
  terms: 'A term with its definition (名词解释).',
  checks: 'An identity that should hold, and whether it does. docs/diagnostics.md lists the rules.',
  quarantine: 'Something printed that is not published as a line because it could not be trusted, with the reason.',
  revisions: 'A figure that reads differently in a newer version of a document.',
  coverage: 'A kind of table that an organization should have published for a year, and what became of it.',
  diagnostics: 'What a document, page or source does wrong. docs/diagnostics.md lists the codes.',
};
