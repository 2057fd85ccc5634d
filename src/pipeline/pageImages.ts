import path from 'node:path';
import type { z } from 'zod';
import { Originals } from '../archive/index.js';
import type { PageColours } from '../extract/index.js';
import type { Box } from '../model/index.js';
import { createPool } from '../pool/index.js';
import { zWorkLimits } from './description.js';
import { workModule, zRendered } from './tasks.js';

/** A page to draw and the boxes to mark on it, in points from the top left of the page as displayed. */
export interface WantedPage {
  page: number;
  marks: readonly Box[];
}
export type DrawnPage = z.infer<typeof zRendered>[number];

/** Draws pages of archived PDFs in child processes under a time and memory limit. */
export interface PageImages {
  /** PNGs in the order of the pages, `scale` pixels a point; null where the document cannot be drawn. Throws where its original is not in the archive. */
  draw(document_id: string, pages: readonly WantedPage[], scale: number, colours?: PageColours): Promise<DrawnPage[] | null>;
  close(): Promise<void>;
}

/** Page images from the originals of a state folder. */
export function openPageImages(stateFolder: string, workers?: number): PageImages {
  const originals = new Originals(path.join(stateFolder, 'originals'));
  const limits = zWorkLimits.parse({});
  const pool = createPool({
    module: workModule(),
    limits: { seconds: limits.seconds, memoryMb: limits.memory_mb },
    ...(workers === undefined ? {} : { workers }),
  });
  return {
    draw: async (document_id, requests, scale, colours = 'full') => {
      if (!(await originals.has(document_id))) throw new RangeError(`${document_id} is not among the originals of ${stateFolder}`);
      const input = { file: originals.pathOf(document_id), sha256: document_id, requests, scale, colours };
      const outcome = await pool.run({ task: 'renderPages', input, output: zRendered });
      return outcome.type === 'done' ? outcome.value : null;
    },
    close: async () => pool.close(),
  };
}
