import { z } from 'zod';
import { zPipelineDescription } from '../../src/pipeline/description.js';

/** What the JSON schema of a pipeline file says of one setting. */
interface Setting {
  type?: string | undefined;
  description?: string | undefined;
  default?: unknown;
  const?: string | undefined;
  enum?: string[] | undefined;
  properties?: Record<string, Setting> | undefined;
  required?: string[] | undefined;
  items?: Setting | undefined;
  oneOf?: Setting[] | undefined;
}
const zSetting: z.ZodType<Setting> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    description: z.string().optional(),
    default: z.unknown().optional(),
    const: z.string().optional(),
    enum: z.array(z.string()).optional(),
    properties: z.record(z.string(), zSetting).optional(),
    required: z.array(z.string()).optional(),
    items: zSetting.optional(),
    oneOf: z.array(zSetting).optional(),
  }),
);

const HEADER = '| setting | value | default | what |\n| --- | --- | --- | --- |\n';

/** Tables of all settings of a pipeline file by where they may stand: `pipeline`, `folder`, `web`. Throws where a setting has no description. */
export function settingTables(): Map<string, string> {
  const root = zSetting.parse(z.toJSONSchema(zPipelineDescription, { io: 'input' }));
  const { source, ...others } = root.properties ?? {};
  const tables = new Map<string, Setting>([['pipeline', { ...root, properties: others }]]);
  for (const kind of source?.oneOf ?? []) tables.set(kind.properties?.type?.const ?? '', kind);
  return new Map([...tables].map(([name, setting]) => [name, `${HEADER}${rows(setting, '', null).join('\n')}\n`]));
}

/** A row for each setting that holds a value; a group of settings gives those inside. `optional` is the name of a group that may be left out. */
function rows(group: Setting, path: string, optional: string | null): string[] {
  return Object.entries(group.properties ?? {}).flatMap(([name, setting]) => {
    const inside = setting.properties === undefined ? setting.items : setting;
    const at = `${path}${name}`;
    const required = group.required?.includes(name) ?? false;
    if (inside?.properties !== undefined)
      return rows(inside, `${at}${inside === setting ? '.' : '[].'}`, required || setting.default !== undefined ? optional : at);
    if (setting.description === undefined) throw new Error(`${at} has no description`);
    const must = !required ? '' : optional === null ? 'required' : `required with \`${optional}\``;
    const fallback = setting.default === undefined ? must : `\`${JSON.stringify(setting.default)}\``;
    return [`| \`${at}\` | ${valueInWords(setting)} | ${fallback} | ${setting.description.replaceAll('|', '\\|')} |`];
  });
}

/** What a setting may hold, in words. */
function valueInWords(setting: Setting): string {
  if (setting.const !== undefined) return `\`${setting.const}\``;
  if (setting.enum !== undefined) return setting.enum.map((value) => `\`${value}\``).join(' or ');
  if (setting.type === 'array') return `list of ${setting.items?.type ?? ''}`;
  return setting.type === 'object' ? 'year: number' : (setting.type ?? '');
}
