import type { z } from 'zod';
import { zCodeRow } from './codes.js';
import { zCorrectionRow } from './corrections.js';
import { zFigure, zLine, zLineCheck, zLineCode } from './lines.js';
import { zAsset, zIndicator, zInstitution, zProcurement, zProject, zProjectSchedule, zStatement, zTerm } from './records.js';
import {
  zCaptureRow,
  zCellRow,
  zCheckRow,
  zCoverageRow,
  zDiagnosticRow,
  zDisclosureRow,
  zDocumentRow,
  zOrganizationRow,
  zQuarantineRow,
  zRevisionRow,
  zSectionRow,
  zTableRow,
} from './sources.js';

/** A published table: its schema, the columns that order its rows, and those that identify one (never blank, no two rows alike; null where none do). */
export interface PublishedTable<S extends z.ZodObject = z.ZodObject> {
  schema: S;
  key: readonly string[];
  primaryKey: readonly string[] | null;
}
type ColumnNames<S extends z.ZodObject> = readonly (keyof z.infer<S> & string)[];
const table = <S extends z.ZodObject>(schema: S, key: ColumnNames<S>, primaryKey: ColumnNames<S> | null = key): PublishedTable<S> => ({
  schema,
  key,
  primaryKey,
});

/** Every table of DATA.md by its file name. */
export const PUBLISHED_TABLES = {
  documents: table(zDocumentRow, ['document_id']),
  captures: table(zCaptureRow, ['url', 'fetched_at', 'document_id'], null),
  disclosures: table(zDisclosureRow, ['disclosure_id']),
  organizations: table(zOrganizationRow, ['organization_id']),
  tables: table(zTableRow, ['document_id', 'index'], ['table_id']),
  cells: table(zCellRow, ['table_id', 'r', 'c']),
  lines: table(zLine, ['document_id', 'table_id', 'r', 'c'], ['line_id']),
  line_codes: table(zLineCode, ['line_id', 'classification']),
  codes: table(zCodeRow, ['classification', 'code', 'valid_from']),
  line_checks: table(zLineCheck, ['line_id', 'check_id', 'role']),
  figures: table(zFigure, ['figure_id']),
  projects: table(zProject, ['project_id']),
  project_schedule: table(zProjectSchedule, ['project_id', 'r', 'c']),
  indicators: table(zIndicator, ['project_id', 'ordinal']),
  institutions: table(zInstitution, ['document_id', 'table_id', 'r']),
  assets: table(zAsset, ['document_id', 'table_id', 'r']),
  procurement: table(zProcurement, ['document_id', 'table_id', 'r']),
  sections: table(zSectionRow, ['document_id', 'number']),
  statements: table(zStatement, ['document_id', 'ordinal']),
  terms: table(zTerm, ['document_id', 'ordinal']),
  checks: table(zCheckRow, ['check_id']),
  quarantine: table(zQuarantineRow, ['id']),
  corrections: table(zCorrectionRow, ['target_id', 'date', 'author'], null),
  revisions: table(zRevisionRow, ['figure_key', 'new_line_id']),
  coverage: table(zCoverageRow, ['organization_id', 'year', 'kind'], null),
  diagnostics: table(zDiagnosticRow, ['document_id', 'url', 'stage', 'code', 'page', 'table', 'row', 'column', 'message'], null),
} as const;

export type PublishedTableName = keyof typeof PUBLISHED_TABLES;
/** The names of all published tables, in the order in which they are described. */
export const PUBLISHED_TABLE_NAMES = Object.keys(PUBLISHED_TABLES).filter((name): name is PublishedTableName => name in PUBLISHED_TABLES);
export type PublishedRow<N extends PublishedTableName> = z.infer<(typeof PUBLISHED_TABLES)[N]['schema']>;
export type PublishedRows = { [N in PublishedTableName]: PublishedRow<N>[] };
