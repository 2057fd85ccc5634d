import type { Asset, Diagnostic, GridTable, Indicator, Institution, Procurement, Project, ProjectSchedule } from '../../model/index.js';
import { readAssets } from './assets.js';
import type { FormsInput } from './formContext.js';
import { type FormKind, formKind } from './formKind.js';
import { GridView } from './gridView.js';
import { readInstitutions } from './institutions.js';
import { readProcurement } from './procurement.js';
import type { ProjectDraft } from './projectDraft.js';
import { readListColumns, readProjectList } from './projectLists.js';
import { goesOn, SheetReader } from './projectSheets.js';
import { toRecords } from './projects.js';

export type { FormsInput } from './formContext.js';
export { type FormKind, formKind } from './formKind.js';

/** The records of a document's forms. */
export interface FormRecords {
  projects: Project[];
  project_schedule: ProjectSchedule[];
  indicators: Indicator[];
  institutions: Institution[];
  assets: Asset[];
  procurement: Procurement[];
  diagnostics: Diagnostic[];
}

/**
 * The records that forms print: projects (and whole departments) with money in yuan, schedule, goals and indicators; institutions; assets; things to be procured.
 * Which grid is which form is decided by the labels it prints. What a form does wrong is a diagnostic; a blank form has no records.
 */
export function readForms(input: FormsInput): FormRecords {
  const records: FormRecords = {
    projects: [],
    project_schedule: [],
    indicators: [],
    institutions: [],
    assets: [],
    procurement: [],
    diagnostics: [],
  };
  const kinds = input.grids.map(formKind);
  Object.assign(records, toRecords(input, readPerformance(input.grids, kinds)));
  for (const [index, grid] of input.grids.entries()) {
    const kind = kinds[index];
    if (kind === 'institutions') records.institutions.push(...readInstitutions(input, index, grid));
    if (kind === 'assets') records.assets.push(...readAssets(input, index, grid));
    if (kind === 'procurement') records.procurement.push(...readProcurement(input, index, grid));
  }
  return records;
}

/** The performance sheets and project lists of a document, in printed order. */
function readPerformance(grids: readonly GridTable[], kinds: readonly (FormKind | null)[]): ProjectDraft[] {
  const drafts: ProjectDraft[] = [];
  let sheets: SheetReader | null = null;
  for (const [index, grid] of grids.entries()) {
    const view = new GridView(grid);
    const list = readListColumns(grid);
    if (list !== null) {
      sheets = null;
      readProjectList(view, index, list, drafts);
      continue;
    }
    const kind = kinds[index];
    if (kind !== 'project_performance' && kind !== 'overall_performance') {
      sheets = null;
      continue;
    }
    sheets ??= new SheetReader(drafts);
    sheets.read(view, index, goesOn(view) && drafts.length > 0, kind === 'overall_performance');
  }
  return drafts;
}
