import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { builtSources } from './builtSources.js';

type PipelineRoom = typeof import('../src/pipeline/index.js');

/** The room `pipeline` from compiled sources, for tests whose runs start children. */
export const { pipelineStatus, publishPipeline, readPipeline, restoreRelease, retryFailed, runPipeline }: PipelineRoom = await import(
  pathToFileURL(path.join(builtSources(), 'dist/pipeline/index.js')).href
);
