import { redactUrl } from '../fetch/index.js';
import type { Diagnostic, Severity } from '../model/index.js';
import type { HtmlPage } from './htmlPage.js';
import { collectLinks } from './links.js';
import { rawText } from './parseHtml.js';
import { plainText } from './printedText.js';

/** Scripts of protection services that want a browser to compute something first. */
const CHALLENGE_SCRIPTS: readonly RegExp[] = [
  /EO_Bot_Ssid|__tst_status/,
  /__jsl_clearance|jsluid/,
  /acw_sc__v2|aliyun_waf/,
  /\$_ts\s*=|_\$[a-z0-9]{2,4}\(/i,
  /wzws_cid|WZWS-RAY|safeline|SafeLineChallenge/i,
  /cf-browser-verification|challenge-platform|__cf_chl/,
  /yunsuo_session|security_session_verify/,
];
/** What a challenge of any make does: it sets a cookie that it has computed, and loads the page again. */
const COMPUTED_COOKIE = /document\s*(?:\.\s*cookie|\[\s*['"]cookie['"]\s*\])\s*=/;
const RELOAD = /location\s*(?:\.\s*(?:reload|replace|assign|href)|\[|=)|\.\s*reload\s*\(/;
/** Titles and texts of pages that say with status 200 that there is nothing. */
const NOT_FOUND =
  /^(?:(?:http status )?404|not found|页面不存在|找不到页面|访问的页面不存在|出错[了啦]|error)|404\s*(?:not found|错误|页面|[-–—])|(?:页面|网页|文章|信息|内容|栏目)(?:不存在|已(?:经)?(?:被)?(?:删除|撤销|移除|下线)|已失效|找不到|未找到|.{0,3}(?:走丢|丢失|迷路))|您(?:要)?(?:访问|查看|请求)的(?:页面|内容|信息|地址|网页).{0,8}(?:不存在|找不到|已删除|有误)/i;
/** Pages that web servers show before anyone has put a site there, or while it is closed. */
const PLACEHOLDER =
  /IIS Windows Server|Welcome to nginx|Apache2? .*Default Page|Test Page for|It works!|站点(?:维护|升级|已关闭|建设中)|网站(?:维护|升级|已关闭|建设中)|系统维护/i;
const BLOCKED =
  /访问(?:被)?(?:拒绝|拦截|受限|禁止)|请求(?:已)?被拦截|安全(?:拦截|防护)|网站防火墙|您的(?:IP|访问|请求).{0,10}(?:限制|拦截|异常|阻断)|Access Denied|Forbidden|验证码|(?:人机|安全)验证|(?:拖动|滑动).{0,6}(?:滑块|验证)|访问被?阻断/i;

interface PageProblem {
  code: string;
  severity: Severity;
  message: string;
}

/** What is wrong with a page (of so many links and named files) that came back with success but holds no content of its own, or null. */
export function pageProblem(page: HtmlPage, links: number = collectLinks(page).length): Diagnostic | null {
  const problem = findProblem(page, links);
  if (problem === null) return null;
  return {
    stage: 'discover',
    code: problem.code,
    severity: problem.severity,
    place: { part: redactUrl(page.url.href) },
    message: problem.message,
  };
}

/** The first kind of problem that the page's features show. */
function findProblem({ tree, html, url, text, unreadable }: HtmlPage, links: number): PageProblem | null {
  const title = plainText(rawText(tree.named('title')[0]));
  const where = redactUrl(url.href);
  if (unreadable !== null)
    return {
      code: 'page_unreadable',
      severity: 'error',
      message: `${where} has ${unreadable}; it is not read for links: give the pages it leads to in start`,
    };
  const computes = links === 0 && text.length < 100 && COMPUTED_COOKIE.test(html) && RELOAD.test(html);
  if (computes || (links < 5 && CHALLENGE_SCRIPTS.some((pattern) => pattern.test(html))))
    return {
      code: 'js_challenge',
      severity: 'error',
      message: `${where} answers with a JavaScript challenge instead of its page; ask the publisher for access or fetch it another way`,
    };
  if (PLACEHOLDER.test(title) || (text.length < 300 && PLACEHOLDER.test(text)))
    return {
      code: 'placeholder_page',
      severity: 'error',
      message: `${where} shows a web server's placeholder (“${title || text.slice(0, 40)}”); check the address`,
    };
  if (NOT_FOUND.test(title) || (text.length < 400 && links < 30 && NOT_FOUND.test(text)))
    return {
      code: 'soft_404',
      severity: 'error',
      message: `${where} says that there is nothing here (“${(title || text).slice(0, 40)}”) with status 200; check the link`,
    };
  if (text.length < 400 && links < 10 && (BLOCKED.test(title) || BLOCKED.test(text)))
    return {
      code: 'access_blocked',
      severity: 'error',
      message: `${where} refuses access (“${(title || text).slice(0, 40)}”); slow down or ask the publisher`,
    };
  const scripts = tree.named('script').length;
  if (links === 0 && text.length < 60 && scripts > 0)
    return {
      code: 'page_needs_javascript',
      severity: 'error',
      message: `${where} is built by JavaScript and holds no links; start at a page that does, or at its data address`,
    };
  if (links === 0 && text === '') return { code: 'empty_page', severity: 'error', message: `${where} is empty; check the address` };
  return null;
}

/** A diagnostic about a page. */
export function pageDiagnostic(code: string, severity: Severity, { url }: HtmlPage, message: string): Diagnostic {
  return { stage: 'discover', code, severity, place: { part: redactUrl(url.href) }, message };
}
