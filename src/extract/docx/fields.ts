import { child, isOn, type XmlElement } from './xmlTree.js';

/** Where the text stands among complex fields: a field's instruction is not printed, its result is. Fields nest and run over paragraphs. */
export class FieldState {
  private readonly open: ('instruction' | 'result')[] = [];

  /** Whether text at this point is printed. */
  get printing(): boolean {
    return !this.open.includes('instruction');
  }

  /** Passes a `w:fldChar`. */
  pass(element: XmlElement): void {
    const kind = element.attributes['w:fldCharType'];
    if (kind === 'begin') this.open.push('instruction');
    else if (kind === 'separate' && this.open.length > 0) this.open[this.open.length - 1] = 'result';
    else if (kind === 'end') this.open.pop();
  }
}

/** The box that a legacy check box field prints; empty for other fields. */
export function legacyCheckBox(fieldStart: XmlElement): string {
  const box = child(child(fieldStart, 'w:ffData'), 'w:checkBox');
  if (box === undefined) return '';
  return isOn(child(box, 'w:checked') ?? child(box, 'w:default')) ? '☒' : '☐';
}
