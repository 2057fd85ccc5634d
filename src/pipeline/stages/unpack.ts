import { packJson } from '../../archive/index.js';
import { newJob, type Work } from '../jobs.js';
import { maxBytesOf } from '../maxBytes.js';
import { done, type StageContext, type StageOutcome } from '../stageContext.js';
import { zUnpackSummary } from '../summaries.js';
import { packed, zUnpacked } from '../tasks.js';
import { taskDiagnostic } from '../unread.js';

/** The sign of evidence that a document was found in an archive, not by a link. */
export const ARCHIVE_MEMBER = 'archive_member';

/** What stands between the URL of an archive and the path of a member. */
export const MEMBER_MARK = '!/';

/** Unpacks an archive: each member is a document whose parent is the archive. In an unchanged run only the captures of the members are renewed. */
export async function unpackStage({ identity, entry }: Extract<Work, { work: 'unpack' }>, context: StageContext): Promise<StageOutcome> {
  const { archive, keys, run } = context;
  const key = keys.unpack(entry.document_id);
  if (!(await archive.results.has(key))) await store(key, entry.document_id, context);
  const unpacked = await archive.results.get(key, zUnpacked);
  if (unpacked === undefined) throw new Error(`the members of ${entry.document_id} are not in the archive`);
  const members = unpacked.members.map((member) => ({ ...member, url: `${identity}${MEMBER_MARK}${member.path}` }));
  await archive.captures.recordLinks(
    run,
    members.map(({ url, file_name }) => ({
      url,
      candidate: {
        url,
        file_name,
        link_text: null,
        heading: null,
        listed_date: null,
        parent_url: identity,
        score: 0,
        score_reasons: [ARCHIVE_MEMBER],
      },
    })),
  );
  await archive.captures.recordMembers(run, identity, members, unpacked.diagnostics);
  const children = [];
  for (const { document_id, file_name } of members) {
    const member = { document_id, file_name, content_type: null };
    const model = keys.extract(member);
    if (!(await archive.results.has(model))) children.push(newJob({ work: 'extract', entry: member, phase: 'harvest' }, model));
  }
  return done(key, children);
}

/** Unpacks in a child and keeps the list of members; work that gave none is kept as an empty list with the reason. */
async function store(key: string, document_id: string, { archive, pool, pipeline }: StageContext): Promise<void> {
  const { originals } = archive;
  const file = originals.pathOf(document_id);
  const input = { file, sha256: document_id, originals: originals.folder, maxBytes: maxBytesOf(pipeline.source) };
  const outcome = await pool.run({ task: 'unpack', input, output: packed(zUnpackSummary) });
  const subject = document_id;
  if (outcome.type === 'done') return archive.results.put([{ key, stage: 'fetch', subject, ...outcome.value }]);
  const diagnostics = [taskDiagnostic('fetch', outcome.code, outcome.detail, pipeline.limits)];
  const summary = { members: 0, errors: [outcome.code] };
  await archive.results.put([{ key, stage: 'fetch', subject, summary, body: packJson({ members: [], diagnostics }) }]);
}
