import { z } from 'zod';
import { zSeverity, zStage } from '../diagnostic.js';
import * as facets from '../facets.js';
import { choice, flag, integer, labelPath, list, optionalChoice, optionalInteger, optionalText, placeColumns, text } from './columns.js';

export const zDocumentRow = z.object({
  document_id: text('sha256 of the bytes'),
  file_name: text('name under which it was first fetched: evidence, not truth'),
  media_type: text('by content'),
  bytes: integer('size'),
  pages: integer('PDF pages; 0 where the format has none'),
  disclosure_id: optionalText('the publication', { references: 'disclosures.disclosure_id' }),
  kind: optionalText('部门预算 | 单位预算 | 部门决算 | 单位决算, as printed'),
  year: optionalInteger('year of the disclosure'),
  organization_id: optionalText('who publishes', { references: 'organizations.organization_id' }),
  title: optionalText('printed title'),
  status: choice(z.enum(['read', 'unpacked', 'failed', 'unsupported']), 'whether it could be read'),
  reasons: list(z.string(), 'codes of the errors found'),
  tables: integer('tables found'),
  lines: integer('lines found'),
  proved: integer('lines proved'),
});
export type DocumentRow = z.infer<typeof zDocumentRow>;

export const zCaptureRow = z.object({
  url: text('what was asked for; for a folder source the path inside it'),
  document_id: optionalText('what came back', { references: 'documents.document_id' }),
  fetched_at: optionalText('UTC, ISO 8601; blank for a local file, which is read in place'),
  status: text('ok | unchanged | gone | failed: reason | refused: reason'),
  etag: optionalText('as sent by the server'),
  last_modified: optionalText('as sent by the server'),
  link_text: optionalText('text of the link'),
  heading: optionalText('heading around the link'),
  listed_date: optionalText('date printed beside the link'),
  parent_url: optionalText('the page with the link'),
  changed: optionalChoice(z.enum(['transport', 'bytes', 'content']), 'what differs from the capture before'),
});
export type CaptureRow = z.infer<typeof zCaptureRow>;

export const zDisclosureRow = z.object({
  disclosure_id: text('hash of organization, year, phase, scope'),
  organization_id: text('who publishes', { references: 'organizations.organization_id' }),
  year: optionalInteger('year'),
  phase: optionalChoice(facets.zPhase, 'budget or final account'),
  scope: choice(facets.zScope, 'department or unit'),
  document_ids: list(z.string(), 'its documents', { references: 'documents.document_id' }),
  published_on: optionalText('date printed with the link or in the document'),
});
export type DisclosureRow = z.infer<typeof zDisclosureRow>;

export const zOrganizationRow = z.object({
  organization_id: text('division + code where printed, else normalized name'),
  name: text('as printed'),
  aliases: list(z.string(), 'other printed names'),
  code: optionalText('预算单位编码'),
  division_code: optionalText('GB/T 2260'),
  parent_organization_id: optionalText('the department above'),
});
export type OrganizationRow = z.infer<typeof zOrganizationRow>;

export const zTableRow = z.object({
  table_id: text('document + index'),
  document_id: text('the document', { references: 'documents.document_id' }),
  index: integer('0-based, in order'),
  title: optionalText('as printed'),
  label: optionalText('公开01表'),
  kind: choice(facets.zKind, 'display name of the facets'),
  flow: optionalChoice(facets.zFlow, 'revenue, expenditure or both'),
  funding: optionalChoice(facets.zFunding, 'whose money'),
  part: optionalChoice(facets.zPart, 'part of the expenditure'),
  breakdown: choice(facets.zBreakdown, 'what the rows list'),
  pages: list(z.number().int(), '1-based PDF pages'),
  unit: optionalText('as printed'),
  empty: flag('printed with no amount (空表)'),
  note: optionalText('printed under the table'),
  rows: integer('body rows'),
  columns: integer('body columns'),
  evidence: text('why it got its kind'),
  status: choice(z.enum(['read', 'quarantined']), 'whether its lines are published'),
});
export type TableRow = z.infer<typeof zTableRow>;

export const zCellRow = z.object({
  table_id: text('the table', { references: 'tables.table_id' }),
  r: integer('0-based row'),
  c: integer('0-based column'),
  rs: integer('rows spanned'),
  cs: integer('columns spanned'),
  text: text('as printed, wrapped lines joined'),
  ...placeColumns,
  role: choice(
    z.enum([
      'meta',
      'header',
      'column_number',
      'note',
      'label',
      'code',
      'ordinal',
      'amount',
      'quantity',
      'percent',
      'date',
      'text',
      'blank',
    ]),
    'what the cell is for',
  ),
  repeat: flag('header printed again on a continuation page'),
});
export type CellRow = z.infer<typeof zCellRow>;

export const zQuarantineRow = z.object({
  id: text('hash of document, place and reason'),
  document_id: text('the document', { references: 'documents.document_id' }),
  table_id: optionalText('the table', { references: 'tables.table_id' }),
  ...placeColumns,
  r: optionalInteger('0-based row'),
  c: optionalInteger('0-based column'),
  printed: text('as printed'),
  reason_code: text('stable code'),
  detail: text('what was found'),
  since: text('stage that put it here'),
  decision: optionalText('what a reviewer said'),
});
export type QuarantineRow = z.infer<typeof zQuarantineRow>;

export const zRevisionRow = z.object({
  figure_key: text('the statement'),
  old_line_id: text('in the version before'),
  new_line_id: text('in the new version'),
  old: optionalText('amount before, yuan'),
  new: optionalText('amount now, yuan'),
  seen_at: optionalText('fetch time of the new version'),
});
export type RevisionRow = z.infer<typeof zRevisionRow>;

export const zCoverageRow = z.object({
  organization_id: text('the organization', { references: 'organizations.organization_id' }),
  year: optionalInteger('year'),
  kind: choice(facets.zKind, 'kind of table'),
  expected: integer('tables expected'),
  captured: integer('tables captured'),
  extracted: integer('tables whose amounts are lines; of forms without money those with rows'),
  lines: integer('lines'),
  proved: integer('lines proved'),
  status: choice(z.enum(['complete', 'empty', 'partial', 'missing']), 'summary'),
});
export type CoverageRow = z.infer<typeof zCoverageRow>;

export const zDiagnosticRow = z.object({
  document_id: optionalText('the document', { references: 'documents.document_id' }),
  url: optionalText('where there is no document'),
  stage: choice(zStage, 'who says so'),
  code: text('stable code'),
  severity: choice(zSeverity, 'how bad'),
  page: optionalInteger('1-based page'),
  table: optionalInteger('0-based table'),
  row: optionalInteger('0-based row'),
  column: optionalInteger('0-based column'),
  message: text('what was found and what to do'),
});
export type DiagnosticRow = z.infer<typeof zDiagnosticRow>;

export const zCheckRow = z.object({
  check_id: text('rule + place'),
  rule: text('stable name of the rule'),
  disclosure_id: text('the publication', { references: 'disclosures.disclosure_id' }),
  document_id: text('the document of the left side', { references: 'documents.document_id' }),
  outcome: choice(z.enum(['holds', 'within_rounding', 'fails', 'not_applicable']), 'result'),
  left: optionalText('yuan'),
  right: optionalText('yuan'),
  difference: optionalText('left − right, yuan'),
  tolerance: optionalText('sum of half the resolution of every cell on both sides, yuan'),
  cells: integer('cells on both sides'),
  message: text('what is compared, in words with the printed labels'),
});
export type CheckRow = z.infer<typeof zCheckRow>;

export const zSectionRow = z.object({
  document_id: text('the document', { references: 'documents.document_id' }),
  number: integer('0-based, in order'),
  heading: optionalText('as printed; blank for text before the first heading'),
  level: integer('1 = top'),
  path: labelPath('headings from top to this one'),
  text: text('paragraphs joined by line breaks'),
  page: optionalInteger('1-based page of the heading'),
  block: integer('0-based block of the heading'),
});
export type SectionRow = z.infer<typeof zSectionRow>;
