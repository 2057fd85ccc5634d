import { MEDIA_TYPES } from '../../src/model/index.js';
import { createPool } from '../../src/pool/index.js';
import { LARGE_DOCUMENT, largeDocx, largeHtml } from './documents.js';
import { READERS_MODULE } from './pdfReaders.js';
import { median, zRepeated } from './reading.js';

/** What reading a generated document costs, in ms: medians over fresh processes. */
export interface LargeDocumentCost {
  name: string;
  bytes: number;
  /** The first call of a process. */
  coldWallMs: number;
  coldCpuMs: number;
  /** Later calls. */
  warmWallMs: number;
  warmCpuMs: number;
}

const CALLS = 10;

/** Reads the generated tables as DOCX and as HTML, each in `processes` fresh processes, several times in each. */
export async function measureLargeDocuments(processes: number): Promise<LargeDocumentCost[]> {
  const size = `${LARGE_DOCUMENT.tables} tables x ${LARGE_DOCUMENT.rows} x ${LARGE_DOCUMENT.columns}`;
  const documents: [string, string, Uint8Array][] = [
    [`DOCX of ${size}`, MEDIA_TYPES.docx, await largeDocx()],
    [`HTML of ${size}`, MEDIA_TYPES.html, largeHtml()],
  ];
  const costs: LargeDocumentCost[] = [];
  for (const [name, mediaType, bytes] of documents)
    costs.push({ name, bytes: bytes.length, ...(await measure(bytes, mediaType, processes)) });
  return costs;
}

async function measure(bytes: Uint8Array, mediaType: string, processes: number): Promise<Omit<LargeDocumentCost, 'name' | 'bytes'>> {
  const runs = [];
  for (let i = 0; i < processes; i += 1) {
    const pool = createPool({ module: READERS_MODULE, limits: { seconds: 600, memoryMb: 2000 }, workers: 1 });
    try {
      const outcome = await pool.run({ task: 'repeat', input: { bytes, mediaType, times: CALLS }, output: zRepeated });
      if (outcome.type === 'failed') throw new Error(outcome.detail);
      runs.push(outcome.value.costs);
    } finally {
      await pool.close();
    }
  }
  const cold = runs.map((costs) => costs[0]!);
  const warm = runs.flatMap((costs) => costs.slice(1));
  return {
    coldWallMs: median(cold.map((cost) => cost.wallMs)),
    coldCpuMs: median(cold.map((cost) => cost.cpuMs)),
    warmWallMs: median(warm.map((cost) => cost.wallMs)),
    warmCpuMs: median(warm.map((cost) => cost.cpuMs)),
  };
}
