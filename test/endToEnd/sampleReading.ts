import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkDisclosure } from '../../src/check/index.js';
import { loadCodebook } from '../../src/codebook/index.js';
import { extract } from '../../src/extract/index.js';
import { interpret } from '../../src/interpret/index.js';
import { type CheckResult, type Disclosure, MEDIA_TYPES } from '../../src/model/index.js';
import { samplesFolder } from '../shared.js';

export type SampleFormat = keyof typeof MEDIA_TYPES;

/** What the stages from extract to check say of a document. */
export interface SampleReading {
  disclosure: Disclosure;
  check: CheckResult;
}

/** Reads the sample disclosure in one of its formats. */
export async function readSample(format: SampleFormat): Promise<SampleReading> {
  const fileName = `xushui-2024.${format === 'text' ? 'txt' : format}`;
  const model = await extract(readFileSync(path.join(samplesFolder, fileName)), MEDIA_TYPES[format]);
  const codebook = loadCodebook();
  const disclosure = await interpret(model, { fileName, codebook });
  return { disclosure, check: await checkDisclosure(disclosure, codebook) };
}
