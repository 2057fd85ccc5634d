import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { dataDictionary } from '../../src/dataset/index.js';
import { project } from './documents.js';

writeFileSync(path.join(project, 'docs/data.md'), dataDictionary());
