import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PipelineError, readPipeline } from '../../src/pipeline/index.js';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fiscus-pipeline-'));
  file = path.join(folder, 'p.yaml');
});
afterEach(async () => rm(folder, { recursive: true }));

/** The problems that reading this text names. */
async function problems(text: string): Promise<readonly string[]> {
  await writeFile(file, text);
  try {
    await readPipeline(file);
  } catch (error) {
    if (error instanceof PipelineError) return error.problems;
    throw error;
  }
  return [];
}

describe('a pipeline file', () => {
  it('is read with the defaults of what it does not say', async () => {
    await writeFile(file, 'name: a\ntitle: A\nsource: { type: folder, path: documents }\n');
    expect(await readPipeline(file)).toMatchObject({ limits: { seconds: 120, memory_mb: 1024 }, source: { include: ['**/*'] } });
  });

  it('names a folder relative to itself', async () => {
    await writeFile(file, 'name: a\ntitle: A\nsource: { type: folder, path: ../documents }\n');
    expect((await readPipeline(file)).source).toMatchObject({ path: path.resolve(folder, '../documents') });
  });

  it('that is absent is a problem with its name', async () => {
    await expect(readPipeline(path.join(folder, 'absent.yaml'))).rejects.toThrow('absent.yaml: cannot be read');
  });

  it('that is no YAML is a problem with its line', async () => {
    expect(await problems('name: a\ntitle: "A\n')).toEqual([expect.stringMatching(/p\.yaml:\d+: is no YAML/)]);
  });

  it('with too many aliases is a problem, not a bomb', async () => {
    const bomb = ['a: &a [x, x]', ...Array.from({ length: 20 }, (_, i) => `k${i}: &k${i} [${Array(9).fill(`*${i ? `k${i - 1}` : 'a'}`)}]`)];
    expect(await problems(bomb.join('\n'))).toEqual([expect.stringContaining('p.yaml: is no YAML')]);
  });

  it('with a wrong value is a problem with the path and what is expected there', async () => {
    const text = 'name: a\ntitle: A\nsource: { type: web, start: [{ url: "ftp://example.org" }] }\n';
    expect(await problems(text)).toEqual([`${file}: source.start[0].url: expected an absolute http or https URL`]);
  });

  it('with an unknown key is a problem that names the key', async () => {
    expect(await problems('name: a\ntitle: A\nsources: []\nsource: { type: folder, path: x }\n')).toEqual([
      expect.stringContaining('"sources"'),
    ]);
  });

  it('with several faults names each', async () => {
    expect(await problems('name: A B\nsource: { type: folder, path: x }\n')).toEqual([
      expect.stringContaining(`${file}: name: expected lower-case letters`),
      expect.stringContaining(`${file}: title:`),
    ]);
  });

  it('whose robots.txt exception has no reason is a problem', async () => {
    const text = 'name: a\ntitle: A\nsource: { type: web, start: [{ url: "https://example.org" }], robots: { obey: false } }\n';
    expect(await problems(text)).toEqual([expect.stringContaining('source.robots.reason')]);
  });
});
