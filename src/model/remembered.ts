/** Texts longer than this (characters) are not remembered: they are hardly ever printed twice. */
const LONGEST = 80;
/** So many texts are remembered; then all are forgotten. */
const MOST = 20_000;

/** `compute` with its results remembered for texts that are asked for again and again, as the same names and heads are; results are shared and must not be changed. */
export function remembered<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly result: T }>();
  return (text) => {
    if (text.length > LONGEST) return compute(text);
    const found = known.get(text);
    if (found !== undefined) return found.result;
    const result = compute(text);
    if (known.size >= MOST) known.clear();
    known.set(text, { result });
    return result;
  };
}
