import { html, type PortalPage } from './portalPage.js';

const at = (name: string, text: string, says: string, more: Partial<PortalPage> = {}): PortalPage => ({
  name,
  url: 'http://www.example.gov.cn/zwgk/bmys/index.html',
  html: text,
  says: [says],
  ...more,
});

/** Pages without content of their own: each is told for what it is and gives nothing. */
export const EMPTY: readonly PortalPage[] = [
  at(
    'a page that is not there, in the clothes of its site',
    html(
      '样例市人民政府',
      `<div>${'<a href="/c/">栏目</a>'.repeat(12)}</div><p>很抱歉，您要访问的页面不存在或已被删除！</p><p><span id="s">5</span>秒后自动返回<a href="/">首页</a></p>`,
    ),
    'soft_404',
  ),
  at('a page that sends to an error page', html('', '<script>window.location.href="/404.html"</script>'), 'soft_404'),
  at(
    'a challenge that sets a cookie',
    '<html><script>var arg1="A1B2C3";function setCookie(n,v){document.cookie=n+"="+v}setCookie("acw_sc__v2",arg1);document.location.reload();</script></html>',
    'js_challenge',
  ),
  at(
    'a challenge of unknown make',
    '<!DOCTYPE html><html><head><meta charset="utf-8"><script>var a=["x","y"];(function(){var k=0;for(var i=0;i<9;i++){k+=i*7}document.cookie="_guard_tok="+k+";path=/";setTimeout(function(){location.reload()},100)})()</script></head><body></body></html>',
    'js_challenge',
  ),
  at(
    'a page that wants a slider moved',
    html('安全验证', '<div class="box">为保障您的访问安全，请拖动滑块完成验证</div><script src="/slider.js"></script>'),
    'access_blocked',
  ),
  at(
    'a page of a firewall',
    html('405', '<h1>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</h1><p>请求ID: 7f33</p>'),
    'access_blocked',
  ),
  at(
    'a page that its program builds',
    html('样例市财政局', '<div id="app"></div><script src="/js/chunk-vendors.js"></script>'),
    'page_needs_javascript',
  ),
  at(
    'a start page that sends on by a script in its body',
    '<html><head><title></title></head><body onload="javascript:window.location=\'./bmys/\'"></body></html>',
    'page_redirects',
    { pages: ['./bmys/'] },
  ),
  at(
    'a start page with a refresh',
    '<html><head><meta http-equiv="refresh" content="3;url=../yjs/index.htm"></head><body>正在进入……</body></html>',
    'page_redirects',
    {
      pages: ['../yjs/index.htm'],
    },
  ),
];
