import { type FontCodes, fontCodes, utf16Meaning } from './fontCodes.js';
import { ANGLE, COMMENT, LEXEME, NAME, SKIPPED, skipToken, TEXT, UNIMPORTANT } from './lexeme.js';
import { NamesOfContent, nameAt } from './namesOfContent.js';
import { MOVED, numeralsOf, OTHER } from './numerals.js';
import { BYTE_KIND, ObjectParser } from './objectParser.js';
import type { ObjectTable } from './objectTable.js';
import {
  DRAW,
  IMAGE_DATA,
  MOVES,
  NEXT_LINE_AND_SHOW,
  operatorAt,
  RESTORE,
  SAVE,
  SET_FONT,
  SET_STATE,
  SHOW,
  SHOW_LINE,
} from './operators.js';
import type { PageSource } from './pageTree.js';
import { type Dictionary, isArray, isDictionary, Name, NotUnderstood, type PdfObject, Stream } from './pdfObjects.js';
import { NEW_TEXT, ShownOperand } from './shownOperand.js';

/** Forms inside one another, forms drawn on one page, and states saved and not restored. */
const MOST_DEPTH = 12;
const MOST_FORMS = 20_000;
const MOST_STATES = 512;
/** Bytes of content of one page, forms included each time they are drawn. */
const MOST_CONTENT = 64 * 2 ** 20;
const REPLACEMENT = '\ufffd';
const LESS = 0x3c;

/** Reads what pages show, as far as numbers go; fonts are read once a document. */
export class NumeralReader {
  private readonly fonts = new Map<PdfObject, FontCodes | null>();
  /** The last string or line of strings. */
  private readonly operand = new ShownOperand();
  private content = 0;
  private drawn = 0;
  private shown = '';
  private last = '';

  constructor(private readonly objects: ObjectTable) {}

  /**
   * The numerals of a page in the order in which its content shows them, hidden ones included: `MOVED` between what is shown at two places, `OTHER` for what
   * belongs to no number. Throws `NotUnderstood` where a character's meaning is not known.
   */
  numeralsOf(page: PageSource): string {
    this.content = 0;
    this.drawn = 0;
    this.shown = '';
    this.last = '';
    const contents = this.objects.resolve(page.dictionary.get('Contents'));
    const streams = isArray(contents) ? contents.map((one) => this.objects.resolve(one)) : [contents];
    const parts = streams.filter((one) => one instanceof Stream).map((stream) => this.objects.data(stream));
    const data = parts.length === 1 ? parts[0]! : Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')]));
    this.show(data, page.resources, null, 0);
    return this.shown;
  }

  /** Walks over one content stream, given the font that is set where it begins. */
  private show(data: Buffer, resources: Dictionary | undefined, inherited: FontCodes | null, depth: number): void {
    this.content += data.length;
    if (depth > MOST_DEPTH || ++this.drawn > MOST_FORMS || this.content > MOST_CONTENT)
      throw new NotUnderstood('a page with too much content');
    const parser = new ObjectParser(data);
    const states: (FontCodes | null)[] = [];
    let font = inherited;
    const { operand } = this;
    operand.clear();
    // Where the last name begins, which is read only for an operator that needs it.
    let name = -1;
    const fonts = new NamesOfContent((fontName) => this.font(resources, fontName));
    const stateFonts = new NamesOfContent((stateName) => this.stateFont(resources, stateName));
    const { length } = data;
    while (parser.position < length) {
      const kind = LEXEME[data[parser.position]!];
      if (kind === SKIPPED) {
        let at = parser.position + 1;
        while (at < length && LEXEME[data[at]!] === SKIPPED) at++;
        parser.position = at;
      } else if (kind === UNIMPORTANT) skipToken(parser);
      else if (kind === NAME) {
        name = parser.position;
        skipToken(parser);
      } else if (kind === TEXT || (kind === ANGLE && data[parser.position + 1] !== LESS)) operand.read(parser);
      else if (kind === ANGLE) parser.object(false);
      else if (kind === COMMENT) parser.skipBlanks();
      else {
        const operator = operatorAt(parser);
        if (operator === SHOW || operator === SHOW_LINE) this.showText(font);
        else if (MOVES.has(operator)) this.separate(MOVED);
        else if (operator === SET_FONT) font = fonts.at(data, name);
        else if (operator === SAVE) {
          if (states.push(font) > MOST_STATES) throw new NotUnderstood('a page saves its state too often');
        } else if (operator === RESTORE) font = states.length > 0 ? states.pop()! : inherited;
        else if (operator === DRAW) this.drawForm(resources, nameAt(data, name), font, depth);
        else if (NEXT_LINE_AND_SHOW.has(operator)) {
          this.separate(MOVED);
          this.showText(font);
        } else if (operator === SET_STATE) font = stateFonts.at(data, name) ?? font;
        else if (operator === IMAGE_DATA) skipInlineImage(parser);
      }
    }
    this.separate(MOVED);
  }

  /** Ends what is shown; a move after anything else that separates says nothing new. */
  private separate(separator: string): void {
    if (this.last === OTHER || this.last === separator) return;
    this.shown += separator;
    this.last = separator;
  }

  /** Shows the operand: a string, or a line of strings and shifts. */
  private showText(font: FontCodes | null): void {
    const { bytes, ends, count } = this.operand;
    let from = 0;
    for (let i = 0; i < count; i++) {
      const end = ends[i]!;
      if (end === NEW_TEXT) this.separate(MOVED);
      else {
        if (end > from) this.decode(bytes, from, end, font);
        from = end;
      }
    }
  }

  /** Shows the string between two places of `string`, which is not empty. */
  private decode(string: Uint8Array, from: number, end: number, font: FontCodes | null): void {
    if (font === null) throw new NotUnderstood('a font whose characters only the full reader knows');
    if ('charset' in font) {
      const text = font.charset.decode(string.subarray(from, end));
      if (text.includes(REPLACEMENT)) throw new NotUnderstood('a character that its charset does not have');
      for (const character of text) this.add(character.length === 1 ? utf16Meaning(character.charCodeAt(0)) : numeralsOf(character));
      return;
    }
    const { bytes, meanings, otherwise } = font;
    for (let i = from; i + bytes <= end; i += bytes) {
      const code = bytes === 1 ? string[i]! : string[i]! * 256 + string[i + 1]!;
      const meaning = meanings.get(code) ?? otherwise?.(code);
      if (meaning === undefined) throw new NotUnderstood(`a character without a known meaning (code ${code})`);
      this.add(meaning);
    }
  }

  /** Adds what a character means. */
  private add(meaning: string): void {
    if (meaning === OTHER) this.separate(OTHER);
    else {
      this.shown += meaning;
      this.last = meaning;
    }
  }

  private font(resources: Dictionary | undefined, name: string): FontCodes | null {
    return this.codesOf(this.resource(resources, 'Font', name));
  }

  private codesOf(font: PdfObject): FontCodes | null {
    if (!isDictionary(font)) return null;
    let codes = this.fonts.get(font);
    if (codes === undefined) {
      codes = fontCodes(font, this.objects);
      this.fonts.set(font, codes);
    }
    return codes;
  }

  /** The font that a graphics state sets, if it does. */
  private stateFont(resources: Dictionary | undefined, name: string): FontCodes | null {
    const state = this.resource(resources, 'ExtGState', name);
    const font = isDictionary(state) ? this.objects.resolve(state.get('Font')) : null;
    return isArray(font) ? this.codesOf(this.objects.resolve(font[0])) : null;
  }

  private resource(resources: Dictionary | undefined, kind: string, name: string): PdfObject {
    const group = this.objects.resolve(resources?.get(kind));
    return isDictionary(group) ? this.objects.resolve(group.get(name)) : null;
  }

  private drawForm(resources: Dictionary | undefined, name: string, font: FontCodes | null, depth: number): void {
    const form = this.resource(resources, 'XObject', name);
    if (!(form instanceof Stream)) return;
    const subtype = this.objects.resolve(form.dictionary.get('Subtype'));
    if (!(subtype instanceof Name) || subtype.value !== 'Form') return;
    const own = this.objects.resolve(form.dictionary.get('Resources'));
    this.separate(MOVED);
    this.show(this.objects.data(form), isDictionary(own) ? own : resources, font, depth + 1);
  }
}

/** Moves behind the data of a picture within the content: to the next EI that stands alone. */
function skipInlineImage(parser: ObjectParser): void {
  const { bytes } = parser;
  for (let at = bytes.indexOf('EI', parser.position); at !== -1; at = bytes.indexOf('EI', at + 1))
    if (BYTE_KIND[bytes[at - 1]!] === 1 && (at + 2 >= bytes.length || BYTE_KIND[bytes[at + 2]!] === 1)) {
      parser.position = at + 2;
      return;
    }
  throw new NotUnderstood('a picture without end');
}
