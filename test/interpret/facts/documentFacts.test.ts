import { describe, expect, it } from 'vitest';
import { documentFacts } from '../../../src/interpret/facts/documentFacts.js';
import { fileNameDiagnostics } from '../../../src/interpret/facts/fileNameFacts.js';
import type { Block, DocumentModel, GridTable } from '../../../src/model/index.js';
import { codebook, printedTable } from '../printedTable.js';

/** A document of headings and paragraphs, in order. */
function document(lines: readonly string[], title: string | null = null): DocumentModel {
  const blocks = lines.map(
    (text): Block => (/^(第.部分|[一二三]、)/.test(text) ? { type: 'heading', level: 1, text } : { type: 'paragraph', text }),
  );
  return { sha256: 'a'.repeat(64), mediaType: 'application/pdf', title, pages: [], blocks, diagnostics: [] };
}

/** `kind year organization` of a document. */
function said(lines: readonly string[], tables: readonly GridTable[] = [], title: string | null = null): string {
  const facts = documentFacts(document(lines, title), tables, codebook);
  return `${facts.kind} ${facts.year} ${facts.organization}`;
}

describe('the facts of a document', () => {
  it.each([
    [['2026年', '广州市人民政府国有资产监督管理委员会部', '门预算', '目 录'], '部门预算 2026 广州市人民政府国有资产监督管理委员会'],
    [['上海市2026年市级单位预算', '预算单位：上海水产老干部活动室', '目 录'], '单位预算 2026 上海水产老干部活动室'],
    [['上海市普陀区规划和自然', '资源局', '2024年度部门决算', '目录'], '部门决算 2024 上海市普陀区规划和自然资源局'],
    [['西安市信访局（汇总）2026年部门预算公开说明', '目录'], '部门预算 2026 西安市信访局'],
    [['2026 年度苏州市审计局部门预算公开', '苏州市审计局 2026 年度部门预算公开'], '部门预算 2026 苏州市审计局'],
    [['北京市信访办公室部门2026年度部门预算', '信息公开'], '部门预算 2026 北京市信访办公室'],
    [['二〇二四年度甲市残联部门预算', '目录'], '部门预算 2024 甲市残联'],
    [['2023年度部门（单位）决算公开', '（甲市文化馆）'], '部门决算 2023 甲市文化馆'],
    [['国家税务总局甲市税务局', '2024年部门预算', '目录'], '部门预算 2024 国家税务总局甲市税务局'],
    [['第一部分 2026年度部门预算情况说明', '甲市气象局属于公益性事业单位，负责气象工作。'], '部门预算 2026 甲市气象局'],
    [['部门：江苏省政协办公厅', '单位：万元', '2019年部门预算公开表'], '部门预算 2019 江苏省政协办公厅'],
  ])('are read from %j', (lines, expected) => {
    expect(said(lines)).toBe(expected);
  });

  it('come from meta rows of tables where there is no cover, with code and division', () => {
    const table = printedTable('部门预算收支总表', ['项目', '预算数'], [['合计', '1.00']]);
    const meta = { organization: '保定市徐水区人民政府办公室', organizationCode: '434', year: 2024, asOf: null };
    const facts = documentFacts(document([]), [{ ...table, meta }], codebook);
    expect(facts).toMatchObject({
      kind: '部门预算',
      year: 2024,
      phase: 'approved',
      organization_id: '130609-434',
      division_code: '130609',
    });
  });

  it('come from the fields of a form where nothing else names the organization', () => {
    const table = printedTable('部门预算整体绩效目标表', ['', ''], [['部门名称', '北京市信访办公室']], { form: true });
    expect(said(['（2026年度）'], [table])).toBe('部门预算 2026 北京市信访办公室');
  });

  it.each([
    [['福州市商务局2026年部门预算', '目录'], '福州市商务局2026年部门预算', 'cover'],
    [['部门预算收支总表', '第一部分 某市信访局2024年部门预算信息公开情况说明'], '某市信访局2024年部门预算信息公开情况说明', 'heading'],
    [
      ['部门预算收支总表', '现将某市信访局2024年部门预算公开如下：', '某市信访局2024年部门预算说明'],
      '某市信访局2024年部门预算说明',
      'prose',
    ],
    [['部门预算收支总表'], '部门预算收支总表', 'title of its first table'],
  ])('name the document by its own title before that of a table: %j', (lines, title, from) => {
    const tables = [printedTable('部门预算收支总表', ['项目', '预算数'], [['合计', '1.00']])];
    const facts = documentFacts(document(lines), tables, codebook);
    expect([facts.title, facts.evidence.at(-1)]).toEqual([title, `title: ${from}`]);
  });

  it('take no title from properties of another year: those of the file it was made from', () => {
    const lines = ['第一部分 部门概况', '第二部分 2019年度部门预算表'];
    expect(documentFacts(document(lines, '甲市政协办公厅2015年度部门预算'), [], codebook).title).toBeNull();
    expect(documentFacts(document(lines, '甲市政协办公厅2019年度部门预算'), [], codebook).title).toBe('甲市政协办公厅2019年度部门预算');
  });

  it('are null where nothing is printed, whatever the file is named', () => {
    const facts = documentFacts(document(['附件']), [], codebook);
    expect(facts).toMatchObject({ kind: null, year: null, organization: null });
  });

  it('give the same disclosure for the documents of one publication and another for the next year', () => {
    const id = (year: number) => documentFacts(document([`福州市商务局${year}年部门预算`]), [], codebook).disclosure_id;
    expect(id(2026)).toBe(id(2026));
    expect(id(2026)).not.toBe(id(2025));
  });

  it('win over the file name, and the disagreement is a diagnostic', () => {
    const facts = documentFacts(document(['上海市2026年市级单位预算', '预算单位：上海科技大学附属学校', '目录']), [], codebook);
    const codes = fileNameDiagnostics('2025年上海市教育局_部门决算.pdf', facts).map(({ message }) =>
      message.split(' ').slice(4, 6).join(' '),
    );
    expect(codes).toEqual(['year 2025,', 'kind 决算,', 'organization 上海市教育局,']);
    expect(fileNameDiagnostics('1769321433314.pdf', facts)).toEqual([]);
  });
});
