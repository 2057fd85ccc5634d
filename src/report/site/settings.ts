import type { MoneyUnit } from './money.js';

export type Language = 'zh' | 'en';

/** What a reader chose, remembered where the browser allows it. */
export interface Settings {
  language: Language;
  unit: MoneyUnit;
}

const KEY = 'fiscus.settings';

/** What was kept under a key; null where there is nothing or the browser keeps nothing. */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // Storage is switched off: the page works without memory.
  }
}

/** Keeps a text; false where the browser keeps nothing. */
export function remember(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false; // As above, or its space is used up.
  }
}

function initial(): Settings {
  const [language, unit] = (remembered(KEY) ?? '').split(' ');
  return {
    language: language === 'zh' || language === 'en' ? language : navigator.language.startsWith('zh') ? 'zh' : 'en',
    unit: unit === 'yuan' ? 'yuan' : 'wan',
  };
}

export const settings: Settings = initial();

/** Changes a choice and keeps it. */
export function choose(change: Partial<Settings>): void {
  Object.assign(settings, change);
  remember(KEY, `${settings.language} ${settings.unit}`);
}
