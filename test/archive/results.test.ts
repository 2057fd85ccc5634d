import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Archive, openArchive, packJson, unpackJson } from '../../src/archive/index.js';

let folder: string;
let archive: Archive;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fiscus-archive-'));
  archive = await openArchive(folder);
});
afterEach(async () => {
  await archive.close();
  await rm(folder, { recursive: true });
});

const zValue = z.object({ lines: z.array(z.string()) });
const stored = (key: string, lines: string[], subject = 'document') => ({
  key,
  stage: 'extract' as const,
  subject,
  summary: { lines: lines.length },
  body: packJson({ lines }),
});

describe('stage results', () => {
  it('come back through their schema', async () => {
    await archive.results.put([stored('k', ['预算数'])]);
    expect(await archive.results.get('k', zValue)).toEqual({ lines: ['预算数'] });
  });

  it('are absent where nothing was stored', async () => {
    expect(await archive.results.get('k', zValue)).toBeUndefined();
  });

  it('do not pass a schema that they do not fit', async () => {
    await archive.results.put([stored('k', [])]);
    await expect(archive.results.get('k', z.object({ tables: z.number() }))).rejects.toThrow('tables');
  });

  it('never change under the same key', async () => {
    await archive.results.put([stored('k', ['first'])]);
    await archive.results.put([stored('k', ['second'])]);
    expect(await archive.results.get('k', zValue)).toEqual({ lines: ['first'] });
  });

  it('have a summary that is read without them', async () => {
    await archive.results.put([stored('k', ['a', 'b'])]);
    expect(await archive.results.summary('k', z.object({ lines: z.number() }))).toEqual({ lines: 2 });
  });

  it('are forgotten by subject', async () => {
    await archive.results.put([stored('k', [], 'one'), stored('l', [], 'two')]);
    await archive.results.forgetSubjects(['one']);
    expect([await archive.results.has('k'), await archive.results.has('l')]).toEqual([false, true]);
  });

  it('are forgotten with the checks between subjects and with publications, whose keys do not tell new results', async () => {
    const of = (key: string, stage: 'extract' | 'check' | 'publish', subject: string) => ({ ...stored(key, [], subject), stage });
    await archive.results.put([of('a', 'extract', 'one'), of('b', 'extract', 'two'), of('c', 'check', 'two')]);
    await archive.results.put([of('d', 'check', 'bureau'), of('e', 'publish', 'output')]);
    await archive.results.forgetSubjects(['one']);
    const kept = [];
    for (const key of ['a', 'b', 'c', 'd', 'e']) if (await archive.results.has(key)) kept.push(key);
    expect(kept).toEqual(['b', 'c']);
  });

  it('of a subject are told by the last one', async () => {
    await archive.results.put([stored('z', ['old'], 'one'), stored('y', [], 'two')]);
    await archive.results.put([stored('a', ['new', 'er'], 'one')]);
    const latest = await archive.results.latestSummaries('extract');
    expect(latest.map(({ key, subject }) => [key, subject])).toEqual([
      ['a', 'one'],
      ['y', 'two'],
    ]);
  });

  it('survive packing whatever they say', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(unpackJson(packJson(value), z.unknown())).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('runs', () => {
  it('are resumed while their plan holds', async () => {
    await archive.runs.begin('plan');
    expect(await archive.runs.begin('plan')).toEqual({ run: 1, resumed: true });
  });

  it('are abandoned when the plan changes', async () => {
    await archive.runs.begin('plan');
    expect(await archive.runs.begin('another plan')).toEqual({ run: 2, resumed: false });
  });

  it('are followed by a new one when they are done', async () => {
    await archive.runs.begin('plan');
    await archive.runs.finish(1, { documents: 3 });
    expect(await archive.runs.begin('plan')).toEqual({ run: 2, resumed: false });
  });

  it('keep their report', async () => {
    await archive.runs.begin('plan');
    await archive.runs.finish(1, { documents: 3 });
    expect(await archive.runs.latest()).toEqual({ run: 1, fingerprint: 'plan', state: 'done', report: { documents: 3 } });
  });
});
