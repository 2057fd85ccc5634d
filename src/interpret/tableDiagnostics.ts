import type { Diagnostic, Line, LineCode } from '../model/index.js';
import type { TableReading } from './reading.js';
import { unreadCodes } from './rows/unreadCodes.js';

/** A diagnostic about a table. */
function diagnose(reading: TableReading, documentId: string, code: string, severity: Diagnostic['severity'], message: string): Diagnostic {
  const page = reading.table.pages[0];
  return {
    stage: 'interpret',
    code,
    severity,
    place: { document: documentId, table: reading.table.index, ...(page === undefined ? {} : { page }) },
    message,
  };
}

/** What a person should look at in a table: header words no lexicon explains, money without unit, codes that contradict their names, an unknown kind. */
export function tableDiagnostics(
  reading: TableReading,
  documentId: string,
  lines: readonly Line[],
  codes: readonly LineCode[],
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const name = reading.table.title ?? `table ${reading.table.index}`;
  const unexplained = [...new Set(lines.flatMap((line) => line.measure_path))];
  if (unexplained.length > 0)
    found.push(
      diagnose(
        reading,
        documentId,
        'header_unexplained',
        'warning',
        `${name}: no lexicon explains the header ${unexplained.map((word) => `“${word}”`).join(', ')}; its lines keep it in measure_path. Add the words to the lexicon or check the columns.`,
      ),
    );
  const unitless = lines.filter((line) => line.quantity === 'money' && line.value !== null && line.amount === null).length;
  if (unitless > 0)
    found.push(
      diagnose(
        reading,
        documentId,
        'money_unit_missing',
        'error',
        `${name}: ${unitless} amounts have no unit of money printed for them; their lines have a value but no amount. Look for the unit in the document.`,
      ),
    );
  if (reading.unit.from === 'same_figures')
    found.push(
      diagnose(
        reading,
        documentId,
        'unit_from_same_figures',
        'warning',
        `${name}: no unit is printed; ${reading.unit.unit} is taken because other tables print the same figures in it. Check the table in the document.`,
      ),
    );
  if (reading.unit.from === 'hint' && lines.some((line) => line.quantity === 'money' && line.value !== null))
    found.push(
      diagnose(
        reading,
        documentId,
        'unit_from_pipeline',
        'warning',
        `${name}: no unit is printed; ${reading.unit.unit} is taken because the pipeline's mapping says so. Check the table in the document.`,
      ),
    );
  if (reading.facets.kind === 'unknown' && lines.length > 0)
    found.push(
      diagnose(
        reading,
        documentId,
        'table_kind_unknown',
        'warning',
        `${name}: neither title nor header tells what the table is about; its ${lines.length} lines have no facets.`,
      ),
    );
  const conflicts = new Map<string, string>();
  for (const code of codes) if (code.agreement === 'conflict') conflicts.set(`${code.code} ${code.name_printed}`, code.official_name ?? '');
  for (const [printed, official] of conflicts)
    found.push(
      diagnose(
        reading,
        documentId,
        'code_name_conflict',
        'warning',
        `${name}: “${printed}” is printed, but the codebook has ${official === '' ? 'no such name' : `“${official}”`} for this code. Check which of the two is meant.`,
      ),
    );
  const unread = new Set(unreadCodes(reading).map(({ text, row }) => `${text} ${row.label}`));
  const [first] = unread;
  if (first !== undefined)
    found.push(
      diagnose(
        reading,
        documentId,
        'code_not_read',
        'warning',
        `${name}: ${unread.size} texts of code columns such as “${first}” have not the shape of a code of their list and are read as none. Compare them with the document.`,
      ),
    );
  const local = new Map(
    codes
      .filter((code) => code.origin === 'named' && code.code_printed !== null)
      .map((code) => [`${code.code_printed} ${code.name_printed}`, code.code]),
  );
  const [example] = local;
  if (example)
    found.push(
      diagnose(
        reading,
        documentId,
        'local_row_numbers',
        'warning',
        `${name}: ${local.size} printed numbers such as “${example[0]}” look like codes and contradict their names; the codes are those of the names (${example[1]}). Check whether the table numbers its rows itself.`,
      ),
    );
  return found;
}
