import { type Disclosure, type GridTable, type Line, lineId, type Project, type Statement, tableId } from '../../src/model/index.js';

const DOCUMENT = 'd'.repeat(64);

/** A cell of a table in a test: its printed number and what differs from the table's defaults. */
export type CellSpec = Partial<Line> & { printed: string };

/** A row of a table in a test: label, level in the hierarchy, and its cells by column. `parent` is the index of the row above it in the hierarchy. */
export interface RowSpec {
  label: string;
  parent?: number;
  facets?: Partial<Line>;
  cells: (string | null)[];
}

export interface TableSpec {
  title?: string;
  facets?: Partial<Line>;
  columns: { path: string[]; facets?: Partial<Line> }[];
  rows: RowSpec[];
  /** The row of column numbers (栏次) under the header. */
  columnNumbers?: string[];
  /** Yuan of one printed unit. */
  unit?: number;
}

/** A number times a unit as plain decimal text, without float arithmetic on the digits. */
function inYuan(printed: string, unit: number): string {
  const [whole = '0', fraction = ''] = printed.replace(/[,-]/g, '').split('.');
  const zeros = String(unit).length - 1;
  const digits = (whole + fraction.padEnd(zeros, '0').slice(0, zeros)).replace(/^0+(?=\d)/, '');
  const rest = fraction.slice(zeros).replace(/0+$/, '');
  return `${printed.startsWith('-') && printed !== '-' ? '-' : ''}${digits}${rest === '' ? '' : `.${rest}`}`;
}

/** The value of the last printed digit in yuan. */
function lastDigit(printed: string, unit: number): string {
  const decimals = printed.split('.')[1]?.length ?? 0;
  return inYuan(decimals === 0 ? '1' : `0.${'1'.padStart(decimals, '0')}`, unit);
}

/** The lines of a table given by rows and columns; null is a blank cell, which is no line. */
export function linesOf(spec: TableSpec, index: number, documentId = DOCUMENT): Line[] {
  const unit = spec.unit ?? 10000;
  const lines: Line[] = [];
  spec.rows.forEach((row, r) => {
    row.cells.forEach((printed, c) => {
      if (printed === null) return;
      const column = spec.columns[c]!;
      const parent = row.parent === undefined || spec.rows[row.parent]!.cells[c] === null ? null : lineId(documentId, index, row.parent, c);
      lines.push({
        line_id: lineId(documentId, index, r, c),
        figure_key: lineId(documentId, index, r, c),
        disclosure_id: 'disclosure',
        document_id: documentId,
        table_id: tableId(documentId, index),
        r,
        c,
        page: 1,
        box: null,
        organization_id: 'organization',
        organization: '某局',
        division_code: null,
        scope: 'department_total',
        unit_code: null,
        unit_name: null,
        document_year: 2024,
        document_phase: 'approved',
        year: 2024,
        phase: 'approved',
        comparison: 'none',
        quantity: 'money',
        flow: 'expenditure',
        funding: 'all',
        part: 'all',
        breakdown: 'functional',
        kind: 'expenditure_summary',
        block: null,
        row_path: [row.label],
        column_path: column.path,
        row_role: 'leaf',
        column_role: 'leaf',
        parent_line_id: parent,
        level: 0,
        functional_code: null,
        economic_department_code: null,
        economic_government_code: null,
        cofog_code: null,
        cofog_confidence: null,
        cofog_source: null,
        gfsm_code: null,
        gfsm_confidence: null,
        gfsm_source: null,
        revenue_code: null,
        funding_source: null,
        three_public_item: null,
        project_code: null,
        procurement_code: null,
        value: printed === '-' ? null : inYuan(printed, 1),
        value_unit: unit === 10000 ? '万元' : '元',
        amount: printed === '-' ? null : inYuan(printed, unit),
        resolution: printed === '-' ? null : lastDigit(printed, unit),
        printed,
        unit_printed: unit === 10000 ? '万元' : '元',
        unit_place: null,
        measure_path: [],
        proof: 'unchecked',
        ...spec.facets,
        ...column.facets,
        ...row.facets,
      });
    });
  });
  return lines;
}

/** The printed grid of a table in a test: the amounts in columns 0 ..., the labels of the rows in the column behind them. */
export function gridOf(spec: TableSpec, index: number): GridTable {
  const labelAt = spec.columns.length;
  return {
    index,
    title: spec.title ?? null,
    label: null,
    pages: [1],
    unit: '万元',
    unitPlace: null,
    meta: { organization: null, organizationCode: null, year: null, asOf: null },
    empty: false,
    form: false,
    note: null,
    columns: [...spec.columns.map(({ path }) => path), ['项目']],
    columnAt: [...spec.columns.map((_, c) => c), labelAt],
    rows: spec.rows.map((row, r) => ({ r, texts: [...row.cells.map((printed) => printed ?? ''), row.label] })),
    cells: (spec.columnNumbers ?? []).map((text, c) => ({ r: 0, c, rs: 1, cs: 1, text, role: 'column_number' })),
    evidence: 'test',
    blocks: [index],
  };
}

/** A document with these tables, and what else a test needs. */
export function disclosureOf(
  tables: TableSpec[],
  more: Partial<Omit<Disclosure, 'facts'>> & { documentId?: string; year?: number } = {},
): Disclosure {
  const { documentId = DOCUMENT, year = 2024, ...rest } = more;
  return {
    facts: {
      document_id: documentId,
      kind: '部门预算',
      year,
      phase: 'approved',
      scope: 'department_total',
      organization: '某局',
      organization_code: null,
      organization_id: 'organization',
      division_code: null,
      disclosure_id: 'disclosure',
      title: null,
      evidence: [],
    },
    grids: tables.map(gridOf),
    tables: tables.map((spec, index) => ({
      table_id: tableId(documentId, index),
      document_id: documentId,
      index,
      title: spec.title ?? null,
      label: null,
      kind: spec.facets?.kind ?? 'expenditure_summary',
      flow: spec.facets?.flow ?? 'expenditure',
      funding: spec.facets?.funding ?? 'all',
      part: spec.facets?.part ?? 'all',
      breakdown: spec.facets?.breakdown ?? 'functional',
      pages: [1],
      unit: '万元',
      empty: false,
      note: null,
      rows: spec.rows.length,
      columns: spec.columns.length,
      evidence: 'test',
      status: 'read',
    })),
    cells: [],
    lines: tables.flatMap((spec, index) => linesOf(spec, index, documentId)),
    line_codes: [],
    projects: [],
    project_schedule: [],
    indicators: [],
    institutions: [],
    assets: [],
    procurement: [],
    sections: [],
    statements: [],
    terms: [],
    quarantine: [],
    diagnostics: [],
    ...rest,
  };
}

/** A statement of prose. */
export function statementOf(ordinal: number, facets: Partial<Statement> & { printed: string }): Statement {
  return {
    document_id: DOCUMENT,
    ordinal,
    subject: '支出',
    subject_code: null,
    parent_ordinal: null,
    year: 2024,
    phase: null,
    amount: null,
    comparison_with: null,
    comparison_direction: null,
    comparison_amount: null,
    comparison_percent: null,
    reason: null,
    section: 0,
    sentence: facets.printed,
    page: 1,
    block: 0,
    ...facets,
  };
}

/** A project sheet. */
export function projectOf(ordinal: number, facets: Partial<Project>): Project {
  return {
    project_id: `p${ordinal}`,
    document_id: DOCUMENT,
    code: null,
    code_division: null,
    code_year: null,
    code_category: null,
    code_check: 'none',
    sheet: 'project',
    name: `项目${ordinal}`,
    year: 2024,
    budget: null,
    budget_line_id: null,
    fiscal_funds: null,
    fiscal_funds_line_id: null,
    other_funds: null,
    other_funds_line_id: null,
    purpose: null,
    goals: [],
    table_id: '',
    page: null,
    r: 0,
    ...facets,
  };
}
