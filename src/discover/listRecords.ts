import { plainText, printedDate } from './printedText.js';

/** A row of a list, or a column of a tree, that a script or a JSON answer holds for a program that draws it. */
export interface ListRecord {
  text: string;
  /** As it is written, relative or not. */
  address: string;
  /** YYYY-MM-DD. */
  date: string | null;
}

/** Keys under which portal software keeps title and address of a row, in lower case. */
const TITLE_KEYS = new Set(
  'title name text label subject doctitle articletitle infotitle showtitle filename showname headline topic caption'.split(' '),
);
const ADDRESS_KEYS = new Set(
  'url href link linkurl docpuburl puburl docurl articleurl infourl pageurl htmlurl visiturl staticurl fileurl filepath downloadurl attachurl path'.split(
    ' ',
  ),
);
const DATE_KEY = /date|time|rq$/i;
/** A text is looked through only where it has a key for an address, or calls with strings. */
const WORTH_READING = /(?:url|href|link|path)["']?\s*:|\.add\s*\(/i;

const MAX_RECORDS = 5000;
const MAX_NESTING = 6;
/** An object without objects in it. */
const FLAT_OBJECT = /\{[^{}]{1,8000}\}/g;
const PAIR = /["']?([A-Za-z_]\w{0,30})["']?\s*:\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[\w.-]+)/g;
/** Two strings beside each other as a tree's nodes are added: `d.add(3,2,'部门预算','list.jsp?cat=3')`. */
const NODE = /\.add\s*\([^()'"]{0,40}(["'])([^"'\n]{2,60})\1\s*,\s*(["'])([^"'\s<>]{1,300})\3/g;
const ADDRESS = /^(?:https?:)?\/\/|^\.{0,2}\/|^[\w%./-]+\.(?:s?html?|jsp|aspx?|php|do|action|pdf|docx?|xlsx?|zip|rar)(?:$|[?#])|^\?\w+=/i;
const CHINA_HOURS = 8;

/**
 * The records with a title and an address in a script or JSON text, in their order, at most 5,000. Objects are told by the names of their keys, whatever the program around them
 * is; nothing is run. Time is linear in the length of the text.
 */
export function listRecords(text: string): ListRecord[] {
  if (!WORTH_READING.test(text)) return [];
  const found: ListRecord[] = [];
  const keep = (record: ListRecord | null): void => {
    if (record !== null && found.length < MAX_RECORDS) found.push(record);
  };
  let rest = text;
  // Objects are read from the inside outwards: one that has others in it (attachments, a channel) is flat once these are taken out.
  for (let level = 0; level < MAX_NESTING; level += 1) {
    const next = rest.replace(FLAT_OBJECT, (object) => {
      keep(recordOf(object));
      return '0';
    });
    if (next === rest) break;
    rest = next;
  }
  for (const match of text.matchAll(NODE)) keep(stated(match[2] ?? '', match[4] ?? '', null));
  return found;
}

/** The record that the pairs of an object make, or null. */
function recordOf(object: string): ListRecord | null {
  let title = '';
  let address = '';
  let date: string | null = null;
  for (const [, name = '', literal = ''] of object.matchAll(PAIR)) {
    const key = name.toLowerCase();
    const value = unquoted(literal);
    if (TITLE_KEYS.has(key)) title = value.length > title.length ? value : title;
    else if (ADDRESS_KEYS.has(key)) address ||= value;
    else if (DATE_KEY.test(key)) date ??= dateOf(value);
  }
  return stated(title, address, date);
}

/** A record of a printed title and what looks like an address; null where one of them does not. */
function stated(title: string, address: string, date: string | null): ListRecord | null {
  const text = plainText(title.replace(/<[^>]*>/g, ''));
  return /[㐀-鿿]/.test(text) && ADDRESS.test(address) ? { text, address, date } : null;
}

/** The text of a string literal with its escapes undone; of anything else the literal itself. */
function unquoted(literal: string): string {
  if (!/^["']/.test(literal)) return literal;
  return literal
    .slice(1, -1)
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\(.)/g, '$1');
}

/** A printed date, or the day in China of seconds or milliseconds since 1970; else null. */
function dateOf(value: string): string | null {
  if (!/^1\d{9}(?:\d{3})?$/.test(value)) return printedDate(value);
  const seconds = Number(value.slice(0, 10)) + CHINA_HOURS * 3600;
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}
