import { describe, expect, it } from 'vitest';
import { newJob, nextPhase, type Work } from '../../src/pipeline/jobs.js';

const entry = { document_id: 'a', file_name: 'a.pdf', content_type: null };
const next = (work: Work) => nextPhase(work).map((job) => job.key);

describe('the phases of a run', () => {
  it('lead from harvesting to documents', () => {
    const works: Work[] = [{ work: 'discover_folder' }, { work: 'extract', entry, phase: 'harvest' }];
    expect(works.map(next)).toEqual([['plan_documents:'], ['plan_documents:']]);
  });

  it('lead from documents to organizations', () => {
    const works: Work[] = [{ work: 'plan_documents' }, { work: 'extract', entry, phase: 'documents' }, { work: 'check_disclosure', entry }];
    expect(works.map(next)).toEqual([['plan_organizations:'], ['plan_organizations:'], ['plan_organizations:']]);
  });

  it('lead from organizations to publication', () => {
    const works: Work[] = [
      { work: 'plan_organizations' },
      { work: 'check_organization', organization_id: 'o', entries: [entry] },
      { work: 'check_department', organization_id: 'o', entries: [entry] },
    ];
    expect(works.map(next)).toEqual([['publish:'], ['publish:'], ['publish:']]);
  });

  it('end with publication', () => {
    expect(next({ work: 'publish' })).toEqual([]);
  });

  it('keep the reading of one document in two phases apart', () => {
    const keys = (['harvest', 'documents'] as const).map((phase) => newJob({ work: 'extract', entry, phase }, 'k').key);
    expect(new Set(keys).size).toBe(2);
  });
});
