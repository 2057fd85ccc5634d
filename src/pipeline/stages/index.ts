import type { Work } from '../jobs.js';
import type { StageContext, StageOutcome } from '../stageContext.js';
import { checkDepartmentStage, checkDisclosureStage, checkOrganizationStage } from './check.js';
import { discoverFolderStage } from './discoverFolder.js';
import { discoverPageStage, discoverSiteStage } from './discoverPage.js';
import { extractStage } from './extract.js';
import { fetchStage } from './fetch.js';
import { interpretStage } from './interpret.js';
import { planDocuments, planOrganizations } from './plan.js';
import { publishStage } from './publish.js';
import { unpackStage } from './unpack.js';

/** Does one piece of work. `lastAttempt`: asking a server again later is no longer an option. */
export async function doWork(work: Work, lastAttempt: boolean, context: StageContext): Promise<StageOutcome> {
  switch (work.work) {
    case 'discover_folder':
      return discoverFolderStage(context);
    case 'discover_site':
      return discoverSiteStage(context);
    case 'discover_page':
      return discoverPageStage(work.page, lastAttempt, context);
    case 'fetch':
      return fetchStage(work, lastAttempt, context);
    case 'unpack':
      return unpackStage(work, context);
    case 'extract':
      return extractStage(work.entry, work.phase, context);
    case 'plan_documents':
      return planDocuments(context);
    case 'interpret':
      return interpretStage(work.entry, context);
    case 'check_disclosure':
      return checkDisclosureStage(work.entry, context);
    case 'plan_organizations':
      return planOrganizations(context);
    case 'check_organization':
      return checkOrganizationStage(work.organization_id, work.entries, context);
    case 'check_department':
      return checkDepartmentStage(work.organization_id, work.entries, context);
    case 'publish':
      return publishStage(context);
  }
}
