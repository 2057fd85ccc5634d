/** Namespace (transitional, strict, older drafts) → the prefix under which the readers know it. */
export const PREFIX_OF: Readonly<Record<string, string>> = {
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

/** The prefixes in force at one element. `plain` when every known prefix is the canonical one, as Word and WPS write it: then names need no translation. */
export interface NamespaceScope {
  prefixes: ReadonlyMap<string, string>;
  plain: boolean;
}

export const NO_NAMESPACES: NamespaceScope = { prefixes: new Map(), plain: true };

/** The scope inside an element: the outer one with what the element declares. */
export function declareNamespaces(attributes: Readonly<Record<string, string>>, outer: NamespaceScope): NamespaceScope {
  let inner: Map<string, string> | null = null;
  for (const name in attributes) {
    if (!name.startsWith('xmlns')) continue;
    const uri = attributes[name] ?? '';
    const prefix = name === 'xmlns' ? '' : name.slice(6);
    inner ??= new Map(outer.prefixes);
    inner.set(prefix, PREFIX_OF[uri] ?? prefix);
  }
  return inner === null ? outer : { prefixes: inner, plain: [...inner].every(([prefix, canonical]) => prefix === canonical) };
}

/** The canonical name of a qualified name: `w:tbl`, whatever prefix the part uses. A name without a prefix is in the default namespace. */
export function canonicalName(name: string, scope: NamespaceScope): string {
  if (scope.plain) return name;
  const colon = name.indexOf(':');
  const canonical = scope.prefixes.get(colon < 0 ? '' : name.slice(0, colon));
  if (canonical === undefined || canonical === '') return name;
  return `${canonical}:${colon < 0 ? name : name.slice(colon + 1)}`;
}

/** Attributes by canonical name. One without a prefix is in no namespace and keeps its name. */
export function canonicalAttributes(attributes: Readonly<Record<string, string>>, scope: NamespaceScope): Readonly<Record<string, string>> {
  if (scope.plain) return attributes;
  const out: Record<string, string> = {};
  for (const name in attributes) out[name.includes(':') ? canonicalName(name, scope) : name] = attributes[name] ?? '';
  return out;
}
