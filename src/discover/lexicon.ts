/** A weighted sign in a text. `where`: own = link text and file name, context = heading, list or article around the link, any = both. */
export interface Sign {
  code: string;
  pattern: RegExp;
  weight: number;
  where: 'own' | 'context' | 'any';
  /** The sign does not count where this is in the same text. */
  unless?: RegExp;
  /** Signs of one group count once, the first that matches. */
  group?: string;
}

/** Names of organizations by their last word. */
const ORGANIZATION =
  /(?:局|委员会|委|办公室|办公厅|厅|院|法院|检察院|中心|学校|中学|小学|大学|学院|医院|协会|联合会|总工会|团委|党校|支队|大队|总队|站|所|馆|政协|人大|人大常委会|街道办事处|镇人民政府|乡人民政府|人民政府|管委会|管理处|研究所|集团|公司|部|社|会|台|署|处)$/;

/** What speaks for and against a published departmental budget or final account. The order matters inside a group. */
export const SIGNS: readonly Sign[] = [
  { code: 'department_budget', pattern: /(?:部门|单位)(?:财政|财务|收支)?[预决]算/, weight: 3, where: 'own', group: 'subject' },
  { code: 'budget', pattern: /预决算|预算|决算/, weight: 2, where: 'own', group: 'subject' },
  { code: 'three_public', pattern: /三公/, weight: 2, where: 'own', group: 'subject' },
  {
    code: 'context_department_budget',
    pattern: /(?:部门|单位)(?:财政|财务|收支)?[预决]+算/,
    weight: 2,
    where: 'context',
    group: 'subject',
  },
  { code: 'context_budget', pattern: /预决算|预算|决算|三公/, weight: 1.5, where: 'context', group: 'subject' },
  { code: 'table_named', pattern: /收支总表|收入总?表|支出总?表|[预决]算(?:公开)?(?:附)?表|公开表/, weight: 1, where: 'own' },
  { code: 'performance_targets', pattern: /绩效目标|绩效信息/, weight: 1.5, where: 'own' },
  { code: 'year', pattern: /(?:19|20)\d\d(?!\d)/, weight: 1, where: 'own', group: 'year' },
  { code: 'context_year', pattern: /(?:19|20)\d\d(?!\d)/, weight: 0.5, where: 'context', group: 'year' },
  { code: 'organization_named', pattern: ORGANIZATION, weight: 0.5, where: 'own', unless: /[预决]算|三公|绩效|[\s，。：]/ },
  { code: 'disclosed', pattern: /公开/, weight: 0.5, where: 'own' },
  { code: 'attachment', pattern: /附件|附表/, weight: 0.5, where: 'own' },
  { code: 'interpretation', pattern: /解读|图解|读懂|图说|答记者问|问答/, weight: -4, where: 'any' },
  {
    code: 'audit_report',
    pattern: /审计(?:工作)?报告|审计(?:调查)?(?:查出|发现|结果|整改)|整改情况|财政收支审计/,
    weight: -4,
    where: 'any',
  },
  {
    code: 'budget_execution_report',
    pattern: /预算执行|[预决]算草案|调整方案|预算审查|预算监督|审查(?:结果)?(?:的)?报告|的决议/,
    weight: -3,
    where: 'any',
    unless: /(?:部门|单位)[预决]算(?:公开)?\s*$/,
  },
  {
    code: 'government_wide',
    pattern: /政府[预决]|(?<!部门|单位)财政(?:总)?决算|总[预决]算|地方财政|转移支付|政府(?:性)?债务/,
    weight: -2,
    where: 'own',
    unless: /部门|单位|(?:镇|乡|街道)(?:人民)?政府/,
  },
  {
    code: 'regulation',
    pattern:
      /(?:办法|通知|规定|条例|指引|规程|意见|细则|制度|方案|批复|函)(?:[（(][^）)]*[）)])*(?:\.\w{2,4})?$|关于(?:印发|批复|做好|开展|下达|调整)/,
    weight: -3,
    where: 'own',
    // A notice that publishes the budgets, not one that tells others how to.
    unless: /关于(?:公开|公布|发布)|(?:部门|单位)[预决]算(?:信息)?公开的/,
  },
  {
    code: 'procurement_or_project',
    pattern: /(?:招标|中标|成交|采购|询价|磋商|招聘|拍卖|出让|流标|更正)(?:结果)?(?:公告|公示|意向|文件)|竞争性磋商|竣工|工程[预结决]算/,
    weight: -4,
    where: 'any',
  },
  { code: 'performance_report', pattern: /绩效(?:自评|评价|评估)|自评报告|自评表/, weight: -2, where: 'own', unless: /[预决]算(?!绩效)/ },
  {
    code: 'news',
    pattern: /召开|会议|座谈|培训|推进|部署|启动|强化|夯实|聚焦|赋能|调研|开展|动态|举办|学习/,
    weight: -2,
    where: 'own',
    unless: /(?:部门|单位)[预决]算(?:$|公开|信息|情况|报告|说明|及|和|与|[、表（(“.])/,
  },
  {
    code: 'about_budgets',
    pattern: /科普|排名|评分|改革(?!委|局|办|和发展|与发展)|考评|征求意见|培训班/,
    weight: -3,
    where: 'own',
    unless: /(?:部门|单位)[预决]算(?:公开)?\s*$/,
  },
  { code: 'form_to_fill_in', pattern: /申请表|申报|登记表|报名|指南|手册|须知|模板|名单/, weight: -3, where: 'own' },
];

/** Words of a budget in a text: it then has a subject of its own. */
export const SUBJECT = /预算|决算|预决|三公|绩效/;

/** Names under which portals keep their lists of budgets. Whole text of the link. */
export const LIST_NAME =
  /^[[【（(]?(?:\d{4}年?度?)?(?:政府|财政|财务|部门|单位|县级|市级|区级|本级|县本级|市本级|区本级|年度|及|和|、|与|单位)*(?:[预决]算|预决算|预算[、及和与/]?决算|[“"”]?三公[”"“]?经费)(?:[及和、与][“"”]?三公[”"“]?(?:经费)?)?(?:信息|情况|资料)?(?:公开|公示)?(?:目录|专栏|专题|平台|统一平台|情况)?[\]】）)]?$/;

/** Wider names, under which budgets are kept together with other figures of public money. Whole text of the link. */
export const WIDER_LIST_NAME = /^(?:财政|财务|资金|经费)(?:信息|公开|资金|收支|专栏|专题|信息公开|预算决算)$/;

/** Links that lead on from a box whose heading names a list. */
export const MORE = /^(?:更多|more|查看更多|\+|>>|»)[>》»+.…]*$/i;

/** Parts of a site whose names end like those of organizations. */
const SITE_PARTS =
  /^(?:新闻|下载|数据|服务|办事|互动|视频|图片|专题|媒体|信息|政务|资料|个人|用户|帮助|举报|咨询|公共|便民|政民)*(?:服务|互动)?中心$/;

/** Whether a text is the name of an organization by its last word, and no part of a site (新闻中心). */
export function isOrganization(text: string): boolean {
  return ORGANIZATION.test(text) && !SITE_PARTS.test(text);
}

/** Words for the next page, the last page, and for a page number. */
export const NEXT_PAGE = /^(?:下一页|下页|后一页|后页|下一頁|next(?:\s*page)?|[>›»]|下一页\s*[>›»]+|[>›»]+\s*下一页)$/i;
export const LAST_PAGE = /^(?:尾页|末页|最后一页|最后页|尾頁|last)$/i;

/** Folders in which portals keep budgets, by their words or by the initials of their pinyin (部门预算 bmys, 财政预决算 czyjs, 三公经费 sgjf). */
export const BUDGET_PATH =
  /预算|决算|预决算|三公|(?:^|[/_-])(?:bm|dw|cz|zf|bj|czzj)?(?:ys|js|yjs)(?:gk|xxgk|xx|zl)?(?=[/_-]|$)|(?:^|[/_-])(?:sg|sgjf|sgjfgk|czxx|czxxgk)(?=[/_-]|$)|yusuan|juesuan|budget/i;
