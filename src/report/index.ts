export { type Evidence, evidenceOf, lineOfFigure } from './evidence.js';
export { evidenceText } from './evidenceText.js';
export { tablePage } from './tablePage.js';
