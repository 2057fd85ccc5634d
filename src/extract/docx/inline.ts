import type { ReadingContext } from '../reading.js';
import { equationText } from './equations.js';
import { FieldState, legacyCheckBox } from './fields.js';
import { symbolText } from './symbols.js';
import { child, childValue, isOn, type XmlElement } from './xmlTree.js';

/** What the runs of a paragraph print: text (tabs and breaks as \t and \n), pictures by their description, and text boxes anchored there. */
export interface InlineContent {
  text: string;
  figures: string[];
  boxes: XmlElement[];
  /** Font size of the first printed run in half-points, where it states one. */
  size: number | undefined;
}

/** Elements that print nothing: properties, deleted and moved-away text, field instructions, phonetic guides. */
const SILENT = new Set([
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:del',
  'w:moveFrom',
  'w:delText',
  'w:instrText',
  'w:delInstrText',
  'w:rt',
  'w:rubyPr',
  'w:fldData',
  'wp:docPr',
]);

const SPREADSHEET_PROGRAM = /^(?:excel|et\.|ket\.)|sheet/i;

/** Namespaces that a `mc:Choice` may require and whose content is read here. */
const UNDERSTOOD = new Set(['wps', 'wpg', 'wpc', 'wp14', 'w14', 'w15', 'w16', 'wne', 'a14', 'v', 'wp', 'pic']);

/** Reads the inline content of paragraphs; fields may run over several of them, so one reader serves a whole story. */
export class InlineReader {
  private readonly fields = new FieldState();

  constructor(
    private readonly context: ReadingContext,
    private readonly isHiddenStyle: (id: string) => boolean,
  ) {}

  /** The inline content of a paragraph element. */
  read(paragraph: XmlElement): InlineContent {
    const out: InlineContent = { text: '', figures: [], boxes: [], size: undefined };
    for (const part of paragraph.children) this.walk(part, out);
    return out;
  }

  private walk(element: XmlElement, out: InlineContent): void {
    if (SILENT.has(element.name)) return;
    switch (element.name) {
      case 'w:r':
        this.walkRun(element, out);
        return;
      case 'w:t':
        this.print(
          element.attributes['xml:space'] === 'preserve' ? element.text : element.text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, ''),
          out,
        );
        return;
      case 'w:tab':
      case 'w:ptab':
        this.print('\t', out);
        return;
      case 'w:br':
      case 'w:cr':
        if (element.attributes['w:type'] === undefined || element.attributes['w:type'] === 'textWrapping') this.print('\n', out);
        return;
      case 'w:noBreakHyphen':
        this.print('-', out);
        return;
      case 'w:sym':
        this.print(this.symbol(element), out);
        return;
      case 'w:fldChar':
        this.print(legacyCheckBox(element), out);
        this.fields.pass(element);
        return;
      case 'm:oMath':
        this.print(equationText(element), out);
        return;
      case 'mc:AlternateContent':
        this.walkAlternatives(element, out);
        return;
      case 'w:txbxContent':
        out.boxes.push(element);
        return;
      case 'pic:pic':
      case 'v:imagedata':
        this.addFigure(pictureName(element), out);
        return;
      case 'w:drawing':
        this.walkDrawing(element, out);
        return;
      case 'v:textpath':
        this.print(element.attributes.string ?? '', out);
        return;
      case 'o:OLEObject':
        this.noteObject(element);
        return;
      default:
        for (const part of element.children) this.walk(part, out);
    }
  }

  /** Adds text where no field instruction is being written. */
  private print(text: string, out: InlineContent): void {
    if (this.fields.printing) out.text += text;
  }

  private walkRun(run: XmlElement, out: InlineContent): void {
    const properties = child(run, 'w:rPr');
    if (properties !== undefined) {
      const vanish = child(properties, 'w:vanish');
      const style = childValue(properties, 'w:rStyle');
      const hidden = vanish === undefined ? style !== undefined && this.isHiddenStyle(style) : isOn(vanish);
      if (hidden) {
        for (const part of run.children) if (part.name === 'w:fldChar') this.fields.pass(part);
        return;
      }
      const size = childValue(properties, 'w:sz');
      if (size !== undefined && out.text === '') out.size = Number(size) || undefined;
    }
    for (const part of run.children) this.walk(part, out);
  }

  /** Reads one alternative only: the first choice that is understood, else the fallback; the fallback too where the choice gives nothing. */
  private walkAlternatives(element: XmlElement, out: InlineContent): void {
    const choice = element.children.find(
      (one) => one.name === 'mc:Choice' && (one.attributes.Requires ?? '').split(/\s+/).every((prefix) => UNDERSTOOD.has(prefix)),
    );
    const fallback = child(element, 'mc:Fallback');
    const before = out.text.length + out.figures.length + out.boxes.length;
    for (const part of choice?.children ?? []) this.walk(part, out);
    if (out.text.length + out.figures.length + out.boxes.length === before)
      for (const part of fallback?.children ?? []) this.walk(part, out);
  }

  /** A drawing is a picture with a description, unless text boxes are what it holds. */
  private walkDrawing(element: XmlElement, out: InlineContent): void {
    const inner: InlineContent = { text: '', figures: [], boxes: [], size: undefined };
    for (const part of element.children) this.walk(part, inner);
    this.print(inner.text, out);
    out.boxes.push(...inner.boxes);
    const properties = child(element.children[0], 'wp:docPr')?.attributes;
    const description = properties?.descr || properties?.title || '';
    if (inner.figures.length > 0) this.addFigure(description || inner.figures[0]!, out);
    else if (inner.boxes.length === 0) this.addFigure(description, out);
  }

  private addFigure(description: string, out: InlineContent): void {
    if (this.fields.printing) out.figures.push(description);
  }

  private symbol(element: XmlElement): string {
    const text = symbolText(element.attributes['w:font'], element.attributes['w:char']);
    if (text !== null) return text;
    this.context.note(
      'unknown_symbol',
      'warning',
      `a symbol is printed in font ${element.attributes['w:font'] ?? '?'} with code ${element.attributes['w:char'] ?? '?'} that has no known text; it stands as U+FFFD, look at the document`,
    );
    return '\ufffd';
  }

  /** A spreadsheet is printed figures that are not read, an error; other objects are pictures. */
  private noteObject(element: XmlElement): void {
    const program = element.attributes.ProgID ?? 'unknown program';
    this.context.note(
      'embedded_object',
      SPREADSHEET_PROGRAM.test(program) ? 'error' : 'warning',
      `an embedded object (${program}) is printed as a picture; what it shows is not read, look at the document`,
    );
  }
}

/** The description of a picture element. */
function pictureName(element: XmlElement): string {
  if (element.name === 'v:imagedata') return element.attributes['o:title'] ?? '';
  const properties = child(child(element, 'pic:nvPicPr'), 'pic:cNvPr')?.attributes;
  return properties?.descr ?? '';
}
