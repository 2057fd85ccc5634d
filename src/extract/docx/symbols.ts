/** Characters of the symbol fonts that documents print as text, by the low byte of their private-use code. */
const SYMBOL: Readonly<Record<number, string>> = {
  42: '*',
  43: '+',
  45: '−',
  60: '<',
  61: '=',
  62: '>',
  163: '≤',
  176: '°',
  177: '±',
  179: '≥',
  180: '×',
  183: '•',
  184: '÷',
  185: '≠',
  187: '≈',
  165: '∞',
  215: '⋅',
  174: '→',
  172: '←',
  173: '↑',
  175: '↓',
  229: '∑',
  97: 'α',
  98: 'β',
  109: 'μ',
  112: 'π',
  87: 'Ω',
  68: 'Δ',
};
const WINGDINGS: Readonly<Record<number, string>> = {
  108: '●',
  110: '■',
  111: '□',
  113: '❑',
  114: '❒',
  117: '◆',
  118: '❖',
  161: '○',
  167: '▪',
  168: '☐',
  216: '➢',
  220: '➔',
  224: '→',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
  129: '①',
  130: '②',
  131: '③',
  132: '④',
  133: '⑤',
  134: '⑥',
  135: '⑦',
  136: '⑧',
  137: '⑨',
  138: '⑩',
};
const WINGDINGS_2: Readonly<Record<number, string>> = { 79: '✗', 80: '✓', 81: '☒', 82: '☑', 83: '☒', 84: '☒', 163: '☐', 42: '☐' };

const FONTS: readonly [RegExp, Readonly<Record<number, string>>][] = [
  [/^symbol/i, SYMBOL],
  [/^wingdings 2/i, WINGDINGS_2],
  [/^wingdings/i, WINGDINGS],
];

/** The Unicode text of a `w:sym` (font name, hexadecimal code); null where no table knows it. A code outside the private use area is itself. */
export function symbolText(font: string | undefined, code: string | undefined): string | null {
  const point = Number.parseInt(code ?? '', 16);
  if (!Number.isFinite(point) || point <= 0 || point > 0xffff) return null;
  const table = FONTS.find(([pattern]) => pattern.test(font ?? ''))?.[1];
  if (table !== undefined) {
    const low = point & 0xff;
    return table[low] ?? (low >= 0x30 && low <= 0x39 && table === SYMBOL ? String.fromCharCode(low) : null);
  }
  return point >= 0xe000 && point <= 0xf8ff ? null : String.fromCharCode(point);
}
