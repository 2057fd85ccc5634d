/** What begins the caption of a table or figure: Table 3, Tab. 2.1, Figure A-1, 表 1, 图3-2. */
export const CAPTION =
  /^(?:(?:table|tab\.|tableau|tabelle|tabla|tabella|quadro|figure|fig\.|chart|graph|exhibit|diagram)\s*(?:\d|[IVX]+\b|[A-Z][-.\s]?\d|[A-Z]\b)|(?:附?表|附?图)\s*[\d一二三四五六七八九十])/iu;

/** The number of a caption and the title after it: a dot, colon, dash or blank between, and a title that begins with a capital letter, a numeral or an ideograph. */
const NUMBER_AND_TITLE =
  /^(?:[\p{L}]+\.?\s*)(?:[A-Z][-.\s]?)?(?:\d+(?:[.\-–]\d+)*[A-Za-z]?|[IVX]+|[A-Z]|[一二三四五六七八九十]+)(?:\s*[:：．—]\s*|\s*[.–-](?!\d)\s*|\s+|$)(?:["'“‘(（]?[\p{Lu}\p{N}\p{Script=Han}].*)?$/su;
const LONGEST = 220;
/** A sentence that begins with a table's number goes on with a verb and ends with a full stop of Chinese text. */
const SENTENCE = /[。；，;,]$|[。；]/u;
const LEADER = /(?:[.·…]\s?){4}/;

/** True for a text that is the caption of a table or figure: its name and number, alone or with a title; no sentence and no line of a list of tables. */
export function isCaptionText(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST || !CAPTION.test(trimmed) || !NUMBER_AND_TITLE.test(trimmed)) return false;
  return !SENTENCE.test(trimmed) && !LEADER.test(trimmed);
}

/** Words after which a caption goes on in the next line. */
const UNFINISHED = /(?:,|\b(?:and|or|of|in|on|by|for|from|to|at|with|the|an?|per|under|than|as))$/i;

/** True where the next line belongs to a caption: it begins with a small letter, or the caption ends with a word that nothing ends with. */
export function goesOnAsCaption(caption: string, next: string): boolean {
  return (
    next.length < LONGEST &&
    !CAPTION.test(next) &&
    (/^\p{Ll}/u.test(next) || (UNFINISHED.test(caption) && /^(?:\p{L}|(?:19|20)\d\d)/u.test(next)))
  );
}
