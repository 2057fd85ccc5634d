/**
 * What an amount in a sentence is of: a stable code and the pattern of the printed subject after blanks, quotes, brackets and the words of
 * GENERIC_END are taken off. The first that fits is taken, so the narrower stands before the wider.
 */
export const SUBJECTS: readonly (readonly [code: string, pattern: RegExp])[] = [
  ['carry_over_in', /^上年(?:度)?(?:结转|结余).*的/],
  ['vehicle_purchase', /(?:公务)?用?车辆?购置(?:经?费用?)?$/],
  [
    'vehicles',
    /(?:公务)?用?车辆?(?:购置[及和与、])?(?:购置)?[及和与、]?(?:购置)?(?:运行维护费?|运维费?|运行费?|维护费?)[及和与、](?:公务用车)?购置(?:经?费用?)?$/,
  ],
  ['vehicles', /(?:公务)?用?车辆?购置(?:经?费用?)?[及和与、](?:公务用车)?(?:运行维护|运行、维护|运维|运行|维护)(?:经?费用?)?$/],
  ['vehicle_operation', /(?:公务)?用?车辆?(?:运行维护|运行、维护|运维|运行|维护)(?:经?费用?)?$/],
  ['abroad', /因公出国境?(?:经?费用?)?$/],
  ['reception', /(?:公务)?接待(?:经?费用?)?$/],
  ['three_public_total', /[三3]公经?费?(?:小计)?$/],
  ['conference', /会议(?:经?费用?)?$/],
  ['training', /培训(?:经?费用?)?$/],
  ['operating_expenses', /(?:机关|行政)运行经费$|行政经费$/],
  ['procurement_reserved', /预留.*采购(?:项目)?$|(?:中小|小微|小型).*企业.*采购(?:项目)?$/],
  ['procurement_micro_firms', /授予小微型?企业的?(?:政府采购)?合同$/],
  ['procurement_small_firms', /授予中小企业的?(?:政府采购)?合同$/],
  ['procurement_goods', /(?:采购)?货物(?:类)?(?:项目|采购)?$/],
  ['procurement_works', /(?:采购)?工程(?:类)?(?:项目|采购)?$/],
  ['procurement_services', /(?:采购.*|^)服务(?:类)?(?:项目|采购)?$|服务类(?:项目|采购)$/],
  ['purchased_services', /(?:政府)?购买服务$/],
  ['procurement', /政府采购(?:项目)?$/],
  ['entrusted_business', /委托业务费$/],
  ['fixed_assets_acquisition', /(?:拟|计划)?购置固定资产$/],
  ['fixed_assets', /固定资产(?:净值|原值)?$/],
  ['union_and_welfare', /工会经费[、及和]福利费$/],
  ['union_dues', /工会经费$/],
  ['welfare', /福利费$/],
  ['office', /办公费$/],
  ['printing', /印刷费$/],
  ['water', /水费$/],
  ['electricity', /(?:^|[^邮])电费$/],
  ['post_and_telecommunications', /邮电费$/],
  ['property_management', /物业管理费$/],
  ['travel', /差旅费$/],
  ['maintenance', /维修费$/],
  ['rent', /租赁费$/],
  ['consulting', /咨询费$/],
  ['special_materials', /专用材料费$/],
  ['other_goods_and_services', /其他商品和服务支出$/],
  ['labour', /劳务费$/],
  ['other_transport', /其他交通费用?$/],
  ['functional_item', /（\d{0,2}项）(?:支出)?$/],
  ['functional_section', /（\d{0,2}款）(?:支出)?$/],
  ['functional_class', /（\d{0,3}类）(?:支出)?$/],
  [
    'functional_class',
    /^(?:一般公共服务|外交|国防|公共安全|教育|科学技术|文化旅游体育与传媒|社会保障和就业|社会保险基金|卫生健康|节能环保|城乡社区|农林水|交通运输|资源勘探工业信息等|商业服务业等|金融|援助其他地区|自然资源海洋气象等|住房保障|粮油物资储备|灾害防治及应急管理)支出(?:科目)?$/,
  ],
  ['carry_over_in', /上年(?:度)?(?:结转|结余)(?:[和及、]?结余)?(?:资金|收入)?$|年初(?:财政拨款)?结转(?:[和及、]?结余)?(?:资金)?$/],
  ['carry_over_out', /(?:年末|年终)(?:财政拨款)?结转(?:[和及、]?结余)?(?:资金)?$|结转下年(?:资金|支出)?$/],
  ['fund_expenditure', /政府性?基金.*支出$/],
  ['fund_revenue', /(?:政府性?)?基金(?:预算)?(?:财政)?(?:当年)?(?:拨款)?(?:收入)?$/],
  ['state_capital_expenditure', /国有资本经营.*支出$/],
  ['state_capital_revenue', /国有资本经营(?:预算)?(?:财政)?(?:当年)?(?:拨款)?(?:收入)?$/],
  ['special_account_revenue', /财政专户(?:管理|核拨)?(?:资金)?(?:拨款)?(?:收入)?$/],
  ['general_basic_expenditure', /一般公共预算(?:财政)?(?:拨款)?基本支出$/],
  ['general_expenditure', /一般公共预算(?:财政)?(?:当年)?(?:拨款)?支出$/],
  ['general_revenue', /一般公共预算(?:财政)?(?:当年)?(?:拨款)?(?:收入)?$/],
  ['appropriation_total', /财政拨款收入?[、和]?支出?总?$/],
  ['appropriation_basic_expenditure', /财政拨款基本支出$/],
  ['appropriation_expenditure', /财政拨款(?:预算)?支出$/],
  ['appropriation_revenue', /财政拨款(?:收入)?$/],
  ['superior_subsidy_revenue', /上级补助收入$/],
  ['subordinate_payment_revenue', /附属单位上缴收入$/],
  ['business_operation_revenue', /(?:事业单位)?经营收入$/],
  ['business_revenue', /事业收入$/],
  ['own_revenue', /(?:单位|部门)资金(?:收入)?$/],
  ['other_revenue', /其他(?:资金)?(?:收入)$|其他资金$/],
  ['superior_payment', /(?:上缴|上解)上级支出$/],
  ['subordinate_subsidy', /对附属单位补助支出$/],
  ['business_operation_expenditure', /(?:事业单位)?经营支出$/],
  ['personnel', /人员(?:类)?(?:经费|支出)$/],
  ['public_operating', /(?:日常)?公用(?:类)?(?:经费|支出)$/],
  ['individuals_and_families', /对个人和家庭的?补助(?:支出)?$/],
  ['basic_expenditure', /基本支出$/],
  ['project_expenditure', /项目支出$/],
  ['total_revenue_and_expenditure', /收入?(?:预算)?[、和及]?支出?(?:预算)?总(?:预算)?$|^(?:预算)?收入?[、和]?支出?$/],
  ['current_revenue', /本年收入$/],
  ['current_expenditure', /本年支出$/],
  ['total_revenue', /^(?:年度?|本年|全年|部门|单位|预算|总)*收入(?:预算|总)*$/],
  ['total_expenditure', /^(?:年度?|本年|全年|部门|单位|预算|总)*支出(?:预算|总)*$/],
  ['other_expenditure', /其他支出$/],
];

/** Words at the end of a subject that say that it is an amount, not of what: 预算, 安排, 年初预算, (费)支出 ... */
export const GENERIC_END =
  /(?:预算总额|年初预算数?|调整预算数?|全年预算数?|决算数?|预算数?|执行数|安排数?|总金额|总额|金额|总计|合计|共计|小计|规模|收支|科目|数|为|共|约|计|是|达|(?<=[费待护置]|运行|采购|购买服务|货物|工程|服务)(?:预算|决算)?支出)$/;

/** Of an expense whose money is named behind it (“三公”经费财政拨款支出): the money. */
export const MONEY_OF_EXPENSE = /(?<=费)财政拨款(?=支出|预算|决算|总额|金额|年初|$)/;

/** A subject that says nothing but that it is an amount: the item, heading or sentence before names what it is of. */
export const GENERIC_SUBJECT =
  /^(?:(?:当年|全年|年初|本年度?|年度|部门|单位|总|共|并|已|拟|可|等|其|各|均|及|和|的|数)*(?:财政拨款)?(?:支出|收入)?(?:预算|决算|调整预算|执行|批复)*(?:数|总额|金额|支出|安排|经费|资金|总计|合计|额)*(?:为|是|共|约|计|达|安排)*)$/;

/** What is stated of a subject: words taken off around it. */
export const SUBJECT_FRAME = {
  before:
    /^(?:[，,；;：:、。）)]|其中|包括|包含|主要包括|具体包括|分别为|分别是|含|和|及|以及|与|同时|另外?|此外|并|按照|(?:我|本|该|各|全)(?:部门|单位|局|委|办|厅|院|校|街道|镇|乡|中心)(?:本级)?|(?:当|本|全)年度|(?:当|本|全)年(?!度|收入|支出)|上年(?:度)?(?:末|底)|年度|年初(?=预算收|部门|单位)|预算(?=一般公共|基本|项目)|相应(?:地)?|涉及|已(?=安排)|共计|共有|主要用于|主要包括|主要是|主要为|安排(?=.)|用于(?=.)|截至|[，,]?的(?=.))+/,
  after:
    /(?:(?:共|预计)?(?:安排|支出为|为|是|共有|共|约|合计为|总计为|达到|达|各|均|涉及)|[（(](?:详见|含|不含|以)[^）)]*[）)]|[：:，,、（(])+$/,
};

/** Codes of the official classifications printed with a name (2011301-行政运行, 行政运行（2014001）), by the first digit and the length. */
export const PRINTED_CODES: readonly (readonly [code: string, pattern: RegExp])[] = [
  ['functional_item', /^2\d{6}$/],
  ['functional_section', /^2\d{4}$/],
  ['functional_class', /^2\d{2}$/],
  ['economic_department', /^3\d{2}(?:\d{2})?$/],
  ['economic_government', /^5\d{2}(?:\d{2})?$/],
];

/** A publisher's name at the start of a subject: 福州市商务局收入预算. */
export const PUBLISHER_PREFIX =
  /(?:局|委员会|委|办公室|办公厅|厅|法院|检察院|院|中心|办事处|部门|部|署|支队|大队|总队|馆|学校|中学|小学|大学|学院|站|所|协会|联合会|本级|政府(?!性)|单位(?=的|政府采购|机关运行|委托业务|“三公”))(?:[（(][^）)]*[）)])?的?/g;
