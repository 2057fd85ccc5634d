import type { Evidence } from './evidence.js';

/** The evidence of a line in words, from the amount back to the page it was fetched from. `notes` say more of a code, by `classification code`. */
export function evidenceText(
  { document, captures, table, line, codes, checks }: Evidence,
  notes: ReadonlyMap<string, string> = new Map(),
): string {
  const place = [line.page === null ? null : `page ${line.page}`, `table ${table.index + 1}`, `row ${line.r + 1}`, `column ${line.c + 1}`];
  return [
    line.line_id,
    '',
    ...section('Amount', [
      ['printed', `«${line.printed}»${line.unit_printed === null ? '' : ` ${line.unit_printed}`}`],
      ['in yuan', line.amount],
      ['unit from', line.unit_place],
      ['proof', line.proof],
    ]),
    ...section('Meaning', [
      ['organization', `${line.organization}${line.unit_name === null ? '' : ` / ${line.unit_name}`}`],
      ['year, phase', [line.year, line.phase].filter((part) => part !== null).join(', ')],
      ['flow, funding, part', [line.flow, line.funding, line.part].filter((part) => part !== null).join(', ')],
      ['row', `${line.row_path.join(' / ')} (${line.row_role})`],
      ['column', `${line.column_path.join(' / ')} (${line.column_role})`],
      ['kind of table', `${line.kind}: ${table.evidence}`],
    ]),
    ...section(
      'Codes',
      codes.map(({ classification, code, code_printed, name_printed, official_name, origin, agreement, runner_up }) => [
        classification,
        [
          code ?? 'none',
          official_name === null ? null : `«${official_name}»`,
          `${origin}${code_printed === null ? '' : ` as ${code_printed}`}${name_printed === null ? '' : ` beside «${name_printed}»`}`,
          agreement,
          runner_up === null ? null : `next best ${runner_up}`,
          notes.get(`${classification} ${code}`) ?? null,
        ]
          .filter((part) => part !== null)
          .join(', '),
      ]),
    ),
    ...section(
      'Checks',
      checks.map(({ check, role }) => [
        `${check.outcome}, ${role}`,
        `${check.rule}: ${check.message}${check.difference === null ? '' : ` (difference ${check.difference}, tolerance ${check.tolerance})`}`,
      ]),
    ),
    ...section('Place', [
      ['cell', place.filter((part) => part !== null).join(', ')],
      ['table', `${table.title ?? 'no title'}${table.label === null ? '' : ` (${table.label})`}`],
      [
        'document',
        `${document.title ?? document.file_name}: ${document.file_name}, ${document.media_type}, sha256 ${document.document_id}`,
      ],
      ...captures.map(({ url, fetched_at, status }): [string, string] => [
        fetched_at === null ? 'read from' : `fetched ${fetched_at}`,
        status === 'ok' ? url : `${url} (${status})`,
      ]),
    ]),
  ].join('\n');
}

/** A heading with named facts under it; a fact that is not known is left out. */
function section(heading: string, facts: readonly (readonly [string, string | null])[]): string[] {
  const known = facts.filter(([, value]) => value !== null && value !== '');
  const width = Math.max(0, ...known.map(([name]) => name.length));
  return known.length === 0 ? [] : [heading, ...known.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`), ''];
}
