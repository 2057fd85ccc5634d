import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { root } from './build.js';

const samples = path.join(root, 'samples');

/** A page as small offices publish it: GB18030 bytes without a charset. */
const GBK_PAGE = `<html><head><title>某局2024年部门预算</title></head><body><h1>某局2024年部门预算</h1>
<table><tr><td>项目</td><td>预算数（万元）</td></tr><tr><td>基本支出</td><td>120.50</td></tr><tr><td>项目支出</td><td>30</td></tr>
<tr><td>合计</td><td>150.50</td></tr></table></body></html>`;

/** Writes a folder of good and bad documents and its pipeline file, which is returned. */
export function folderScenario(folder: string): string {
  const source = path.join(folder, 'documents');
  mkdirSync(source, { recursive: true });
  cpSync(path.join(samples, 'xushui-2024.txt'), path.join(source, 'xushui-2024.txt'));
  writeFileSync(path.join(source, 'a page.pdf'), GBK_PAGE.replaceAll('某局', '另一局'));
  const docx = readFileSync(path.join(samples, 'xushui-2024.docx'));
  writeFileSync(path.join(source, 'xushui-2024.docx'), docx);
  writeFileSync(path.join(source, 'same bytes, other name.docx'), docx);
  writeFileSync(path.join(source, 'truncated.docx'), docx.subarray(0, docx.length / 2));
  writeFileSync(path.join(source, 'empty.pdf'), '');
  writeFileSync(path.join(source, 'gbk.htm'), iconv.encode(GBK_PAGE, 'gb18030'));
  writeFileSync(path.join(source, 'too large.txt'), 'x'.repeat(3_000_000));
  const file = path.join(folder, 'folder.yaml');
  writeFileSync(file, 'name: crash-folder\ntitle: crash\nsource: { type: folder, path: documents, max_bytes: 2000000 }\n');
  return file;
}

/** Writes the pipeline file for a portal on loopback. */
export function portalScenario(folder: string, url: string): string {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'portal.yaml');
  const rate = '{ requests_per_second: 200, concurrency: 4 }';
  writeFileSync(
    file,
    `name: crash-portal\ntitle: crash\nsource:\n  type: web\n  start: [{ url: "${url}/" }]\n  allow_private: true\n  rate: ${rate}\n`,
  );
  return file;
}
