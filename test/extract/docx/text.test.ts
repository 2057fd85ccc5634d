import { describe, expect, it } from 'vitest';
import { cellOf, paragraph, paragraphOf, rowOf, run, tableOf } from '../../builders/docx.js';
import { codes, grids, outline, readDocxBody } from '../read.js';

const field = (instruction: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

/** The text of a body of one paragraph. */
async function text(runs: string): Promise<string | undefined> {
  const [line] = outline(await readDocxBody(paragraphOf(runs)));
  return line?.replace('paragraph ', '');
}

describe('the text of a DOCX paragraph', () => {
  it('keeps insertions and drops deletions', async () => {
    const runs = `${run('收入')}<w:ins w:id="1">${run('12.50')}</w:ins><w:del w:id="2"><w:r><w:delText>99</w:delText></w:r></w:del>${run('万元')}`;
    expect(await text(runs)).toBe('收入12.50万元');
  });

  it('reads moved text where it went, not where it was', async () => {
    expect(await text(`<w:moveFrom w:id="1">${run('旧')}</w:moveFrom>${run('一')}<w:moveTo w:id="2">${run('新')}</w:moveTo>`)).toBe('一新');
  });

  it('joins a paragraph whose end mark is deleted to the next', async () => {
    const body = paragraphOf(run('合计937'), '<w:rPr><w:del w:id="1"/></w:rPr>') + paragraph('.79万元');
    expect(outline(await readDocxBody(body))).toEqual(['paragraph 合计937.79万元']);
  });

  it('prints the result of a field, not its instruction', async () => {
    expect(await text(run('共') + field('= SUM(ABOVE) 12', '34.5') + run('元'))).toBe('共34.5元');
  });

  it('prints simple fields and links', async () => {
    expect(await text(`<w:fldSimple w:instr="DATE">${run('2024')}</w:fldSimple><w:hyperlink>${run('年')}</w:hyperlink>`)).toBe('2024年');
  });

  it('leaves out hidden text', async () => {
    expect(await text(run('可见') + run('隐藏', '<w:vanish/>'))).toBe('可见');
  });

  it('turns tabs, breaks and no-break hyphens into text', async () => {
    expect(await text(`${run('a\tb\nc')}<w:r><w:noBreakHyphen/><w:t>5</w:t></w:r>`)).toBe('a\tb\nc-5');
  });

  it('knows the symbols that stand for comparison in symbol fonts', async () => {
    expect(await text(`<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>${run('90%')}`)).toBe('≥90%');
  });

  it('says that a symbol is unknown', async () => {
    expect(codes(await readDocxBody(paragraphOf(`<w:r><w:sym w:font="Wingdings" w:char="F001"/></w:r>${run('x')}`)))).toEqual([
      'unknown_symbol warning',
    ]);
  });

  it('prints the state of check boxes', async () => {
    const box = (sign: string) => `<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent>${run(sign)}</w:sdtContent></w:sdt>`;
    expect(await text(box('☒') + run('是') + box('☐') + run('否'))).toBe('☒是☐否');
  });

  it('prints the state of a check box field', async () => {
    const begin =
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>';
    expect(
      await text(`${begin}<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>${run('是')}`),
    ).toBe('☒是');
  });

  it('reads plain equations as they stand', async () => {
    expect(await text('<m:oMath><m:r><m:t>937.79</m:t></m:r></m:oMath>')).toBe('937.79');
  });

  it('never runs the parts of a fraction together', async () => {
    const fraction = '<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>';
    expect(await text(fraction)).toBe('$\\frac{1}{2}$');
  });

  it('reads a text box once, whichever alternatives are written', async () => {
    const box = `<w:txbxContent>${paragraph('单位：万元')}</w:txbxContent>`;
    const alternatives =
      `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`;
    expect(outline(await readDocxBody(paragraphOf(`${run('附表')}<w:r>${alternatives}</w:r>`)))).toEqual([
      'paragraph 附表',
      'paragraph 单位：万元',
    ]);
  });

  it('turns a picture into a figure with its description', async () => {
    const picture =
      '<w:r><w:drawing><wp:inline><wp:docPr id="1" descr="印章"/><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
    expect(outline(await readDocxBody(paragraphOf(picture) + paragraph('x')))).toEqual(['figure 印章', 'paragraph x']);
  });

  it('says that an embedded spreadsheet is not read', async () => {
    const object = '<w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>';
    expect(codes(await readDocxBody(paragraphOf(object) + paragraph('x')))).toEqual(['embedded_object error']);
  });
});

describe('headings and notes of a DOCX', () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="X"><w:name w:val="公文二级"/><w:basedOn w:val="Y"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Y"><w:name w:val="级"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="loop"/><w:basedOn w:val="L"/></w:style>';

  it('are known by the name of the style', async () => {
    expect(outline(await readDocxBody(paragraph('一、职责', '<w:pStyle w:val="1"/>'), { styles }))).toEqual(['h1 一、职责']);
  });

  it('are known by an inherited outline level', async () => {
    expect(outline(await readDocxBody(paragraph('（一）收入', '<w:pStyle w:val="X"/>'), { styles }))).toEqual(['h2 （一）收入']);
  });

  it('are known by the outline level of the paragraph itself', async () => {
    expect(outline(await readDocxBody(paragraph('三', '<w:outlineLvl w:val="2"/>'), { styles }))).toEqual(['h3 三']);
  });

  it('leaves lines of the table of contents as furniture', async () => {
    expect(outline(await readDocxBody(paragraph('一、职责\t3', '<w:pStyle w:val="T"/>') + paragraph('x'), { styles }))).toEqual([
      'furniture 一、职责\t3',
      'paragraph x',
    ]);
  });

  it('survives a style based on itself', async () => {
    expect(outline(await readDocxBody(paragraph('x', '<w:pStyle w:val="L"/>'), { styles }))).toEqual(['paragraph x']);
  });

  it('puts footnotes at the end and headers and footers around as furniture', async () => {
    const parts = {
      footnotes: `<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="1">${paragraph('注：含上年结转')}</w:footnote>`,
      header: paragraph('部门预算'),
      footer: paragraph('— 3 —'),
    };
    expect(outline(await readDocxBody(paragraphOf(`${run('收入')}<w:r><w:footnoteReference w:id="1"/></w:r>`), parts))).toEqual([
      'furniture 部门预算',
      'paragraph 收入',
      'paragraph 注：含上年结转',
      'furniture — 3 —',
    ]);
  });

  it('reads the strict namespaces under other prefixes', async () => {
    const body = '<x:p><x:r><x:t>严格</x:t></x:r></x:p>';
    const namespaces = 'xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"';
    const document = `<x:document ${namespaces}><x:body>${body}</x:body></x:document>`;
    expect(outline(await readDocxBody('', { others: { 'word/document.xml': document } }))).toEqual(['paragraph 严格']);
  });
});

describe('list numbers of a DOCX', () => {
  const level = (at: number, format: string, pattern: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`;
  const numbering =
    `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '•')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/></w:lvlOverride></w:num>';
  const item = (text: string, at: number, list = 1) =>
    paragraph(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);

  it('are printed and count by level', async () => {
    const body = item('收入', 0) + item('财政', 1) + item('其他', 1) + item('支出', 0) + item('基本', 1) + item('工资', 2);
    expect(outline(await readDocxBody(body, { numbering })).map((one) => one.replace('paragraph ', ''))).toEqual([
      '一、收入',
      '（一）财政',
      '（二）其他',
      '二、支出',
      '（一）基本',
      '1. 工资',
    ]);
  });

  it('start where the list says', async () => {
    expect(outline(await readDocxBody(item('节能环保支出', 0, 3), { numbering }))).toEqual(['paragraph 十一、节能环保支出']);
  });

  it('are not printed for bullets', async () => {
    expect(outline(await readDocxBody(item('点', 0, 2), { numbering }))).toEqual(['paragraph 点']);
  });

  it('are the text of an otherwise empty cell', async () => {
    const row = (text: string) => rowOf([cellOf(item('', 2)), cellOf(paragraph(text))]);
    const model = await readDocxBody(tableOf([row('a'), row('b')]), { numbering });
    expect(grids(model)[0]!.cells.map((cell) => cell.text)).toEqual(['1.', 'a', '2.', 'b']);
  });

  it('of a plain list inside a cell are layout', async () => {
    const model = await readDocxBody(tableOf([rowOf([cellOf(item('甲', 2) + item('乙', 2)), cellOf(paragraph('x'))])]), { numbering });
    expect(grids(model)[0]!.cells[0]!.text).toBe('甲\n乙');
  });
});
