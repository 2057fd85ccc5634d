/** A JSON text, or one in the call that some data addresses wrap it in. */
const CALL = /^\s*[\w$.]{1,60}\s*\(([\s\S]*)\)\s*;?\s*$/;
const DEEPEST = 50;

/** Every string of a JSON (or JSONP) answer, in its order; null where a text is no JSON object or list. Never throws. */
export function jsonStrings(text: string): string[] | null {
  const body = /^\s*[[{]/.test(text) ? text : (CALL.exec(text)?.[1] ?? '');
  if (!/^\s*[[{]/.test(body)) return null;
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    // No JSON: what begins like it may be anything.
    return null;
  }
  const found: string[] = [];
  const visit = (part: unknown, depth: number): void => {
    if (typeof part === 'string') found.push(part);
    else if (typeof part === 'object' && part !== null && depth < DEEPEST) for (const inner of Object.values(part)) visit(inner, depth + 1);
  };
  visit(value, 0);
  return found;
}
