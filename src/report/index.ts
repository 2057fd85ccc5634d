export { buildSite, type SiteOptions } from './buildSite.js';
export { type Evidence, evidenceOf, lineOfFigure } from './evidence.js';
export { evidenceText } from './evidenceText.js';
export type { DrawPages, PagePicture } from './pageImages.js';
export { BUILT_ASSETS } from './siteAssets.js';
export { tablePage } from './tablePage.js';
