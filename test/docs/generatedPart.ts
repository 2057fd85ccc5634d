/** The text of a part of a document that a program writes, between `<!-- generated: NAME -->` and `<!-- end -->`. Throws where there is none. */
export function generatedPart(markdown: string, name: string): string {
  const { from, to } = find(markdown, name);
  return markdown.slice(from, to);
}

/** The document with that part replaced. */
export function withGeneratedPart(markdown: string, name: string, text: string): string {
  const { from, to } = find(markdown, name);
  return `${markdown.slice(0, from)}${text}${markdown.slice(to)}`;
}

/** Where a part begins and ends; an empty line stands on both sides of it. */
function find(markdown: string, name: string): { from: number; to: number } {
  const start = `<!-- generated: ${name} -->\n\n`;
  const from = markdown.indexOf(start) + start.length;
  const to = markdown.indexOf('\n<!-- end -->', from - 1);
  if (!markdown.includes(start) || to === -1) throw new Error(`no generated part “${name}”`);
  return { from, to: Math.max(from, to) };
}
