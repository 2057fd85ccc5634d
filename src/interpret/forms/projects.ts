import { type Diagnostic, hashId, type Indicator, type Project, type ProjectSchedule } from '../../model/index.js';
import { readNumber } from './amountCell.js';
import { type FormsInput, formDiagnostic, tablePlace } from './formContext.js';
import { readIndicatorValue } from './indicatorValue.js';
import { hasCheckCharacters, readProjectCode } from './projectCode.js';
import { type DraftAmount, goalLines, type ProjectDraft } from './projectDraft.js';

export interface ProjectRecords {
  projects: Project[];
  project_schedule: ProjectSchedule[];
  indicators: Indicator[];
  diagnostics: Diagnostic[];
}

/** The published rows of the sheets read, in order; sheets without name, code, money and indicators are none. */
export function toRecords(input: FormsInput, drafts: readonly ProjectDraft[]): ProjectRecords {
  const records: ProjectRecords = { projects: [], project_schedule: [], indicators: [], diagnostics: [] };
  const checked = hasCheckCharacters(drafts.flatMap((draft) => draft.code ?? []));
  const ids = new Map<string, number>();
  for (const draft of drafts) {
    const name = draft.name ?? (draft.asksName ? null : (nameFromTitle(draft.title) ?? draft.department));
    if (name === null || (draft.indicators.length === 0 && draft.goals.length === 0)) continue;
    const base = hashId(input.facts.document_id, draft.code ?? `ordinal ${records.projects.length}`);
    const seen = ids.get(base) ?? 0;
    ids.set(base, seen + 1);
    const id = seen === 0 ? base : `${base}-${seen}`;
    records.projects.push(toProject(input, draft, id, name, checked, records.diagnostics));
    for (const { by, printed, cell, tableIndex } of draft.schedule) {
      const percent = readNumber(printed.replace(/[%％]$/, ''));
      records.project_schedule.push({ project_id: id, by, percent, printed, ...tablePlace(input, tableIndex, cell.r, cell), c: cell.c });
    }
    for (const [ordinal, { texts, cell, tableIndex }] of draft.indicators.entries()) {
      const printed = texts.value ?? '';
      const place = tablePlace(input, tableIndex, cell.r, cell);
      const text = (column: string) => (texts[column] === undefined || texts[column] === '' ? null : (texts[column] ?? null));
      records.indicators.push({
        project_id: id,
        ordinal,
        level1: text('level1'),
        level2: text('level2'),
        level3: text('level3'),
        description: text('description'),
        ...(printed === '' && !texts.operator
          ? { operator: null, value: null, value_unit: text('unit') }
          : readIndicatorValue(printed, texts.operator, texts.unit)),
        printed: printed === '' ? (texts.operator ?? '') : printed,
        basis: text('basis'),
        ...place,
      });
    }
  }
  return records;
}

/** The project row of one sheet. */
function toProject(input: FormsInput, draft: ProjectDraft, id: string, name: string, checked: boolean, diagnostics: Diagnostic[]): Project {
  const code = readProjectCode(draft.code);
  const check = code.check === 'conflict' && !checked ? 'unknown_form' : code.check;
  if (check === 'conflict' && draft.codeCell !== null) {
    const message = `the check character of 项目编码 ${draft.code} is not the computed one; compare it with the printed page (the rule is derived, so it may be right)`;
    diagnostics.push(formDiagnostic(input, draft.tableIndex, draft.codeCell, 'project_code_check', 'warning', message));
  }
  for (const amount of Object.values(draft.amounts)) {
    if (amount.yuan !== null || readNumber(amount.cell.text) === null) continue;
    const message = `${amount.cell.text} of 「${name}」 is printed without a unit of money; read the unit from the page`;
    diagnostics.push(formDiagnostic(input, amount.tableIndex, amount.cell, 'form_amount_without_unit', 'warning', message));
  }
  const lineId = (amount: DraftAmount | undefined) =>
    amount === undefined ? null : input.lineAt(amount.tableIndex, amount.cell.r, amount.cell.c);
  const { budget, fiscal, other } = draft.amounts;
  return {
    project_id: id,
    document_id: input.facts.document_id,
    code: draft.code,
    code_division: code.division,
    code_year: code.year,
    code_category: code.category,
    code_check: check,
    sheet: draft.overall ? 'overall' : 'project',
    name,
    year: input.grids[draft.tableIndex]?.meta.year ?? input.facts.year,
    budget: budget?.yuan ?? null,
    budget_line_id: lineId(budget),
    fiscal_funds: fiscal?.yuan ?? null,
    fiscal_funds_line_id: lineId(fiscal),
    other_funds: other?.yuan ?? null,
    other_funds_line_id: lineId(other),
    purpose: draft.purpose.length === 0 ? null : draft.purpose.join('\n'),
    goals: draft.goals.length === 0 ? [] : goalLines(draft),
    ...tablePlace(input, draft.tableIndex, draft.first.r, draft.first),
  };
}

/** The project a title names: 1、办公楼租金项目绩效目标表 → 办公楼租金. */
function nameFromTitle(title: string | null): string | null {
  const match =
    /^(?:\d+[、.．]|[（(]?[一二三四五六七八九十]+[）)]?[、.]?)?(?:20\d{2}年度?)?(.{2,60}?)(?:项目)?(?:支出)?绩效(?:目标)?(?:申报|填报)?表/.exec(
      (title ?? '').replace(/\s/g, ''),
    );
  const name = match?.[1] ?? null;
  return name === null || /整体/.test(name) || /^(?:部门|单位|财政|重点|专项资金|部门专项业务经费|项目)?(?:项目|整体|支出)*$/.test(name)
    ? null
    : name;
}
