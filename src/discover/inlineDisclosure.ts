import type { HtmlPage } from './htmlPage.js';
import { liesIn } from './linkEvidence.js';
import { rawText } from './parseHtml.js';
import { elementText, plainText } from './printedText.js';

/** Names of tables and sections that a budget or final account has. Several different ones make a text one. */
const PARTS: readonly RegExp[] = [
  /收支(?:预算|决算)?总表|收支(?:预算|决算)?(?:总体)?情况/,
  /收入(?:预算|决算)?(?:总表|表|情况)/,
  /支出(?:预算|决算)?(?:总表|表|情况)/,
  /财政拨款收(?:入)?支(?:出)?/,
  /一般公共预算(?:财政拨款)?(?:基本)?支出/,
  /政府性基金(?:预算)?/,
  /国有资本经营/,
  /[“"”]?三公[”"“]?经费/,
  /机关运行经费/,
  /政府采购(?:预算|情况)/,
  /(?:部门|单位|机构)?(?:职责|职能|概况)|机构设置/,
  /绩效(?:目标|管理|评价)/,
  /国有资产占(?:有|用)|固定资产占用/,
  /名词解释|专业名词/,
];
/** What a page that only publishes “三公” expenses names, as it was done before whole budgets were: the three of them. */
const THREE_PUBLIC: readonly RegExp[] = [/三公/, /因公出国|出国[（(]境/, /公务接待/, /公务用车/];
const AMOUNT = /\d[\d,]*(?:\.\d+)?\s*(?:万|亿)?元/g;
const LONGEST_TEXT = 1_000_000;
const NUMERIC_CELL = /^-?\d[\d,]*(?:\.\d+)?$/;

/**
 * Why an article's own content is itself a disclosure (tables with figures under budget names, prose with the parts and the amounts of one, or the three of “三公”), or null: it
 * then is a document besides its attachments.
 */
export function inlineDisclosureReason(page: HtmlPage): string | null {
  const text = page.content === null ? page.text : elementText(page.content, LONGEST_TEXT);
  const parts = PARTS.filter((part) => part.test(text)).length;
  const threePublic = /三公/.test(page.title) && THREE_PUBLIC.every((part) => part.test(text));
  if (parts < 4 && !threePublic) return null;
  const cells = [...page.tree.named('td'), ...page.tree.named('th')].filter((cell) => page.content === null || liesIn(cell, page.content));
  const numbers = cells.filter((cell) => NUMERIC_CELL.test(plainText(rawText(cell)))).length;
  const amounts = text.match(AMOUNT)?.length ?? 0;
  if (threePublic && (numbers >= 4 || amounts >= 4))
    return `${numbers} figures in tables and ${amounts} amounts in prose of the “三公” expenses`;
  if (numbers >= 10) return `${numbers} figures in tables, ${parts} parts of a budget named`;
  if (amounts >= 5 && text.length >= 600) return `${amounts} amounts in prose, ${parts} parts of a budget named`;
  return null;
}
