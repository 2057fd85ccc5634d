import { type Diagnostic, type DocumentModel, hashId, type Line, type QuarantineRow, type TableRow } from '../../model/index.js';

/** A row of quarantine for something printed on a page, in a table or not. */
function row(documentId: string, reason: string, printed: string, detail: string, place: Partial<QuarantineRow>): QuarantineRow {
  const where = { table_id: null, page: null, box: null, r: null, c: null, ...place };
  return {
    id: hashId(documentId, where.page, where.table_id, where.r, where.c, where.box?.join(), printed, reason),
    document_id: documentId,
    ...where,
    printed,
    reason_code: reason,
    detail,
    since: 'interpret',
    decision: null,
  };
}

/** The number that `number_not_placed` quotes. */
const QUOTED = /“([^”]*)”/;

/** Numbers of a page that two readers do not agree on, each once: what one of them alone has is not to be trusted, nor is what the other left out. */
function disputedNumbers(documentId: string, { numbers, place }: Diagnostic): QuarantineRow[] {
  const page = place.page ?? null;
  const of = (printed: readonly string[], detail: string) =>
    [...new Set(printed)].map((one) => row(documentId, 'readers_disagree', one, detail, { page }));
  return [
    ...of(numbers?.onlyFirst ?? [], 'only the first of two readers finds this number on the page; it is among the lines'),
    ...of(numbers?.onlySecond ?? [], 'only the second of two readers finds this number on the page; no line states it'),
  ];
}

/** Amounts of a table whose unit of money is printed nowhere. */
function withoutUnit(documentId: string, lines: readonly Line[]): QuarantineRow[] {
  return lines
    .filter((line) => line.quantity === 'money' && line.value !== null && line.value !== '0' && line.amount === null)
    .map(({ printed, table_id, page, box, r, c }) =>
      row(documentId, 'money_unit_missing', printed, 'no unit of money is printed for this amount', { table_id, page, box, r, c }),
    );
}

/**
 * What extraction and joining could not do for certain, number by number: numbers in no block (conservation), numbers on which two readers differ, pages whose columns could
 * not be joined to their table, amounts without a unit. Each with the code of the diagnostic that tells it.
 */
export function quarantineReading(
  documentId: string,
  model: DocumentModel,
  read: { diagnostics: readonly Diagnostic[]; lines: readonly Line[]; tables: readonly TableRow[] },
): QuarantineRow[] {
  const rows = [...model.diagnostics, ...read.diagnostics].flatMap((diagnostic): QuarantineRow[] => {
    const { code, message, place } = diagnostic;
    const at = { page: place.page ?? null, box: place.box ?? null };
    if (code === 'number_not_placed')
      return [row(documentId, code, QUOTED.exec(message)?.[1] ?? '', 'the number stands in no block, or in several', at)];
    if (code === 'readers_disagree') return disputedNumbers(documentId, diagnostic);
    if (code !== 'columns_without_rules') return [];
    const table = read.tables.find(({ index }) => index === place.table);
    return [row(documentId, code, table?.title ?? '', message, { ...at, table_id: table?.table_id ?? null })];
  });
  const all = [...rows, ...withoutUnit(documentId, read.lines)];
  return [...new Map(all.map((one) => [one.id, one])).values()];
}
