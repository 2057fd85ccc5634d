import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaptureRow, DiagnosticRow, DocumentRow } from '../../src/model/index.js';
import type { RunReport } from '../../src/pipeline/index.js';
import { docx, paragraph, zip } from '../builders/docx.js';
import { endlessPdf } from '../builders/endlessPdf.js';
import { buildPdf } from '../builders/pdf.js';
import { readPipeline, runPipeline } from '../builtPipeline.js';
import { budgetPage } from './budgetPage.js';
import { publishedTable } from './publishedTable.js';

let folder: string;
let report: RunReport;
let documents: DocumentRow[];
let diagnostics: DiagnosticRow[];
let captures: CaptureRow[];

/** A file of this size that takes no space on the disk. */
async function sparseFile(file: string, bytes: number): Promise<void> {
  const handle = await open(file, 'w');
  await handle.truncate(bytes);
  await handle.close();
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fiscus-bad-input-'));
  const whole = await docx(paragraph('收入'.repeat(500)));
  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('WordDocument\u0000', 'utf16le')]);
  const gbk = budgetPage('某局').replace('<meta charset="utf-8">', '');
  const files = {
    'good.html': budgetPage('好局'),
    'truncated.docx': whole.subarray(0, whole.length / 2),
    'page.pdf': budgetPage('页局'),
    'password.pdf': buildPdf([{ content: '' }], { encryption: { cipher: 'RC4-40', userPassword: 'secret' } }),
    'no-password.pdf': buildPdf([{ content: '' }], { encryption: { cipher: 'RC4-40', userPassword: '' } }),
    'bomb.docx': await zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': Buffer.alloc(60 * 2 ** 20, 0x20) }),
    'empty.docx': '',
    'endless.pdf': endlessPdf(),
    'gbk.html': iconv.encode(gbk, 'gb18030'),
    'old.doc': ole,
  };
  for (const [name, bytes] of Object.entries(files)) await writeFile(path.join(folder, name), bytes);
  await sparseFile(path.join(folder, 'huge.pdf'), 200 * 2 ** 20);
  const pipelineFile = path.join(folder, 'bad.yaml');
  await writeFile(pipelineFile, 'name: bad\ntitle: bad input\nsource: { type: folder, path: ., include: ["*.{html,pdf,docx,doc}"] }\n');
  const output = path.join(folder, 'output');
  report = await runPipeline(await readPipeline(pipelineFile), { stateFolder: path.join(folder, 'state'), outputFolder: output });
  documents = await publishedTable(output, 'documents');
  diagnostics = await publishedTable(output, 'diagnostics');
  captures = await publishedTable(output, 'captures');
}, 240_000);
afterAll(async () => rm(folder, { recursive: true }));

/** Status and reasons of a document by its file name. */
function ended(name: string): [string, string[]] | undefined {
  const row = documents.find((document) => document.file_name === name);
  return row && [row.status, row.reasons];
}

describe('a run over bad input', () => {
  it('reads the good document beside it', () => {
    expect(ended('good.html')).toEqual(['read', []]);
  });

  it('reports a truncated DOCX', () => {
    expect(ended('truncated.docx')).toEqual(['failed', ['damaged_document']]);
  });

  it('reads an HTML page that is named .pdf as what it is', () => {
    const row = documents.find((document) => document.file_name === 'page.pdf');
    expect([row?.media_type, row?.status]).toEqual(['text/html', 'read']);
  });

  it('reports a PDF that needs a password', () => {
    expect(ended('password.pdf')).toEqual(['failed', ['encrypted_document']]);
  });

  it('opens a PDF whose user password is empty', () => {
    expect(ended('no-password.pdf')).toEqual(['failed', ['empty_document']]);
  });

  it('stops a PDF that takes more memory than the limit', () => {
    expect(ended('endless.pdf')).toEqual(['failed', ['memory_limit']]);
  });

  it('reports a zip bomb', () => {
    expect(ended('bomb.docx')).toEqual(['failed', ['zip_bomb']]);
  });

  it('reports an empty file', () => {
    expect(ended('empty.docx')?.[0]).toBe('failed');
  });

  it('reads a GBK page without charset', () => {
    const row = documents.find((document) => document.file_name === 'gbk.html');
    expect([row?.status, row?.lines]).toEqual(['read', documents.find((document) => document.file_name === 'good.html')?.lines]);
  });

  it('reports a .doc as an unsupported format', () => {
    expect(ended('old.doc')).toEqual(['unsupported', ['unsupported_format']]);
  });

  it('reports a file of 200 MB without reading it', () => {
    const rows = diagnostics.filter((diagnostic) => diagnostic.url === 'huge.pdf');
    expect(rows.map(({ document_id, severity, code }) => [document_id, severity, code])).toEqual([[null, 'error', 'file_too_large']]);
  });

  it('has a row of captures for the file of 200 MB that says why it was not read', () => {
    const row = captures.find((capture) => capture.url === 'huge.pdf');
    expect([row?.document_id, row?.status]).toEqual([null, 'failed: file_too_large']);
  });

  it('counts the file of 200 MB once as failed, by its name and with its reason', () => {
    expect(report.failed.filter(({ name }) => name === 'huge.pdf').map(({ status, reasons }) => [status, reasons])).toEqual([
      ['failed', ['file_too_large']],
    ]);
  });

  it('says of every failed document why, where a person can read it', () => {
    const unread = documents.filter((document) => document.status !== 'read');
    const explained = unread.filter(({ document_id }) =>
      diagnostics.some((row) => row.document_id === document_id && row.severity === 'error'),
    );
    expect(explained).toEqual(unread);
  });

  it('lists all that failed in its report', () => {
    const names = report.failed.map((failed) => failed.name).sort();
    expect(names).toEqual([
      'bomb.docx',
      'empty.docx',
      'endless.pdf',
      'huge.pdf',
      'no-password.pdf',
      'old.doc',
      'password.pdf',
      'truncated.docx',
    ]);
  });
});
