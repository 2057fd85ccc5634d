import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/index.js';
import { type DocumentModel, MEDIA_TYPES, type RawGrid } from '../../src/model/index.js';
import { samplesFolder } from '../shared.js';
import { codes, grids, outline } from './read.js';

const read = async (format: 'docx' | 'html' | 'text', extension: string) =>
  extract(readFileSync(path.join(samplesFolder, `xushui-2024.${extension}`)), MEDIA_TYPES[format]);

/** A grid without white space, which formats keep differently. */
function places(grid: RawGrid): string[] {
  return grid.cells.map((cell) => `${cell.r},${cell.c} ${cell.rs}x${cell.cs} ${cell.text.replace(/\s+/g, '')}`);
}

/** The printed texts of a grid in reading order. */
function texts(grid: RawGrid): string[] {
  return [...grid.cells].sort((a, b) => a.r - b.r || a.c - b.c).map((cell) => cell.text.replace(/\s+/g, ''));
}

/** Blocks outside tables without white space. */
function prose(model: DocumentModel): string[] {
  return outline(model)
    .filter((line) => !line.startsWith('table'))
    .map((line) => line.replace(/\s+/g, ''));
}

describe('one disclosure in several formats', () => {
  let docx: DocumentModel;
  let html: DocumentModel;
  let text: DocumentModel;
  beforeAll(async () => {
    [docx, html, text] = await Promise.all([read('docx', 'docx'), read('html', 'html'), read('text', 'txt')]);
  });

  it('has the same 26 grids as DOCX and as HTML', () => {
    expect([grids(docx).length, grids(html).map(places)]).toEqual([26, grids(docx).map(places)]);
  });

  it('has the same cells as text dump', () => {
    expect(grids(text).map(texts)).toEqual(grids(docx).map(texts));
  });

  it('has the same headings and prose as DOCX and as HTML', () => {
    expect(prose(html)).toEqual(prose(docx));
  });

  it('is read without a diagnostic', () => {
    expect([docx, html, text].flatMap(codes)).toEqual([]);
  });
});
