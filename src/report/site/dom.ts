type Listener = (event: Event) => void;
type Attribute = string | number | boolean | null | Listener;
export type Child = Node | string | null | readonly Child[];

/**
 * An element with attributes and children. Text becomes text nodes: nothing that a document says is ever read as HTML. An attribute that is null or false is
 * left out; one that is a function listens to the event it names (`click`).
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name, value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  append(element, children);
  return element;
}

/** Adds children, lists flattened. */
export function append(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null) continue;
    if (typeof child === 'string') parent.appendChild(document.createTextNode(child));
    else if (child instanceof Node) parent.appendChild(child);
    else append(parent, child);
  }
}

/** Replaces what an element holds. */
export function fill(parent: HTMLElement, ...children: readonly Child[]): void {
  parent.replaceChildren();
  append(parent, children);
}

/** Text for those who do not see a sign. */
export function spoken(text: string): HTMLElement {
  return h('span', { class: 'spoken' }, text);
}

/** A definition list of named facts; those without a value are left out. */
export function facts(entries: readonly (readonly [string, Child])[]): HTMLElement {
  const known = entries.filter(([, value]) => value !== null && value !== '');
  return h(
    'dl',
    { class: 'facts' },
    known.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
  );
}
