export { buildDataset } from './build.js';
export { type Column, columnsOf } from './columns.js';
export { csvHeader, csvRecords, csvRow, readCsv } from './csv.js';
export { dataDictionary } from './dataDictionary.js';
export { type DatasetInput, type DocumentInfo, type SourceDiagnostic, zDocumentInfo } from './input.js';
export * from './package/index.js';
export { joinProofs } from './proofs.js';
export { type DocumentRows, publishedDocuments, readDocument } from './readDocument.js';
export { writeDataset } from './write.js';
