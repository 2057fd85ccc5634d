import { BUDGET_STYLES } from './budgetStyles.js';
import { FIGURE_STYLES } from './figureStyles.js';
import { PLACED_STYLES } from './placedStyles.js';
import { REPORT_STYLES } from './reportStyles.js';
import { SECTION_STYLES } from './sectionStyles.js';
import { SPANNER_STYLES } from './spannerStyles.js';
import { TEXT_STYLES } from './textStyles.js';

/** The styles by name. */
export const AGENCY_STYLES = {
  ...FIGURE_STYLES,
  ...SPANNER_STYLES,
  ...SECTION_STYLES,
  ...TEXT_STYLES,
  ...REPORT_STYLES,
  ...BUDGET_STYLES,
  ...PLACED_STYLES,
};

export type AgencyStyle = keyof typeof AGENCY_STYLES;
