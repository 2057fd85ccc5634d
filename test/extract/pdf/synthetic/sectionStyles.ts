import { type AgencyContent, bodyRows, type Figure, figure, figures, headRow, headsOf, layoutOf, section, years } from './agencyRows.js';
import type { AgencyCell, AgencyRow } from './agencyTable.js';
import { rowLabel, sectionWord } from './agencyWords.js';
import type { Random } from './random.js';

/** Styles of tables whose rows are grouped by what stands over or beside them. */
export const SECTION_STYLES = {
  'statement of accounts': (random) => {
    const n = random.int(3, 5);
    const kinds = Array.from({ length: n - 1 }, (): Figure => 'money');
    const part = (name: string): AgencyRow[] => {
      const rows = bodyRows(random, {
        kinds,
        rows: random.int(2, 6),
        signs: true,
        empty: 0.1,
        label: (r) => ({ c: 0, lines: [rowLabel(r)], indent: 1 }),
      });
      const total = bodyRows(random, {
        kinds,
        rows: 1,
        signs: true,
        label: () => ({ c: 0, lines: [`Total ${name.toLowerCase()}`], bold: true }),
      });
      return [section(name), ...rows.slice(0, -1), { ...rows[rows.length - 1]!, ruled: 'numbers' }, { ...total[0]!, ruled: 'double' }];
    };
    return {
      rows: [headsOf(years(random, n - 1)), ...part('Assets'), { kind: 'spacer', cells: [] }, ...part('Liabilities')],
      layout: layoutOf(random, n, { rules: random.pick(['none', 'head']), pad: 0.2, gap: random.pick([2, 3]) }),
    };
  },
  'sections across': (random) => {
    const n = random.int(4, 8);
    const part = (): AgencyRow[] => [
      { kind: 'body', cells: [{ c: 1, cs: n - 1, lines: [sectionWord(random)], place: 'centre' }] },
      ...bodyRows(random, { kinds: figures(random, n - 1, ['count', 'percent']), rows: random.int(3, 7) }),
    ];
    return {
      rows: [headsOf(years(random, n - 1), random.pick([undefined, 'Item'])), ...part(), ...part(), ...(random.chance(0.5) ? part() : [])],
      layout: layoutOf(random, n, { rules: random.pick(['head', 'open']) }),
    };
  },
  'sections at the left': (random) => {
    const n = random.int(3, 8);
    const part = (): AgencyRow[] => [
      section(sectionWord(random), random.chance(0.5)),
      ...bodyRows(random, {
        kinds: figures(random, n - 1, ['count', 'percent']),
        rows: random.int(2, 7),
        label: (r) => ({ c: 0, lines: [rowLabel(r)], indent: 1 }),
      }),
    ];
    return {
      rows: [headRow(random, n, 2), ...part(), ...part(), ...part()],
      layout: layoutOf(random, n, random.chance(0.4) ? { leaders: '.' } : {}),
    };
  },
  'labels over rows': (random) => {
    const n = random.int(4, 6);
    const rows: AgencyRow[] = [];
    for (const year of years(random, random.int(2, 5)))
      ['Men', 'Women', 'Total'].forEach((name, i) => {
        rows.push({
          kind: 'body',
          cells: [
            ...(i === 0 ? [{ c: 0, rs: 3, lines: [year] }] : []),
            { c: 1, lines: [name] },
            ...Array.from({ length: n - 2 }, (_, k): AgencyCell => ({ c: k + 2, lines: [figure(random, 'percent', 2)] })),
          ],
          ...(i === 2 ? { ruled: 'across' as const } : {}),
        });
      });
    const heads = headRow(random, n, 2, false);
    return {
      rows: [{ ...heads, cells: heads.cells.filter((cell) => cell.c > 1) }, ...rows],
      layout: layoutOf(random, n, {
        places: ['left', 'left', ...Array.from({ length: n - 2 }, () => 'right' as const)],
        rules: random.pick(['open', 'grid']),
        pad: 0.2,
      }),
    };
  },
  form: (random) => {
    const n = random.int(4, 6);
    const rows: AgencyRow[] = [];
    for (let i = 0; i < random.int(5, 10); i++) {
      const whole = random.chance(0.25);
      rows.push({
        kind: 'body',
        cells: whole
          ? [{ c: 0, cs: n, lines: [`${i + 1}. ${sectionWord(random)}`], place: 'left' }]
          : [
              { c: 0, lines: [rowLabel(random)] },
              ...Array.from({ length: n - 1 }, (_, k): AgencyCell => ({ c: k + 1, lines: [figure(random, 'count', 4)] })),
            ],
      });
    }
    return {
      rows: [headRow(random, n, 2), ...rows],
      layout: layoutOf(random, n, { rules: 'grid', pad: 0.4, shading: random.pick(['head', 'none']) }),
    };
  },
} satisfies Record<string, (random: Random) => AgencyContent>;
