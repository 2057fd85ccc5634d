import type { Codebook } from '../../codebook/index.js';
import { type DocumentFacts, type DocumentModel, type GridTable, hashId, type Phase, type Scope } from '../../model/index.js';
import type { SourceEvidence } from '../../model/sourceEvidence.js';
import { printedYear } from '../lexicon/timeWords.js';
import { fold } from '../text/fold.js';
import { documentTitle } from './documentTitle.js';
import { codeBefore, divisionOf, organizationName } from './organizationName.js';
import { coverLines, formFields, organizationLines, proseLines, tight } from './printedFacts.js';
import { SAID_BY_SOURCE, saidFacts } from './saidFacts.js';
import { type TitleParts, titleParts } from './titleParts.js';
import { Votes } from './votes.js';

/** How much a place counts; the cover says it best, single cells of project sheets least. */
const WEIGHT = { cover: 20, line: 8, meta: 8, field: 6, heading: 6, title: 5, sheet: 2, prose: 1, properties: 2 } as const;
/** A name repeated over every table counts this often at most. */
const MOST_REPEATS = 3;
/** Characters of the longest line that may be a title. */
const MOST_TITLE = 40;
/** Lines that a title on the cover is set over at most. */
const TITLE_LINES = [1, 2, 3, 4] as const;
const OVERVIEW = /^第[一二三四]部分(.+?)(概况|基本情况|部门概况)/;
const SUBJECT =
  /^(?:根据[^，,。]*[，,])?([\u4e00-\u9fff（）()]{4,30}?)(?:[（(](?:以下)?简称[^）)]*[）)])?(?:是|为|系|属于|的主要职责|主要职责|主要负责|贯彻|负责|机关内设|内设|下设|部门预算)/;

/** Titles on the cover, alone and joined with the lines behind them: a title may be set over several lines. */
function coverTitles(lines: readonly string[]): TitleParts[] {
  return lines.flatMap((_, i) =>
    TITLE_LINES.filter((count) => i + count <= lines.length).map((count) => titleParts(lines.slice(i, i + count).join(''))),
  );
}

/** The title that says most: organization, year and kind; the shortest and first of these. */
function bestTitle(titles: readonly TitleParts[]): TitleParts | null {
  const score = (title: TitleParts) => (title.organization ? 4 : 0) + (title.year ? 2 : 0) + (title.phase ? 2 : 0) + (title.level ? 1 : 0);
  const known = titles.filter((title) => title.phase !== null || title.year !== null);
  return known.reduce<TitleParts | null>((best, title) => (best === null || score(title) > score(best) ? title : best), null);
}

/** Counts a name at most `MOST_REPEATS` times. */
function addRepeated(votes: Votes<string>, names: readonly string[], weight: number, from: string): void {
  const counts = new Map<string, number>();
  for (const printed of names) {
    const name = organizationName(printed, true);
    if (name === null) continue;
    const seen = (counts.get(fold(name)) ?? 0) + 1;
    counts.set(fold(name), seen);
    if (seen <= MOST_REPEATS) votes.add(name, weight, from, fold(name));
  }
}

/** Who publishes, by everything the document prints about it. */
function organizationVotes(model: DocumentModel, tables: readonly GridTable[], cover: TitleParts | null): Votes<string> {
  const votes = new Votes<string>();
  if (cover?.organization) votes.add(cover.organization, WEIGHT.cover, 'cover', fold(cover.organization));
  addRepeated(votes, organizationLines(model), WEIGHT.line, 'organization line');
  addRepeated(
    votes,
    tables.flatMap((table) => table.meta.organization ?? []),
    WEIGHT.meta,
    'table meta',
  );
  const fields = formFields(tables);
  addRepeated(
    votes,
    fields.filter(({ key }) => key.includes('部门') && !key.startsWith('主管')).map(({ value }) => value),
    WEIGHT.field,
    'form field',
  );
  addRepeated(
    votes,
    fields.filter(({ key }) => !key.includes('部门') || key.startsWith('主管')).map(({ value }) => value),
    WEIGHT.sheet,
    'project sheet',
  );
  for (const heading of proseLines(model, 'heading')) {
    const overview = OVERVIEW.exec(heading)?.[1];
    const name = organizationName(overview ?? '') ?? titleParts(heading).organization;
    if (name) votes.add(name, WEIGHT.heading, 'heading', fold(name));
  }
  for (const line of proseLines(model, 'paragraph')) {
    const title = line.length <= MOST_TITLE ? titleParts(line) : null;
    const titled = title?.year && title.phase ? title.organization : null;
    const name = titled ?? organizationName(SUBJECT.exec(line)?.[1] ?? '');
    if (name) votes.add(name, WEIGHT.prose, 'prose', fold(name));
  }
  if (model.title) {
    const { organization } = titleParts(tight(model.title));
    if (organization) votes.add(organization, WEIGHT.properties, 'document properties', fold(organization));
  }
  return votes;
}

/** The year of the disclosure, by everything the document prints about it. */
function yearVotes(model: DocumentModel, tables: readonly GridTable[], cover: TitleParts | null): Votes<number> {
  const votes = new Votes<number>();
  votes.add(cover?.year ?? null, WEIGHT.cover, 'cover');
  for (const table of tables) {
    votes.add(table.meta.year, WEIGHT.meta, 'table meta');
    votes.add(printedYear(fold(table.title ?? '')), WEIGHT.title, 'table title');
    for (const path of table.columns) votes.add(printedYear(fold(path.join('/'))), WEIGHT.prose, 'table header');
  }
  for (const heading of proseLines(model, 'heading')) votes.add(titleParts(heading).year, WEIGHT.heading, 'heading');
  for (const line of proseLines(model, 'paragraph')) {
    if (/^[(（]?20\d\d[(（]?年度?[)）]?$/.test(line)) votes.add(printedYear(fold(line)), WEIGHT.field, 'form field');
    else if (line.length < 60) votes.add(titleParts(line).phase === null ? null : titleParts(line).year, WEIGHT.title, 'prose');
    else votes.add(/预算|决算/.test(line) ? printedYear(fold(line)) : null, WEIGHT.prose / 10, 'prose');
  }
  if (model.title) votes.add(titleParts(tight(model.title)).year, WEIGHT.properties, 'document properties');
  return votes;
}

/** 部门预算, 单位决算 ...: level and phase, each by its own votes. */
function kindVotes(
  model: DocumentModel,
  tables: readonly GridTable[],
  cover: TitleParts | null,
): { level: Votes<string>; phase: Votes<string> } {
  const level = new Votes<string>();
  const phase = new Votes<string>();
  level.add(cover?.level ?? null, WEIGHT.cover, 'cover');
  phase.add(cover?.phase ?? null, WEIGHT.cover, 'cover');
  const lines = [...tables.map((table) => fold(table.title ?? '')), ...proseLines(model, 'heading')];
  for (const line of lines) {
    level.add(/部门/.test(line) ? '部门' : /单位(预算|决算|概况|主要|财务|机构)|预算单位/.test(line) ? '单位' : null, 1, 'titles');
    phase.add(/决算/.test(line) ? '决算' : /预算/.test(line) ? '预算' : null, 1, 'titles');
  }
  if (model.title) {
    level.add(titleParts(tight(model.title)).level, WEIGHT.properties, 'document properties');
    phase.add(titleParts(tight(model.title)).phase, WEIGHT.properties, 'document properties');
  }
  for (const line of proseLines(model, 'paragraph')) {
    level.add(/本部门/.test(line) ? '部门' : /本单位/.test(line) ? '单位' : null, 0.1, 'prose');
    phase.add(/决算/.test(line) ? '决算' : /预算/.test(line) ? '预算' : null, 0.1, 'prose');
  }
  return { level, phase };
}

/** A fact that only the source states, as if a place of its own had said it. */
function bySource<T>(value: T | null): { value: T; from: string[] } | null {
  return value === null ? null : { value, from: [SAID_BY_SOURCE] };
}

const PHASES: Readonly<Record<string, Phase>> = { 预算: 'approved', 决算: 'executed' };

/** Printed code of the organization: beside its name in the tables. */
function organizationCode(tables: readonly GridTable[], organization: string | null): string | null {
  const votes = new Votes<string>();
  for (const { meta } of tables) if (meta.organizationCode) votes.add(meta.organizationCode, 1, 'table meta');
  for (const table of tables) {
    for (const row of table.rows.slice(0, 5)) {
      row.texts.forEach((text, i) => {
        if (organization === null || fold(text).replace(/^\d{3,9}/, '') !== fold(organization)) return;
        const left = fold(row.texts[i - 1] ?? '');
        votes.add(codeBefore(text) ?? (/^\d{3}$/.test(left) ? left : null), 1, 'table row');
      });
    }
  }
  return votes.best()?.value ?? null;
}

/**
 * What a document says it is, from what it prints: cover, lines that name the organization, meta rows and titles of tables, fields of forms,
 * headings, prose. What nothing prints is taken from what the source says, else null; a level that nobody states is taken as 部门. `evidence` says so.
 */
export function documentFacts(
  model: DocumentModel,
  tables: readonly GridTable[],
  codebook: Codebook,
  said?: SourceEvidence | undefined,
): DocumentFacts {
  const cover = bestTitle(coverTitles(coverLines(model)));
  const source = saidFacts(said);
  const organization = organizationVotes(model, tables, cover).best() ?? bySource(source.organization);
  const year = yearVotes(model, tables, cover).best() ?? bySource(source.year);
  const title = documentTitle(model, tables, cover, year?.value ?? null);
  const votes = kindVotes(model, tables, cover);
  const phase = votes.phase.best() ?? bySource(source.phase);
  const level = votes.level.best() ?? bySource(source.level);
  const kind = phase ? `${level?.value ?? '部门'}${phase.value}` : null;
  const name = organization?.value ?? null;
  const division = name === null ? null : divisionOf(name, year?.value ?? null, codebook);
  const code = organizationCode(tables, name);
  const organizationId = division !== null && code !== null ? `${division}-${code}` : fold(name ?? '') || model.sha256.slice(0, 16);
  const own = name !== null && /[（(]本级[)）]$/.test(name);
  const scope: Scope = own ? 'own' : level?.value === '单位' ? 'unit' : 'department_total';
  const stated = phase ? (PHASES[phase.value] ?? null) : null;
  return {
    document_id: model.sha256,
    kind,
    year: year?.value ?? null,
    phase: stated,
    scope,
    organization: name,
    organization_code: code,
    organization_id: organizationId,
    division_code: division,
    disclosure_id: hashId(organizationId, year?.value, stated, scope),
    title: title.text,
    evidence: [
      `organization: ${organization?.from.join(', ') ?? 'nothing printed'}`,
      `year: ${year?.from.join(', ') ?? 'nothing printed'}`,
      `kind: ${phase?.from.join(', ') ?? 'nothing printed'}${level ? (level.from.includes(SAID_BY_SOURCE) ? `; level ${SAID_BY_SOURCE}` : '') : '; level not printed, taken as 部门'}`,
      `title: ${title.from}`,
    ],
  };
}
