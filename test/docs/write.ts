import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { dataDictionary } from '../../src/dataset/index.js';
import { codebookCounts, learnedCounts } from './codebookCounts.js';
import { project, readDocument } from './documents.js';
import { withGeneratedPart } from './generatedPart.js';
import { settingTables } from './pipelineSettings.js';

let pipelines = readDocument('docs/pipelines.md');
for (const [name, table] of settingTables()) pipelines = withGeneratedPart(pipelines, name, table);
let codebook = withGeneratedPart(readDocument('docs/codebook.md'), 'counts', codebookCounts());
codebook = withGeneratedPart(codebook, 'learned', learnedCounts());

const documents = { 'docs/data.md': dataDictionary(), 'docs/pipelines.md': pipelines, 'docs/codebook.md': codebook };
for (const [name, text] of Object.entries(documents)) writeFileSync(path.join(project, name), text);
