import { type ObjectTable, objectsOf } from './objectTable.js';
import { isArray, isDictionary, Name, type PdfObject } from './pdfObjects.js';
import { understood } from './understood.js';

/** Layers of a document that are looked at. */
const MOST_LAYERS = 10_000;
const NONE: ReadonlySet<string> = new Set();

/**
 * The names of the layers (optional content groups; their bytes as characters) that a document opens with switched off, so that nobody sees what is drawn on them (ISO 32000-1, 8.11.4.3).
 * A name that a visible layer has too is left out, so that nothing printed is lost; so are all layers of a file that this reader does not understand.
 */
export function hiddenLayers(bytes: Uint8Array): ReadonlySet<string> {
  return understood(() => namesOfHidden(objectsOf(bytes))) ?? NONE;
}

function namesOfHidden(objects: ObjectTable): ReadonlySet<string> {
  const catalog = objects.resolve(objects.trailer.get('Root'));
  const layers = isDictionary(catalog) ? objects.resolve(catalog.get('OCProperties')) : null;
  const initial = isDictionary(layers) ? objects.resolve(layers.get('D')) : null;
  if (!isDictionary(layers) || !isDictionary(initial)) return NONE;
  const groupsIn = (list: PdfObject | undefined): ReadonlySet<PdfObject> => {
    const found = objects.resolve(list);
    return new Set(isArray(found) ? found.slice(0, MOST_LAYERS).map((group) => objects.resolve(group)) : []);
  };
  const state = objects.resolve(initial.get('BaseState'));
  const [on, off] = [groupsIn(initial.get('ON')), groupsIn(initial.get('OFF'))];
  const isHidden = (group: PdfObject): boolean => off.has(group) || (state instanceof Name && state.value === 'OFF' && !on.has(group));
  const hidden = new Set<string>();
  const visible = new Set<string>();
  for (const group of groupsIn(layers.get('OCGs'))) {
    const name = isDictionary(group) ? objects.resolve(group.get('Name')) : null;
    if (name instanceof Uint8Array) (isHidden(group) ? hidden : visible).add(Buffer.from(name).toString('latin1'));
  }
  return new Set([...hidden].filter((name) => !visible.has(name)));
}
