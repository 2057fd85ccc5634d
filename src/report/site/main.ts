import { redrawCharts } from './chart.js';
import { append, type Child, fill, h } from './dom.js';
import { pageFooter, pageHeader } from './frame.js';
import { type Route, routeOf } from './route.js';
import { choose, settings } from './settings.js';
import { openSite, type Site } from './site.js';
import { t } from './words.js';

/** The page that the address names, in place of the one before. */
async function show(site: Site, main: HTMLElement, byHand: boolean): Promise<void> {
  const own = location.hash;
  const route = routeOf(own);
  let content: Child;
  try {
    content = await route.page(site, route.parts);
  } catch (error) {
    content = h('h1', { class: 'problem', role: 'alert' }, t('failed', error instanceof Error ? error.message : String(error)));
  }
  if (own !== location.hash) return;
  fill(main, content);
  const heading = main.querySelector('h1');
  document.title = [heading?.textContent, site.data.title].filter(Boolean).join(' · ');
  if (!byHand || main.dataset.route === route.name) return;
  heading?.setAttribute('tabindex', '-1');
  if (route.name !== 'search') heading?.focus();
  window.scrollTo(0, 0);
}

/** Draws the frame of the site and follows its addresses. */
async function start(): Promise<void> {
  const site = await openSite();
  const main = h('main', { id: 'main', tabindex: '-1' });
  const header = h('header', { class: 'site' });
  const footer = h('footer', { class: 'site' });
  const frame = (route: Route) => {
    document.documentElement.lang = settings.language;
    fill(header, pageHeader(site, route, change));
    fill(footer, pageFooter(site));
  };
  const turn = async (byHand: boolean) => {
    const route = routeOf(location.hash);
    if (document.activeElement?.closest('header form') === null || document.activeElement === null) frame(route);
    await show(site, main, byHand);
    main.dataset.route = route.name;
  };
  const change = (choice: Parameters<typeof choose>[0]) => {
    choose(choice);
    const id = document.activeElement?.id;
    frame(routeOf(location.hash));
    if (id !== undefined && id !== '') document.getElementById(id)?.focus();
    void show(site, main, false);
  };
  append(document.body, [header, main, footer]);
  frame(routeOf(location.hash));
  window.addEventListener('hashchange', () => void turn(true));
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redrawCharts);
  await turn(false);
}

start().catch((error: unknown) => {
  append(document.body, [h('p', { class: 'problem', role: 'alert' }, t('failed', error instanceof Error ? error.message : String(error)))]);
});
