/** Resident memory of a run when the site had been asked for so many documents. */
export interface MemorySample {
  name: string;
  round: number;
  documents: number;
  seconds: number;
  residentMb: number;
}

const WIDTH = 760;
const HEIGHT = 360;
const MARGIN = { left: 60, right: 150, top: 30, bottom: 50 };
const COLOURS = ['#1b6ca8', '#c0392b', '#2e8b57', '#8e5ea2'];
const LIMIT_MB = 250;

/** The samples as CSV. */
export function memoryCsv(samples: readonly MemorySample[]): string {
  const rows = samples.map(
    ({ name, round, documents, seconds, residentMb }) => `"${name}",${round},${documents},${seconds.toFixed(2)},${residentMb.toFixed(1)}`,
  );
  return ['program,round,documents,seconds,resident_mb', ...rows].map((row) => `${row}\n`).join('');
}

/** The samples as a picture: a line a program and round, and the limit. */
export function memoryPlot(samples: readonly MemorySample[]): string {
  const mostDocuments = Math.max(1, ...samples.map(({ documents }) => documents));
  const mostMb = Math.max(LIMIT_MB * 1.1, ...samples.map(({ residentMb }) => residentMb));
  const x = (documents: number) => MARGIN.left + (documents / mostDocuments) * (WIDTH - MARGIN.left - MARGIN.right);
  const y = (mb: number) => HEIGHT - MARGIN.bottom - (mb / mostMb) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const names = [...new Set(samples.map(({ name }) => name))];
  const lines = names.flatMap((name, at) => {
    const own = samples.filter((sample) => sample.name === name);
    return [...new Set(own.map(({ round }) => round))].map((round) => {
      const points = own
        .filter((sample) => sample.round === round)
        .map((sample) => `${x(sample.documents).toFixed(1)},${y(sample.residentMb).toFixed(1)}`);
      return `<polyline fill="none" stroke="${COLOURS[at % COLOURS.length]}" stroke-width="1.5" points="${points.join(' ')}"/>`;
    });
  });
  const legend = names.map(
    (name, at) =>
      `<text x="${WIDTH - MARGIN.right + 12}" y="${MARGIN.top + 18 * at + 12}" fill="${COLOURS[at % COLOURS.length]}">${name}</text>`,
  );
  const step = [50, 100, 200, 500, 1000].find((size) => mostMb / size <= 8) ?? 2000;
  const levels = Array.from({ length: Math.floor(mostMb / step) + 1 }, (_, index) => index * step).map(
    (mb) =>
      `<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${y(mb)}" y2="${y(mb)}" stroke="#ddd"/><text x="${MARGIN.left - 8}" y="${y(mb) + 4}" text-anchor="end">${mb}</text>`,
  );
  const marks = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      `<text x="${x(share * mostDocuments)}" y="${HEIGHT - MARGIN.bottom + 20}" text-anchor="middle">${Math.round(share * mostDocuments)}</text>`,
  );
  const limit = `<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${y(LIMIT_MB)}" y2="${y(LIMIT_MB)}" stroke="#555" stroke-dasharray="5 4"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<title>Resident memory by documents asked for</title>
<rect width="100%" height="100%" fill="white"/>
<text x="${MARGIN.left}" y="18">Resident memory (MB) by documents asked for; dashed: ${LIMIT_MB} MB</text>
${[...levels, ...marks, limit, ...lines, ...legend].join('\n')}
<text x="${(MARGIN.left + WIDTH - MARGIN.right) / 2}" y="${HEIGHT - 10}" text-anchor="middle">documents</text>
</svg>
`;
}
