import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/check/rules/index.js';
import { codesOfSource } from './diagnosticCodes.js';
import { firstColumn, readDocument, section } from './documents.js';

const markdown = readDocument('docs/diagnostics.md');
const rules = firstColumn(section(markdown, 'Check'));
const documented = firstColumn(markdown).filter((code) => !rules.includes(code));

describe('docs/diagnostics.md', () => {
  it('has every code that the source states', () => {
    expect([...codesOfSource()].filter((code) => !documented.includes(code)).sort()).toEqual([]);
  });

  it('has no code that the source does not state', () => {
    const stated = codesOfSource();
    expect(documented.filter((code) => !stated.has(code))).toEqual([]);
  });

  it('names a code once', () => {
    expect(documented.filter((code, at) => documented.indexOf(code) !== at)).toEqual([]);
  });

  it('has every rule of checks, with its scope and title', () => {
    expect(rules).toEqual(RULES.map((rule) => rule.id));
    for (const { id, scope, title } of RULES) expect(markdown).toContain(`| \`${id}\` | ${scope} | ${title}. |`);
  });
});
