import type { Block, DocumentModel, GridTable } from '../../model/index.js';
import { fold } from '../text/fold.js';

/** One text that may say what the document is, and where it stands. */
export interface Statement {
  from: 'cover' | 'organization_line' | 'table_meta' | 'form_field' | 'table_title' | 'heading' | 'prose' | 'properties';
  text: string;
}

/** A key-value cell pair of a form (部门名称 | 北京市信访办公室). */
export interface FormField extends Statement {
  from: 'form_field';
  key: string;
}

const MOST_COVER_BLOCKS = 8;
const CONTENTS = /^目录|^第[一二三]部分|^一、/;
const FORM_KEY =
  /^(部门\(?单位\)?名称|部门名称|单位名称|预算单位|预算部门|填报单位|编制单位|主管部门(及代码)?|实施单位|项目单位|申报单位|部门):?$/;
const ORGANIZATION_LINE =
  /^(预算主管部门|主管部门|预算单位|预算部门|部门名称|部门|单位名称|编制单位|编制部门|填报单位|编报单位|公开部门|公开单位|单位)[:：](.+)$/;
const MONEY = /^(人民币)?[百千]?[万亿]?元/;

/** Text without blanks and with half-width digits; brackets and other characters stay as printed. */
export function tight(text: string): string {
  return text.replace(/[\s\u3000\u00a0]+/g, '').replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10));
}

/** Text blocks of the cover: from the top until the contents, the first heading of the text or the first table. */
export function coverLines(model: DocumentModel): string[] {
  const lines: string[] = [];
  for (const block of model.blocks) {
    if (block.type === 'furniture' || block.type === 'figure') continue;
    if (block.type === 'table' || lines.length >= MOST_COVER_BLOCKS) break;
    if (CONTENTS.test(fold(block.text))) break;
    lines.push(tight(block.text));
  }
  return lines;
}

/** Blocks of text, tables left out. */
function textBlocks(model: DocumentModel): Exclude<Block, { type: 'table' }>[] {
  return model.blocks.filter((block): block is Exclude<Block, { type: 'table' }> => block.type !== 'table' && block.type !== 'figure');
}

/** Names in lines such as `部门：江苏省政协办公厅` or `预算单位：…`, each as often as it is printed. */
export function organizationLines(model: DocumentModel): string[] {
  return textBlocks(model).flatMap((block) =>
    block.text.split(/\n|\s{2,}|\u3000+/).flatMap((line) => {
      const [, , name] = ORGANIZATION_LINE.exec(tight(line)) ?? [];
      return name && !MONEY.test(name) ? [name.replace(/(金额)?单位[:：].*$/, '')] : [];
    }),
  );
}

/** Headings and paragraphs, tight. */
export function proseLines(model: DocumentModel, type: 'heading' | 'paragraph'): string[] {
  return textBlocks(model)
    .filter((block) => block.type === type)
    .map((block) => tight(block.text));
}

/** Key-value pairs of forms that name an organization, in reading order. */
export function formFields(tables: readonly GridTable[]): { key: string; value: string }[] {
  const fields: { key: string; value: string }[] = [];
  for (const table of tables) {
    const rows = new Map<number, { c: number; cs: number; text: string }[]>();
    for (const cell of table.cells) rows.set(cell.r, [...(rows.get(cell.r) ?? []), cell]);
    for (const cells of rows.values()) {
      cells.sort((a, b) => a.c - b.c);
      cells.forEach((cell, i) => {
        const [, key] = FORM_KEY.exec(fold(cell.text)) ?? [];
        const value = tight(cells[i + 1]?.text ?? '');
        if (key && value !== '' && cells[i + 1]?.c === cell.c + cell.cs) fields.push({ key, value });
      });
    }
  }
  return fields;
}
