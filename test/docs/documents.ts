import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The text of a document of the project. */
export function readDocument(name: string): string {
  return readFileSync(path.join(project, name), 'utf8');
}

/** The text of one `## heading` section of a Markdown document, up to the next one. Throws where there is none. */
export function section(markdown: string, heading: string): string {
  const found = markdown.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
  if (found === undefined) throw new Error(`no section “${heading}”`);
  return found;
}

/** What stands in backticks in the first column of the tables of a Markdown text. */
export function firstColumn(markdown: string): string[] {
  return [...markdown.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1] ?? '');
}
