import { describe, expect, it } from 'vitest';
import { ARTICLES } from './portals/articles.js';
import { EMPTY } from './portals/empty.js';
import { LATE } from './portals/late.js';
import { LISTS } from './portals/lists.js';
import { compare, discoverPortal } from './portals/portalPage.js';
import { SCRIPTED } from './portals/scripted.js';
import { VARIANTS } from './portals/variants.js';

const FAMILIES = {
  lists: LISTS,
  articles: ARTICLES,
  'scripts and frames': SCRIPTED,
  'other software': VARIANTS,
  'still other software': LATE,
  'nothing there': EMPTY,
};

describe.each(Object.entries(FAMILIES))('discovery on portal software: %s', (_, pages) => {
  it.each(pages.map((page) => [page.name, page] as const))('finds all of %s, and nothing else', (_name, page) => {
    const found = discoverPortal(page);
    const wrong = Object.values(compare(page, found)).flatMap(({ missing, wrong }) => [
      ...missing.map((url) => `missing ${url}`),
      ...wrong.map((url) => `wrong ${url}`),
    ]);
    const codes = found.diagnostics.map(({ code }) => code);
    expect([...wrong, ...(page.says ?? []).filter((code) => !codes.includes(code)).map((code) => `does not say ${code}`)]).toEqual([]);
  });
});
