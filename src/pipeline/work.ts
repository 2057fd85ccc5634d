import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { Originals, packJson, readOriginal, sha256Of, unpackJson } from '../archive/index.js';
import { checkDepartment, checkDisclosure, checkOrganization } from '../check/index.js';
import { loadCodebook } from '../codebook/index.js';
import { extract, renderPdfPages } from '../extract/index.js';
import { sniffMediaType, unpackLimits, unpackZip } from '../fetch/index.js';
import { interpret } from '../interpret/index.js';
import { type Disclosure, type DocumentModel, zDisclosure, zDocumentModel, zMappingHints, zSourceEvidence } from '../model/index.js';
import type { TaskTable } from '../pool/index.js';
import { disclosureSummary } from './disclosureSummary.js';
import { partOf, zReadingPart } from './readingParts.js';
import { underOrganization } from './sameOrganization.js';
import { ARCHIVE_TYPE, checkSummary, errorCodes, modelSummary } from './summaries.js';
import { type Evidence, type UnpackedMember, zDocumentInput, zPacked, zRenderInput, zUnpackInput } from './tasks.js';
import { tooLarge, unreadModel } from './unread.js';

const zFileInput = z.object({ file: z.string(), maxBytes: z.number(), secondReader: z.boolean(), part: zReadingPart });

const zInterpretInput = z.object({ model: zPacked, fileName: z.string(), said: zSourceEvidence.optional(), hints: zMappingHints });
const zCheckInput = z.object({ disclosure: zPacked });
const zOrganizationInput = z.object({ disclosures: z.array(z.object({ body: zPacked, organization_id: z.string().optional() })) });

/** A disclosure under the id of its organization that is published. */
function published({ body, organization_id }: z.infer<typeof zOrganizationInput>['disclosures'][number]): Disclosure {
  return underOrganization(unpackJson(body, zDisclosure), organization_id);
}

/** The model of a file of any size: one that is too large is hashed in pieces and not read. */
async function readFileModel(file: string, evidence: Evidence): Promise<DocumentModel> {
  const { size } = await stat(file);
  if (size <= evidence.maxBytes) return readModel(await readFile(file), evidence);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(z.instanceof(Buffer).parse(chunk));
  return unreadModel(hash.digest('hex'), 'application/octet-stream', tooLarge(size, evidence.maxBytes));
}

/** The model of a file's bytes, read as what they are rather than as what their name says. */
async function readModel(bytes: Buffer, { fileName, contentType, maxBytes, secondReader }: Evidence): Promise<DocumentModel> {
  const sniffed = sniffMediaType(bytes, { fileName, contentType });
  if (sniffed.mediaType === ARCHIVE_TYPE) return archiveModel(bytes);
  const charset = sniffed.charset ?? undefined;
  return extract(bytes, sniffed.mediaType, { limits: { maxBytes }, charset, secondReader });
}

/** The model of an archive: nothing to read in itself, its members are documents. */
function archiveModel(bytes: Buffer): DocumentModel {
  return { sha256: sha256Of(bytes), mediaType: ARCHIVE_TYPE, title: null, pages: [], blocks: [], diagnostics: [] };
}

/** The CPU-bound stages as the children of the pool run them. */
export const tasks: TaskTable = {
  unpack: async (input) => {
    const { file, sha256, originals, maxBytes } = zUnpackInput.parse(input);
    const members: UnpackedMember[] = [];
    const kept = new Originals(originals);
    const bytes = await readOriginal(file, sha256);
    const diagnostics = await unpackZip(bytes, unpackLimits(maxBytes), async (member) => {
      const { sha256: document_id } = await kept.store(member.bytes);
      members.push({ path: member.path, file_name: member.name, document_id, bytes: member.bytes.length });
    });
    await kept.flush();
    return { body: packJson({ members, diagnostics }), summary: { members: members.length, errors: errorCodes(diagnostics) } };
  },
  extract: async (input) => {
    const document = zDocumentInput.parse(input);
    const model = await readModel(await readOriginal(document.file, document.sha256), document);
    return { body: packJson(model), summary: modelSummary(model) };
  },
  interpret: async (input) => {
    const { model, ...evidence } = zInterpretInput.parse(input);
    const disclosure = await interpret(unpackJson(model, zDocumentModel), { ...evidence, codebook: loadCodebook() });
    return { body: packJson(disclosure), summary: disclosureSummary(disclosure) };
  },
  checkDisclosure: async (input) => {
    const { disclosure } = zCheckInput.parse(input);
    const result = await checkDisclosure(unpackJson(disclosure, zDisclosure), loadCodebook());
    return { body: packJson(result), summary: checkSummary(result) };
  },
  checkOrganization: async (input) => {
    const { disclosures } = zOrganizationInput.parse(input);
    const result = await checkOrganization(disclosures.map(published), loadCodebook());
    return { body: packJson(result), summary: checkSummary(result) };
  },
  checkDepartment: async (input) => {
    const { disclosures } = zOrganizationInput.parse(input);
    const result = await checkDepartment(disclosures.map(published), loadCodebook());
    return { body: packJson(result), summary: checkSummary(result) };
  },
  renderPages: async (input) => {
    const { file, sha256, requests, scale, colours } = zRenderInput.parse(input);
    return renderPdfPages(await readOriginal(file, sha256), requests, scale, colours);
  },
  /** The wanted part of what the stages up to the check say of a document, for files that no pipeline keeps. */
  readDocument: async (input) => {
    const { file, part, ...limits } = zFileInput.parse(input);
    const fileName = path.basename(file);
    const model = await readFileModel(file, { fileName, contentType: null, ...limits });
    const codebook = loadCodebook();
    const disclosure = await interpret(model, { fileName, codebook });
    return packJson(partOf(part, { file, model, disclosure, check: await checkDisclosure(disclosure, codebook) }));
  },
};
