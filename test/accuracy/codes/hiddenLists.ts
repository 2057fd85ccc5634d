/** The lists whose printed codes are hidden and found again by name. */
export const HIDDEN_LISTS = ['functional', 'economic_department', 'economic_government'] as const;
export type HiddenList = (typeof HIDDEN_LISTS)[number];

/** Whether codes of the list are hidden. */
export function isHiddenList(list: string | null): list is HiddenList {
  return HIDDEN_LISTS.some((known) => known === list);
}
