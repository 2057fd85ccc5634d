import type { Line, ThreePublicItem } from '../../model/index.js';
import { type DisclosureIndex, labelOf } from '../disclosureIndex.js';
import { lineIdentity, type Rule } from '../rule.js';

/** The department economic classes that a “三公” item is made of, whatever money pays. */
const CLASSES: Readonly<Record<string, ThreePublicItem>> = {
  '30212': 'abroad',
  '30217': 'reception',
  '30231': 'vehicle_operation',
  '30215': 'meeting',
  '30216': 'training',
};

/** 公务接待费 of the “三公” table covers what 基本支出 spends on 公务接待费, and so for 出国 and 公车运行: a unit read wrong in one of the tables shows here. */
export const threePublicCoversBasic: Rule = {
  id: 'three_public_covers_basic',
  title: 'The “三公” items are no less than the same classes of basic expenditure',
  scope: 'document',
  *find(index) {
    const lines = index.tables.flat().filter((line) => line.comparison === 'none' && line.amount !== null && line.scope !== 'unit');
    const items = lines.filter(
      (line) => line.three_public_item !== null && line.column_role !== 'of_which' && line.column_role !== 'balance',
    );
    const misnumbered = conflictingLines(index);
    for (const basic of lines.filter((line) => isBasicClass(line) && line.amount !== '0' && !misnumbered.has(line.line_id))) {
      const item = CLASSES[basic.economic_department_code ?? ''];
      const covering = items.filter(
        (line) =>
          line.three_public_item === item && line.year === basic.year && line.phase === basic.phase && FUNDINGS.includes(line.funding),
      );
      const [whole] = covering;
      if (covering.length > 1 || (!whole && !listsItems(items, basic, item))) continue;
      const message = `${labelOf(basic)} ≤ ${whole ? labelOf(whole) : `${item} of the “三公” table, which is blank`}`;
      yield lineIdentity(index, this.id, basic, whole ? [index.cell(whole)] : [], message, 'at_most');
    }
  },
};

/** Items that stand beside the “三公” expenses in some tables only. */
const BESIDE: readonly (ThreePublicItem | null)[] = ['meeting', 'training'];

/** Whether a document splits “三公” expenses of a year into items, 会议费 and 培训费 among them where one of these is asked for, so that an item without an amount is none. */
function listsItems(items: readonly Line[], { year, phase }: Line, item: ThreePublicItem | undefined): boolean {
  const stated = items.filter(
    (line) => line.year === year && line.phase === phase && FUNDINGS.includes(line.funding) && line.amount !== '0',
  );
  if (BESIDE.includes(item ?? null) && !stated.some((line) => BESIDE.includes(line.three_public_item))) return false;
  return stated.some((line) => line.three_public_item === 'total') && stated.some((line) => line.three_public_item !== 'total');
}

/** Whose money a “三公” table states: appropriations, nearly always of the general budget. */
const FUNDINGS: readonly (string | null)[] = ['general', 'appropriation', 'all'];

/** A class of the table of basic expenditure of the general budget by economic class, in its total column. */
function isBasicClass(line: Line): boolean {
  return (
    line.kind === 'general_budget_basic_expenditure' &&
    line.part === 'basic' &&
    line.functional_code === null &&
    line.economic_department_code !== null &&
    line.economic_department_code in CLASSES &&
    (line.column_role === 'total' || line.column_role === 'leaf')
  );
}

/** Lines whose printed name says that the code is another's: an office that numbers its own rows 01, 02, 03. */
function conflictingLines(index: DisclosureIndex): ReadonlySet<string> {
  const codes = index.disclosures.flatMap((disclosure) => disclosure.line_codes);
  return new Set(
    codes.filter((code) => code.classification === 'economic_department' && code.agreement === 'conflict').map((code) => code.line_id),
  );
}
