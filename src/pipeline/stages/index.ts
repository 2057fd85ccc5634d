import type { Work } from '../jobs.js';
import type { StageContext, StageOutcome } from '../stageContext.js';
import { discoverPageStage, discoverSiteStage } from './discoverPage.js';
import { fetchStage } from './fetch.js';

/**
 * Does one piece of work. `lastAttempt`: asking a server again later is no longer an option. Stages that not every run comes to are loaded with their first work:
 * a run over an unchanged source then starts in half the time.
 */
export async function doWork(work: Work, lastAttempt: boolean, context: StageContext): Promise<StageOutcome> {
  switch (work.work) {
    case 'discover_folder':
      return (await import('./discoverFolder.js')).discoverFolderStage(context);
    case 'discover_site':
      return discoverSiteStage(context);
    case 'discover_page':
      return discoverPageStage(work.page, lastAttempt, context);
    case 'fetch':
      return fetchStage(work, lastAttempt, context);
    case 'unpack':
      return (await import('./unpack.js')).unpackStage(work, context);
    case 'extract':
      return (await import('./extract.js')).extractStage(work.entry, work.phase, context);
    case 'plan_documents':
      return (await import('./plan.js')).planDocuments(context);
    case 'interpret':
      return (await import('./interpret.js')).interpretStage(work.entry, context);
    case 'check_disclosure':
      return (await import('./check.js')).checkDisclosureStage(work.entry, context);
    case 'plan_organizations':
      return (await import('./plan.js')).planOrganizations(context);
    case 'check_organization':
      return (await import('./check.js')).checkOrganizationStage(work.organization_id, work.entries, context);
    case 'check_department':
      return (await import('./check.js')).checkDepartmentStage(work.organization_id, work.entries, context);
    case 'publish':
      return (await import('./publish.js')).publishStage(context);
  }
}
