/** What begins the caption of a table or figure: Table 3, Tab. 2.1, Figure A-1, 表 1, 图3-2. */
export const CAPTION =
  /^(?:(?:table|tab\.|tableau|tabelle|tabla|tabella|quadro|figure|fig\.|chart|graph|exhibit|diagram)\s*(?:\d|[IVX]+\b|[A-Z][-.\s]?\d|[A-Z]\b)|(?:附?表|附?图)\s*[\d一二三四五六七八九十])/iu;
