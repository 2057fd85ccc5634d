import { SaxesParser } from 'saxes';
import { UnreadableDocument } from '../failure.js';
import type { ExtractLimits } from '../options.js';
import { canonicalAttributes, canonicalName, declareNamespaces, type NamespaceScope, NO_NAMESPACES } from './namespaces.js';
import { UNREAD_ELEMENTS, withoutUnreadElements } from './unreadElements.js';

/** An element: canonical name such as `w:tbl`, attributes such as `w:val` likewise, children in order; `text` is its own character data. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  text: string;
}

/** Where to hand over finished elements while parsing: each child of an element called `parent`. */
export interface UnitSink {
  parent: string;
  take: (unit: XmlElement) => void;
}

/** Shared by all elements without children; most have none. */
const NO_CHILDREN: XmlElement[] = [];

/**
 * Parses markup without expanding any declared entity. Units are handed to `sink` as soon as they are complete and dropped from the tree, so
 * that a long document is never in memory as a whole. Returns the root (null where there is none) and the first well-formedness error; what
 * came before the error was handed over, the open unit included. Throws UnreadableDocument `too_large` past the limits on elements or depth.
 */
export function parseXml(text: string, limits: ExtractLimits, sink?: UnitSink): { root: XmlElement | null; error: string | null } {
  const markup = withoutUnreadElements(text);
  const mayDeclare = declaresBelowRoot(markup);
  const parser = new SaxesParser({ xmlns: false, position: false });
  const stack: XmlElement[] = [];
  const scopes: NamespaceScope[] = [NO_NAMESPACES];
  let root: XmlElement | null = null;
  let error: string | null = null;
  let elements = 0;
  let passedOver = 0;

  const addText = (data: string) => {
    const element = stack[stack.length - 1];
    if (passedOver === 0 && element !== undefined) element.text += data;
  };
  const handOver = (unit: XmlElement | undefined, parent: XmlElement | undefined) => {
    if (unit === undefined || parent === undefined || sink === undefined || parent.name !== sink.parent) return;
    parent.children.pop();
    sink.take(unit);
  };
  parser.on('error', (problem) => {
    error ??= problem.message;
  });
  parser.on('opentag', (tag) => {
    elements += 1;
    if (elements > limits.maxElements) throw new UnreadableDocument('too_large', `a part has more than ${limits.maxElements} elements`);
    if (passedOver > 0) {
      passedOver += 1;
      return;
    }
    if (stack.length >= limits.maxDepth) throw new UnreadableDocument('too_large', `a part nests elements deeper than ${limits.maxDepth}`);
    const outer = scopes[scopes.length - 1]!;
    const scope = mayDeclare || root === null ? declareNamespaces(tag.attributes, outer) : outer;
    const name = canonicalName(tag.name, scope);
    if (UNREAD_ELEMENTS.has(name)) {
      passedOver = 1;
      return;
    }
    scopes.push(scope);
    const element: XmlElement = { name, attributes: canonicalAttributes(tag.attributes, scope), children: NO_CHILDREN, text: '' };
    const parent = stack[stack.length - 1];
    if (parent !== undefined) {
      if (parent.children === NO_CHILDREN) parent.children = [element];
      else parent.children.push(element);
    }
    stack.push(element);
    root ??= element;
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    if (passedOver > 0) {
      passedOver -= 1;
      return;
    }
    scopes.pop();
    handOver(stack.pop(), stack[stack.length - 1]);
  });
  parser.write(markup).close();
  const open = stack.findIndex((element) => element.name === sink?.parent);
  if (open >= 0) handOver(stack[open + 1], stack[open]);
  return { root, error };
}

/** Whether namespaces may be declared below the root element: most parts declare all at the root, and then no other tag needs a look. */
function declaresBelowRoot(markup: string): boolean {
  const root = markup.search(/<[^?!]/);
  return markup.includes('xmlns', markup.indexOf('>', root));
}

/** The first child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((one) => one.name === name);
}

/** The value attribute (`w:val`, `m:val`) of the first child of that name. */
export function childValue(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attributes[name.startsWith('m:') ? 'm:val' : 'w:val'];
}

/** A whole number of an attribute, or `fallback` where it is none. */
export function wholeNumber(text: string | undefined, fallback: number): number {
  return text !== undefined && /^[+-]?\d{1,9}(\.\d+)?$/.test(text) ? Math.trunc(Number(text)) : fallback;
}

/** The state of an on/off property: present without a value means on. */
export function isOn(property: XmlElement | undefined): boolean {
  return property !== undefined && !/^(0|false|off|none)$/i.test(property.attributes['w:val'] ?? property.attributes['m:val'] ?? 'true');
}
