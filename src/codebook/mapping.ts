import { z } from 'zod';
import { zConfidence, zProvenance } from '../model/index.js';
import { readDataFile } from './dataFiles.js';
import type { MappedCode } from './entry.js';

const zTarget = z.object({ code: z.string(), name: z.string() });
const zMappingRow = z.object({ code: z.string(), target: z.string(), confidence: zConfidence, provenance: zProvenance });

/** A look-up from our codes to an international classification: the mapping of the code itself or of the nearest code above it. */
export function loadMapping(mappingFile: string, targetFile: string, lengths: readonly number[]): (code: string) => MappedCode | null {
  const names = new Map(readDataFile(targetFile, zTarget).map((row) => [row.code, row.name]));
  const rows = new Map(readDataFile(mappingFile, zMappingRow).map((row) => [row.code, row]));
  return (code) => {
    for (const length of lengths) {
      if (length > code.length) continue;
      const row = rows.get(code.slice(0, length));
      if (!row) continue;
      // A blank target: the code has no function (transfers between governments), which a code above it must not hide.
      if (row.target === '') return null;
      const name = names.get(row.target);
      if (name === undefined) throw new Error(`codebook/data/${mappingFile}: ${row.target} is not in ${targetFile}`);
      return { code: row.target, name, confidence: row.confidence, provenance: row.provenance, mapped_from: row.code };
    }
    return null;
  };
}
