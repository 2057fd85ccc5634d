import type { Block } from '../../model/index.js';
import { UnreadableDocument } from '../failure.js';
import type { Reading, ReadingContext } from '../reading.js';
import { Numbering } from './numbering.js';
import { OoxmlPackage, type Relationship } from './package.js';
import { hasDeletedMark, Story } from './story.js';
import { Styles } from './styles.js';
import { child, type XmlElement } from './xmlTree.js';
import { ZipArchive } from './zip.js';

/** What begins an OLE compound file: an old .doc, or a DOCX that is encrypted with a password. */
const OLE_SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/**
 * Reads a DOCX (OOXML word-processing document, transitional or strict) into blocks: headers as furniture, the body, notes as paragraphs, footers
 * as furniture. Tracked changes are read as accepted. Throws UnreadableDocument where the package cannot be read at all.
 */
export async function readDocx(bytes: Uint8Array, context: ReadingContext): Promise<Reading> {
  refuseCompoundFile(bytes);
  const archive = await ZipArchive.open(bytes, context.budget.limits);
  const ooxml = new OoxmlPackage(archive, context);
  const main = await ooxml.mainPart();
  const related = (await ooxml.relationships(main)).filter((one) => !one.external);
  const partOf = (type: string) => related.find((one) => one.type === type)?.target;
  const treeOf = async (part: string | undefined) => (part === undefined ? null : ooxml.tree(part));

  const styles = new Styles(await treeOf(partOf('styles')));
  const numberingTree = await treeOf(partOf('numbering'));
  const newStory = () => new Story(context, styles, new Numbering(numberingTree));

  const body: Block[] = [];
  const story = newStory();
  let held: XmlElement[] = [];
  const take = (unit: XmlElement) => {
    held.push(unit);
    if (hasDeletedMark(unit)) return;
    body.push(...story.blocks(held));
    held = [];
  };
  await ooxml.stream(main, { parent: 'w:body', take });
  body.push(...story.blocks(held));
  const furniture = async (type: string) => runningHeads(related, type, (part) => ooxml.tree(part), newStory);
  const blocks = [
    ...(await furniture('header')),
    ...body,
    ...notes(await treeOf(partOf('footnotes')), newStory()),
    ...notes(await treeOf(partOf('endnotes')), newStory()),
    ...(await furniture('footer')),
  ];
  return { title: titleOf(await ooxml.tree('docProps/core.xml')), blocks, diagnostics: context.diagnostics };
}

/** Refuses compound files by what they are: an encrypted package or a document of Word 97-2003. */
function refuseCompoundFile(bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!buffer.subarray(0, 8).equals(OLE_SIGNATURE)) return;
  if (buffer.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    throw new UnreadableDocument('encrypted_document', 'the DOCX is encrypted; a password is needed to read it');
  throw new UnreadableDocument(
    'unsupported_format',
    'the file is a compound file (Word 97-2003 .doc or alike), not a DOCX; convert it to DOCX',
  );
}

/** The texts of all headers or footers as furniture, each text once. */
async function runningHeads(
  related: readonly Relationship[],
  type: string,
  tree: (part: string) => Promise<XmlElement | null>,
  newStory: () => Story,
): Promise<Block[]> {
  const texts = new Set<string>();
  for (const { target } of related.filter((one) => one.type === type)) {
    const root = await tree(target);
    for (const block of newStory().blocks(root?.children ?? [])) {
      if (block.type === 'table') for (const cell of block.grid.cells) texts.add(cell.text.trim());
      else if (block.type !== 'figure') texts.add(block.text.trim());
    }
  }
  texts.delete('');
  return [...texts].map((text) => ({ type: 'furniture', text }));
}

/** The foot- or endnotes as blocks, without the separator lines. */
function notes(root: XmlElement | null, story: Story): Block[] {
  return (root?.children ?? [])
    .filter((note) => note.attributes['w:type'] === undefined || note.attributes['w:type'] === 'normal')
    .flatMap((note) => story.blocks(note.children));
}

/** The title of the core properties. */
function titleOf(root: XmlElement | null): string | null {
  return child(root ?? undefined, 'dc:title')?.text.trim() || null;
}
