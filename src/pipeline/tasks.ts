import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { zBox, zDiagnostic } from '../model/index.js';

/** Bytes of a document that a child reads itself: a path costs less than bytes between processes (measured: 20 ms against 58 ms for 10 MB). */
export const zDocumentInput = z.object({
  file: z.string(),
  sha256: z.string(),
  fileName: z.string(),
  contentType: z.string().nullable(),
  maxBytes: z.number(),
  secondReader: z.boolean(),
});
export type DocumentInput = z.infer<typeof zDocumentInput>;
export type Evidence = Pick<DocumentInput, 'fileName' | 'contentType' | 'maxBytes' | 'secondReader'>;

/** An archive that a child unpacks into the folder of originals. */
export const zUnpackInput = z.object({ file: z.string(), sha256: z.string(), originals: z.string(), maxBytes: z.number() });

/** A member of an archive: its path in there, its name, and its bytes as they are kept. */
const zUnpackedMember = z.object({ path: z.string(), file_name: z.string(), document_id: z.string(), bytes: z.number().int() });
export type UnpackedMember = z.infer<typeof zUnpackedMember>;
export const zUnpacked = z.object({ members: z.array(zUnpackedMember), diagnostics: z.array(zDiagnostic) });

/** Pages of an original to draw as PNG, `scale` pixels a point. */
export const zRenderInput = z.object({
  file: z.string(),
  sha256: z.string(),
  scale: z.number().positive().max(8),
  colours: z.enum(['full', 'grey']),
  requests: z.array(z.object({ page: z.number().int(), marks: z.array(zBox) })),
});
export const zRendered = z.array(z.object({ png: z.instanceof(Uint8Array), width: z.number(), height: z.number(), scale: z.number() }));

/** A result as packed JSON. */
export const zPacked = z.instanceof(Uint8Array);

/** What a stage hands back from a child: the packed result, and its summary. */
export const packed = <S extends z.ZodType>(summary: S) => z.object({ body: zPacked, summary });

/** The module whose tasks the children run; TypeScript where this one is. Only children load it, with the readers it needs. */
export function workModule(): URL {
  return new URL(`./work${path.extname(fileURLToPath(import.meta.url))}`, import.meta.url);
}
