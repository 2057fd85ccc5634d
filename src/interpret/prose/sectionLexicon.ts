/** Titles that open a section where they stand alone on a line, numbered or not. */
export const STANDALONE_TITLES =
  /^(?:(?:部门|单位|专业性?)?(?:名词|术语|名称)解释|(?:部门|单位)?(?:主要)?(?:职责|职能)|(?:部门|单位)?(?:机构|内设机构)设置(?:情况)?|(?:部门|单位)?(?:主要)?职[责能](?:及|和|与)机构设置(?:情况)?|(?:部门|单位)预算编制说明|其他(?:相关|重要|需要说明的?)(?:事项|情况)?(?:的?情况)?说明|(?:部门|单位)(?:基本)?概况|附件\d*)[：:]?$/;

/** The title over a table of contents. */
export const CONTENTS_TITLE = /^目录[：:]?$/;

/** A title page whose last line is the title of the table of contents. */
export const ENDS_WITH_CONTENTS = /^(.{4,60}[^\s《])目录$/;

/** An entry of a table of contents: dotted leaders before a page number. */
export const DOTTED_LEADERS = /(?:[.．…·]\s?){4,}\s?[-—]?\d{0,3}[-—]?$/;

/** A section of definitions. */
export const TERMS_TITLE = /(?:名词|术语|名称)解释/;

/** What a heading says besides its subject: 关于…情况说明 → …. */
export const HEADING_FRAME = {
  before: /^(?:关于)?/,
  after:
    /(?:的?(?:预算|决算)?(?:增减变化|增减|变化|变动)?(?:的?总体)?(?:情况|明细情况)?(?:的?总体)?(?:的?说明)?(?:及其?(?:增减变化|变动)?原因)?|表|明细)[：:。]?$/,
};
