import { decode as decodeCharset, encodingExists } from 'iconv-lite';
import { UnreadableDocument } from '../failure.js';
import type { ReadingContext } from '../reading.js';
import { parseXml, type UnitSink, type XmlElement } from './xmlTree.js';
import type { ZipArchive } from './zip.js';

/** A relationship of a part: its last type segment such as `footnotes`, and the part it leads to. */
export interface Relationship {
  id: string;
  type: string;
  target: string;
  external: boolean;
}

/** The parts of an OOXML package (transitional or strict), found by their relationships. */
export class OoxmlPackage {
  constructor(
    private readonly archive: ZipArchive,
    private readonly context: ReadingContext,
  ) {}

  /** The name of the main document part. Throws UnreadableDocument where the package is no word-processing document. */
  async mainPart(): Promise<string> {
    const related = (await this.relationships('')).find((one) => one.type === 'officeDocument' && !one.external)?.target;
    const names = this.archive.names().map((name) => name.replaceAll('\\', '/'));
    const main = [related, 'word/document.xml'].find((name) => name !== undefined && names.includes(name));
    if (main !== undefined) return main;
    const hint = names.some((name) => name.startsWith('xl/'))
      ? 'a spreadsheet'
      : names.some((name) => name.startsWith('ppt/'))
        ? 'a presentation'
        : '';
    if (hint !== '') throw new UnreadableDocument('unsupported_format', `the package is ${hint}, not a DOCX`);
    throw new UnreadableDocument('damaged_document', 'the package has no main document part (word/document.xml); fetch the file again');
  }

  /** The relationships of a part (`''`: of the package). */
  async relationships(part: string): Promise<Relationship[]> {
    const slash = part.lastIndexOf('/') + 1;
    const folder = part.slice(0, slash);
    const tree = await this.tree(`${folder}_rels/${part.slice(slash)}.rels`);
    return (tree?.children ?? []).map(({ attributes }) => ({
      id: attributes.Id ?? '',
      type: (attributes.Type ?? '').replace(/^.*\//, ''),
      target: resolvePart(folder, attributes.Target ?? ''),
      external: attributes.TargetMode === 'External',
    }));
  }

  /** The whole tree of a small part; null where it is absent. */
  async tree(part: string): Promise<XmlElement | null> {
    return this.parse(part, undefined);
  }

  /** Reads a part unit by unit. False where it is absent. */
  async stream(part: string, sink: UnitSink): Promise<boolean> {
    return (await this.parse(part, sink)) !== null;
  }

  private async parse(part: string, sink: UnitSink | undefined): Promise<XmlElement | null> {
    const bytes = await this.archive.read(part);
    if (bytes === null) return null;
    const { root, error } = parseXml(decodeXml(bytes), this.context.budget.limits, sink);
    if (error !== null)
      this.context.note(
        'damaged_document',
        'error',
        `part ${part} is no well-formed XML (${error.trim()}); what stands before the fault was read`,
        { part },
      );
    return root;
  }
}

/** A relationship's target as a part name: relative to the folder of its source, without leaving the package. */
function resolvePart(folder: string, target: string): string {
  const segments: string[] = [];
  for (const segment of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

/** The text of an XML part: byte order mark first, then the charset of its declaration, else UTF-8. */
function decodeXml(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeCharset(bytes, 'utf16be');
  const declared = /<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(bytes.toString('latin1', 0, 200))?.[1];
  if (declared === undefined || !encodingExists(declared) || /^utf/i.test(declared)) return bytes.toString('utf8').replace(/^\ufeff/, '');
  return decodeCharset(bytes, declared);
}
