import { deflateRawSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { unpackLimits, unpackZip } from '../../src/fetch/index.js';
import { zipOf } from '../builders/zip.js';

const LIMITS = unpackLimits(10_000_000);

/** Paths and texts of an archive's members, and the codes of what was left out. */
async function unpacked(archive: Buffer, limits = LIMITS) {
  const members: [string, string][] = [];
  const diagnostics = await unpackZip(archive, limits, async ({ path, bytes }) => {
    members.push([path, bytes.toString('latin1').slice(0, 20)]);
  });
  return { members, codes: diagnostics.map((one) => one.code) };
}

const paths = async (archive: Buffer, limits = LIMITS) => (await unpacked(archive, limits)).members.map(([path]) => path);

describe('unpacking an archive', () => {
  it('gives its files in order, without folders', async () => {
    const archive = zipOf([
      { name: '附件/', bytes: Buffer.alloc(0), utf8: true },
      { name: '附件/1.txt', bytes: Buffer.from('one'), utf8: true },
      { name: '2.txt', bytes: Buffer.from('two'), utf8: true },
    ]);
    expect((await unpacked(archive)).members).toEqual([
      ['附件/1.txt', 'one'],
      ['2.txt', 'two'],
    ]);
  });

  it.each([
    ['gb18030', false],
    ['utf8', false],
    ['utf8', true],
  ] as const)('reads names in %s (flag %s)', async (charset, utf8) => {
    const archive = zipOf([{ name: iconv.encode('某局2024年部门预算公开表.xls', charset), bytes: Buffer.from('x'), utf8 }]);
    expect(await paths(archive)).toEqual(['某局2024年部门预算公开表.xls']);
  });

  it('takes the Unicode path field over a name without flag', async () => {
    const archive = zipOf([{ name: Buffer.from('????.doc'), unicodePath: '预算.doc', bytes: Buffer.from('x') }]);
    expect(await paths(archive)).toEqual(['预算.doc']);
  });

  it('lets no name lead out of the archive', async () => {
    const names = ['../../etc/passwd', '/root/a.txt', 'C:\\temp\\b.txt', 'x/./../y.txt'];
    const archive = zipOf(names.map((name) => ({ name, bytes: Buffer.from('x') })));
    expect(await paths(archive)).toEqual(['etc/passwd', 'root/a.txt', 'temp/b.txt', 'x/y.txt']);
  });

  it('leaves out what systems put there', async () => {
    const names = ['__MACOSX/._a.doc', '.DS_Store', 'Thumbs.db', '~$a.docx', 'a.doc'];
    expect(await paths(zipOf(names.map((name) => ({ name, bytes: Buffer.from('x') }))))).toEqual(['a.doc']);
  });

  it('tells members of one name apart', async () => {
    const twice = [1, 2].map((number) => ({ name: 'a.txt', bytes: Buffer.from(String(number)) }));
    expect((await unpacked(zipOf(twice))).members).toEqual([
      ['a.txt', '1'],
      ['a.txt (2)', '2'],
    ]);
  });

  it('gives the members of archives inside it under their path', async () => {
    const inner = zipOf([{ name: 'b.txt', bytes: Buffer.from('b') }]);
    expect(await paths(zipOf([{ name: 'inner.zip', bytes: inner }]))).toEqual(['inner.zip', 'inner.zip!/b.txt']);
  });

  it('opens archives inside archives only so deep', async () => {
    let archive = zipOf([{ name: 'a.txt', bytes: Buffer.from('a') }]);
    for (let depth = 0; depth < 5; depth += 1) archive = zipOf([{ name: 'z.zip', bytes: archive }]);
    const { members, codes } = await unpacked(archive);
    expect([members.map(([path]) => path), codes]).toEqual([['z.zip', 'z.zip!/z.zip', 'z.zip!/z.zip!/z.zip'], ['archive_limit']]);
  });

  it('keeps documents that are ZIP archives themselves whole', async () => {
    const docx = zipOf([
      { name: '[Content_Types].xml', bytes: Buffer.from('x') },
      { name: 'word/document.xml', bytes: Buffer.from('x') },
    ]);
    expect(await paths(zipOf([{ name: 'a.docx', bytes: docx }]))).toEqual(['a.docx']);
  });
});

describe('a hostile archive', () => {
  it('unpacks no member over the size limit', async () => {
    const archive = zipOf([{ name: 'a.txt', bytes: Buffer.alloc(2000, 'a') }]);
    expect(await unpacked(archive, { ...LIMITS, memberBytes: 1000 })).toEqual({ members: [], codes: ['archive_limit'] });
  });

  it('unpacks no member that is far larger than it weighs', async () => {
    const archive = zipOf([{ name: 'bomb.txt', bytes: Buffer.alloc(5_000_000) }]);
    expect(await unpacked(archive)).toEqual({ members: [], codes: ['archive_limit'] });
  });

  it('stops at the limit of all bytes together', async () => {
    const archive = zipOf([1, 2, 3].map((number) => ({ name: `${number}.txt`, bytes: Buffer.from('x'.repeat(400)) })));
    const { members, codes } = await unpacked(archive, { ...LIMITS, totalBytes: 1000 });
    expect([members.length, codes]).toEqual([2, ['archive_limit']]);
  });

  it('stops at the limit of members', async () => {
    const archive = zipOf([1, 2, 3].map((number) => ({ name: `${number}.txt`, bytes: Buffer.from('x') })));
    const { members, codes } = await unpacked(archive, { ...LIMITS, members: 2 });
    expect([members.length, codes]).toEqual([2, ['archive_limit']]);
  });

  it('unpacks no more than the directory states', async () => {
    const packed = deflateRawSync(Buffer.alloc(100_000));
    const archive = zipOf([{ name: 'a.txt', bytes: Buffer.alloc(10), packed }]);
    expect(await unpacked(archive)).toEqual({ members: [], codes: ['damaged_archive'] });
  });

  it('that needs a password is reported', async () => {
    expect(await unpacked(zipOf([{ name: 'a.txt', bytes: Buffer.from('x'), encrypted: true }]))).toEqual({
      members: [],
      codes: ['archive_member_encrypted'],
    });
  });

  it('that is cut off is reported', async () => {
    const archive = zipOf([{ name: 'a.txt', bytes: Buffer.from('x') }]);
    expect(await unpacked(archive.subarray(0, archive.length - 10))).toEqual({ members: [], codes: ['damaged_archive'] });
  });
});
