/** Namespace (transitional, strict, older drafts) → the prefix under which the readers know it. */
const PREFIX_OF: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
};

/** Prefix in the part → canonical prefix, as in force at one element. */
export type NamespaceScope = ReadonlyMap<string, string>;

/** The scope inside an element: the outer one with what the element declares. */
export function declareNamespaces(attributes: Readonly<Record<string, string>>, outer: NamespaceScope): NamespaceScope {
  let inner: Map<string, string> | null = null;
  for (const name in attributes) {
    if (!name.startsWith('xmlns')) continue;
    const uri = attributes[name] ?? '';
    inner ??= new Map(outer);
    inner.set(name === 'xmlns' ? '' : name.slice(6), PREFIX_OF[uri] ?? `{${uri}}`);
  }
  return inner ?? outer;
}

/** The canonical name of a qualified name: `w:tbl`, whatever prefix the part uses. */
export function canonicalName(name: string, scope: NamespaceScope): string {
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  const known = scope.get(prefix);
  if (known === undefined || known === prefix) return name;
  return `${known}:${colon < 0 ? name : name.slice(colon + 1)}`;
}

/** Attributes by local name (`val`); those of the relationships namespace keep its prefix (`r:id`), because `w:id` may stand beside `r:id`. */
export function localAttributes(attributes: Readonly<Record<string, string>>, scope: NamespaceScope): Readonly<Record<string, string>> {
  let out: Record<string, string> | null = null;
  for (const name in attributes) {
    const colon = name.indexOf(':');
    if (colon > 0 && name.startsWith('xmlns:')) continue;
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    const local = colon < 0 ? name : name.slice(colon + 1);
    out ??= {};
    out[colon > 0 && scope.get(prefix) === 'r' ? `r:${local}` : local] = attributes[name] ?? '';
  }
  return out ?? NO_ATTRIBUTES;
}

const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({});
