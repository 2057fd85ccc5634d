import { formatNumber, isUnnumbered } from './counting.js';
import { child, childValue, isOn, wholeNumber, type XmlElement } from './xmlTree.js';

interface Level {
  format: string;
  pattern: string;
  start: number;
  /** The 1-based level whose counting restarts this one; 0 never. */
  restart: number | undefined;
  legal: boolean;
  suffix: string;
}

interface List {
  /** Lists that share an abstract definition count together. */
  abstractId: string;
  levels: Map<number, Level>;
  startOverrides: Map<number, number>;
}

/** A list marker as Word prints it. `counted` is false for the formats that are plain ordinals of a list (1. a) i.). */
export interface Marker {
  text: string;
  chinese: boolean;
}

const MAX_LEVEL = 8;

/** The lists of a document and how far each has counted. */
export class Numbering {
  private readonly lists = new Map<string, List>();
  private readonly counters = new Map<string, number[]>();
  private readonly begun = new Set<string>();

  constructor(root: XmlElement | null) {
    const abstracts = new Map<string, Map<number, Level>>();
    const linked = new Map<string, string>();
    for (const element of root?.children ?? []) {
      const id = element.attributes['w:abstractNumId'];
      if (element.name !== 'w:abstractNum' || id === undefined) continue;
      abstracts.set(id, readLevels(element.children));
      const link = childValue(element, 'w:styleLink');
      if (link !== undefined) linked.set(link, id);
    }
    for (const element of root?.children ?? []) {
      const reference = element.name === 'w:abstractNum' ? childValue(element, 'w:numStyleLink') : undefined;
      const source = reference === undefined ? undefined : linked.get(reference);
      if (source !== undefined) abstracts.set(element.attributes['w:abstractNumId'] ?? '', abstracts.get(source) ?? new Map());
    }
    for (const element of root?.children ?? []) {
      const id = element.attributes['w:numId'];
      if (element.name === 'w:num' && id !== undefined) this.lists.set(id, readList(element, abstracts));
    }
  }

  /** Counts one paragraph of a list and returns its marker; null where the list prints none (bullets, numId 0). */
  next(listId: string, level: number): Marker | null {
    const list = this.lists.get(listId);
    const at = Math.min(Math.max(level, 0), MAX_LEVEL);
    const definition = list?.levels.get(at);
    if (list === undefined || definition === undefined) return null;
    const values = this.count(listId, list, at);
    if (isUnnumbered(definition.format) && !definition.pattern.includes('%')) {
      return definition.format === 'none' && definition.pattern.trim() !== '' ? { text: definition.pattern, chinese: true } : null;
    }
    const text = definition.pattern.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const shown = list.levels.get(index);
      const format = definition.legal && index < at ? 'decimal' : (shown?.format ?? 'decimal');
      return isUnnumbered(format) ? '' : formatNumber(values[index] ?? shown?.start ?? 1, format);
    });
    if (text === '') return null;
    return { text: definition.suffix === 'space' ? `${text} ` : text, chinese: /[^\x20-\x7e]/.test(text) };
  }

  /** Advances the counter of a level and forgets those of the levels below it. */
  private count(listId: string, list: List, level: number): number[] {
    const values = this.counters.get(list.abstractId) ?? [];
    this.counters.set(list.abstractId, values);
    const override = list.startOverrides.get(level);
    const first = `${listId}/${level}`;
    const current = values[level];
    if (override !== undefined && !this.begun.has(first)) values[level] = override;
    else values[level] = current === undefined ? (list.levels.get(level)?.start ?? 1) : current + 1;
    this.begun.add(first);
    for (let below = level + 1; below <= MAX_LEVEL; below += 1) {
      const restart = list.levels.get(below)?.restart;
      if (restart === undefined || (restart > 0 && level < restart)) delete values[below];
    }
    return values;
  }
}

/** The levels that `w:lvl` elements define. */
function readLevels(elements: readonly XmlElement[]): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const element of elements) {
    if (element.name !== 'w:lvl') continue;
    const format =
      child(element, 'w:numFmt') ?? child(element.children.find((one) => one.name === 'mc:AlternateContent')?.children.at(-1), 'w:numFmt');
    const restart = childValue(element, 'w:lvlRestart');
    levels.set(wholeNumber(element.attributes['w:ilvl'], 0), {
      format: format?.attributes['w:val'] ?? 'decimal',
      pattern: childValue(element, 'w:lvlText') ?? '',
      start: wholeNumber(childValue(element, 'w:start'), 0),
      restart: restart === undefined ? undefined : wholeNumber(restart, 0),
      legal: isOn(child(element, 'w:isLgl')),
      suffix: childValue(element, 'w:suff') ?? 'tab',
    });
  }
  return levels;
}

/** A list instance: its abstract definition with the overrides it states. */
function readList(element: XmlElement, abstracts: ReadonlyMap<string, Map<number, Level>>): List {
  const abstractId = childValue(element, 'w:abstractNumId') ?? '';
  const levels = new Map(abstracts.get(abstractId));
  const startOverrides = new Map<number, number>();
  for (const override of element.children) {
    if (override.name !== 'w:lvlOverride') continue;
    const level = wholeNumber(override.attributes['w:ilvl'], 0);
    const start = childValue(override, 'w:startOverride');
    if (start !== undefined) startOverrides.set(level, wholeNumber(start, 1));
    for (const [at, definition] of readLevels(override.children)) levels.set(at, definition);
  }
  return { abstractId, levels, startOverrides };
}
