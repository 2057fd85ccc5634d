import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCodebook } from '../../src/codebook/index.js';
import { extract } from '../../src/extract/index.js';
import { interpret } from '../../src/interpret/index.js';
import { type Disclosure, type Line, MEDIA_TYPES, zDisclosure } from '../../src/model/index.js';
import { describeWithShared, samplesFolder, shared } from '../shared.js';

/** Reads one of the samples. */
async function sample(format: keyof typeof MEDIA_TYPES | 'txt'): Promise<Disclosure> {
  const fileName = `xushui-2024.${format}`;
  const bytes = readFileSync(path.join(samplesFolder, fileName));
  const model = await extract(bytes, format === 'txt' ? MEDIA_TYPES.text : MEDIA_TYPES[format]);
  return interpret(model, { fileName, codebook: loadCodebook() });
}

/** Lines without what belongs to the file and not to the disclosure. */
function stated(disclosure: Disclosure, leafHeaders = false) {
  return disclosure.lines.map(
    ({ line_id, document_id, table_id, parent_line_id, page, box, unit_place, figure_key, column_path, ...rest }) => ({
      ...rest,
      parent: parent_line_id?.split('-t')[1],
      column_path: leafHeaders ? column_path.slice(-1) : column_path,
      ...(leafHeaders ? {} : { figure_key }),
    }),
  );
}

describe('the sample disclosure', () => {
  let docx: Disclosure;
  beforeAll(async () => {
    docx = await sample('docx');
  });

  it('says who publishes it and what it is', () => {
    expect(docx.facts).toMatchObject({
      kind: '部门预算',
      year: 2024,
      organization: '保定市徐水区人民政府办公室',
      organization_id: '130609-434',
    });
  });

  it('fits the published schema', () => {
    expect(zDisclosure.safeParse(docx).error).toBeUndefined();
  });

  it('has no amount in quarantine and no disagreement of code and name', () => {
    expect(docx.quarantine).toEqual([]);
    expect(docx.line_codes.filter((code) => code.agreement === 'conflict')).toEqual([]);
  });

  it('has every filled body cell of a money column as a line', () => {
    const money = docx.cells.filter((cell) => cell.role === 'amount' && cell.text.trim() !== '');
    const lines = new Set(docx.lines.map((line) => `${line.table_id} ${line.r} ${line.c}`));
    expect(money.filter((cell) => !lines.has(`${cell.table_id} ${cell.r} ${cell.c}`))).toEqual([]);
  });

  it('gives the same lines as HTML and PDF', async () => {
    expect(stated(await sample('html'))).toEqual(stated(docx));
    expect(stated(await sample('pdf'))).toEqual(stated(docx));
  });

  it('gives the same lines as text but for the upper words of headers', async () => {
    expect(stated(await sample('txt'), true)).toEqual(stated(docx, true));
  });

  describeWithShared('against the lines keyed by hand', () => {
    const ATTRIBUTES = [
      'quantity',
      'year',
      'phase',
      'comparison',
      'flow',
      'funding',
      'part',
      'functional_code',
      'economic_department_code',
      'economic_government_code',
      'three_public_item',
      'row_role',
      'column_role',
    ] as const;
    const fold = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');
    const key = (label: string, columns: string, printed: string) => fold([label, columns, printed].join('|'));

    it('is right in every attribute', () => {
      const rows: Record<string, string>[] = parse(readFileSync(shared('truth', 'lines', 'xushui-2024.csv')), { columns: true, bom: true });
      const titles = new Map(docx.tables.map((table) => [table.table_id, table.title ?? '']));
      const lines = new Map<string, Line[]>();
      for (const line of docx.lines) {
        const id = `${fold(titles.get(line.table_id) ?? '')} ${key(line.row_path.at(-1) ?? '', line.column_path.join(' / '), line.printed)}`;
        lines.set(id, [...(lines.get(id) ?? []), line]);
      }
      const wrong = rows.flatMap((row) => {
        const found = lines.get(`${fold(row.title ?? '')} ${key(row.label ?? '', row.column_path ?? '', row.printed ?? '')}`)?.shift();
        if (!found) return [`missing: ${row.title} ${row.label} ${row.column_path}`];
        const said = (name: (typeof ATTRIBUTES)[number]) => String(found[name] ?? '');
        const differing = ATTRIBUTES.filter((name) => row[name] !== '?' && row[name] !== said(name));
        return [
          ...differing.map((name) => `${row.title} ${row.label}: ${name} ${said(name)}`),
          ...(row.amount === (found.amount ?? '') ? [] : [`${row.label}: amount`]),
        ];
      });
      expect(wrong).toEqual([]);
      expect(rows).toHaveLength(209);
    });
  });
});
