export { answerProblem } from './answerProblem.js';
export { describePage, type PageDescription } from './describePage.js';
export { discoverPage } from './discoverPage.js';
export { discoverFolder, readFolderFile } from './folder.js';
export type { FetchedPage } from './htmlPage.js';
export { type PageInstead, pageInstead } from './pageInstead.js';
