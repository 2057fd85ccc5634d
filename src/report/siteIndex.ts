import { groupBy } from '../dataset/index.js';
import { type LineAddress, lineAddress } from './lineAddress.js';
import type { PublishedTables } from './publishedTables.js';
import type { CodeColumn } from './shards.js';

/** The numbers by which shards name documents and organizations, and the names of codes. */
export interface SiteIndex {
  organization(id: string | null): number | null;
  /** Index of a document by the first 16 digits of its id. */
  document(id: string): number;
  /** Where the line of a figure stands. */
  address(line_id: string): Omit<LineAddress, 'document'> & { document: number };
  /** The official name of a code at a year, else its newest name; null where no list of the dataset has it. */
  codeName(column: CodeColumn, code: string, year: number | null): string | null;
}

/** Which official list the codes of a column are from. */
const CLASSIFICATION: Readonly<Record<CodeColumn, string>> = {
  functional_code: 'functional',
  economic_department_code: 'economic_department',
  economic_government_code: 'economic_government',
  revenue_code: 'revenue',
};

/** Numbers documents and organizations in the order of their rows. */
export function siteIndex({ documents, organizations, codes }: PublishedTables): SiteIndex {
  const organizationIndex = new Map(organizations.map(({ organization_id }, index) => [organization_id, index]));
  const documentIndex = new Map(documents.map(({ document_id }, index) => [document_id.slice(0, 16), index]));
  const versions = groupBy(codes, ({ classification, code }) => `${classification} ${code}`);
  const document = (id: string) => {
    const index = documentIndex.get(id.slice(0, 16));
    if (index === undefined) throw new RangeError(`the dataset names a document ${id} that it does not have`);
    return index;
  };
  return {
    organization: (id) => (id === null ? null : (organizationIndex.get(id) ?? null)),
    document,
    address: (line_id) => {
      const address = lineAddress(line_id);
      return { ...address, document: document(address.document) };
    },
    codeName: (column, code, year) => {
      const known = versions.get(`${CLASSIFICATION[column]} ${code}`) ?? [];
      const valid = known.find(
        ({ valid_from, valid_to }) => year !== null && valid_from <= year && (valid_to === null || year <= valid_to),
      );
      return (valid ?? known.at(-1))?.name ?? null;
    },
  };
}
