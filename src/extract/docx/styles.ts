import { child, childValue, isOn, wholeNumber, type XmlElement } from './xmlTree.js';

/** What a paragraph or run property says of the layout that matters to reading. Undefined: not said. */
export interface Indentation {
  left?: number | undefined;
  leftChars?: number | undefined;
  firstLine?: number | undefined;
  firstLineChars?: number | undefined;
}

/** A style with everything it inherits. `outlineLevel` is 0-based (0 = heading 1); `size` is in half-points. */
export interface Style {
  outlineLevel: number | undefined;
  contents: boolean;
  numberingId: string | undefined;
  numberingLevel: number | undefined;
  hidden: boolean;
  size: number | undefined;
  indentation: Indentation;
}

const HEADING_NAME = /^(?:heading|标题|標題)\s*([1-9])(?!\d)/i;
const CONTENTS_NAME = /^(?:toc|目录|目錄)\s*[1-9]$/i;
const TITLE_NAME = /^(?:title|标题|文档标题)$/i;

/** The paragraph and character styles of a document with inheritance resolved. */
export class Styles {
  private readonly raw = new Map<string, XmlElement>();
  private readonly resolved = new Map<string, Style>();
  private readonly defaultSize: number;
  /** The id of the default paragraph style. */
  readonly defaultParagraph: string | undefined;

  constructor(root: XmlElement | null) {
    let defaultParagraph: string | undefined;
    for (const element of root?.children ?? []) {
      const id = element.attributes['w:styleId'];
      if (element.name !== 'w:style' || id === undefined || this.raw.has(id)) continue;
      this.raw.set(id, element);
      if (element.attributes['w:type'] === 'paragraph' && /^(1|true|on)$/.test(element.attributes['w:default'] ?? ''))
        defaultParagraph = id;
    }
    this.defaultParagraph = defaultParagraph;
    const defaults = child(child(child(root ?? undefined, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
    this.defaultSize = wholeNumber(childValue(defaults, 'w:sz'), 20);
  }

  /** A style by id; an unknown id gives the document's defaults. */
  style(id: string | undefined): Style {
    const key = id !== undefined && this.raw.has(id) ? id : (this.defaultParagraph ?? '');
    return this.resolve(key, new Set());
  }

  private resolve(id: string, path: Set<string>): Style {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const element = this.raw.get(id);
    const nothing: Style = {
      outlineLevel: undefined,
      contents: false,
      numberingId: undefined,
      numberingLevel: undefined,
      hidden: false,
      size: this.defaultSize,
      indentation: {},
    };
    // A style based on itself, directly or not, ends the chain there.
    if (element === undefined || path.has(id)) return nothing;
    const parentId = childValue(element, 'w:basedOn');
    const parent = parentId === undefined ? nothing : this.resolve(parentId, path.add(id));
    const style = inherit(parent, element);
    this.resolved.set(id, style);
    return style;
  }
}

/** A style's own statements over those of the style it is based on. */
function inherit(parent: Style, element: XmlElement): Style {
  const paragraph = child(element, 'w:pPr');
  const run = child(element, 'w:rPr');
  const name = childValue(element, 'w:name') ?? '';
  const numbering = child(paragraph, 'w:numPr');
  const heading = HEADING_NAME.exec(name);
  const stated = childValue(paragraph, 'w:outlineLvl');
  const named = heading !== null ? Number(heading[1]) - 1 : TITLE_NAME.test(name) ? 0 : parent.outlineLevel;
  return {
    outlineLevel: stated !== undefined ? wholeNumber(stated, 9) : named,
    contents: parent.contents || CONTENTS_NAME.test(name),
    numberingId: childValue(numbering, 'w:numId') ?? parent.numberingId,
    numberingLevel:
      numbering === undefined ? parent.numberingLevel : wholeNumber(childValue(numbering, 'w:ilvl'), parent.numberingLevel ?? 0),
    hidden: child(run, 'w:vanish') === undefined ? parent.hidden : isOn(child(run, 'w:vanish')),
    size: wholeNumber(childValue(run, 'w:sz'), parent.size ?? 20),
    indentation: { ...parent.indentation, ...indentationOf(child(paragraph, 'w:ind')) },
  };
}

/** The indentation a `w:ind` states, in twips and hundredths of a character; a hanging first line is a negative one. */
export function indentationOf(element: XmlElement | undefined): Indentation {
  if (element === undefined) return {};
  const at = element.attributes;
  const out: Indentation = {};
  const left = at['w:left'] ?? at['w:start'];
  const leftChars = at['w:leftChars'] ?? at['w:startChars'];
  if (left !== undefined) out.left = wholeNumber(left, 0);
  if (leftChars !== undefined) out.leftChars = wholeNumber(leftChars, 0);
  if (at['w:hanging'] !== undefined || at['w:firstLine'] !== undefined)
    out.firstLine = at['w:hanging'] !== undefined ? -wholeNumber(at['w:hanging'], 0) : wholeNumber(at['w:firstLine'], 0);
  if (at['w:hangingChars'] !== undefined || at['w:firstLineChars'] !== undefined)
    out.firstLineChars =
      at['w:hangingChars'] !== undefined ? -wholeNumber(at['w:hangingChars'], 0) : wholeNumber(at['w:firstLineChars'], 0);
  return out;
}

/** Indentation of a paragraph's first line in characters of its font size (half-points). Stated characters win over twips. */
export function indentInCharacters(indentation: Indentation, size: number): number {
  const twips = size * 10;
  const left = indentation.leftChars ? indentation.leftChars / 100 : (indentation.left ?? 0) / twips;
  const first = indentation.firstLineChars ? indentation.firstLineChars / 100 : (indentation.firstLine ?? 0) / twips;
  return Math.round((left + first) * 100) / 100;
}
