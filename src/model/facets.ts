import { z } from 'zod';

/** The facets of DATA.md: what a table or a cell is about. `null` where nothing printed says it. */
export const zPhase = z.enum(['approved', 'adjusted', 'executed', 'estimated']);
export const zComparison = z.enum(['none', 'change', 'change_percent', 'share']);
export const zQuantity = z.enum(['money', 'percent', 'count', 'area']);
export const zFlow = z.enum(['revenue', 'expenditure', 'both']);
export const zFunding = z.enum(['all', 'appropriation', 'general', 'fund', 'state_capital', 'special_account', 'own', 'carry_over']);
export const zPart = z.enum(['all', 'basic', 'project', 'operating', 'carry_over', 'other']);
export const zBreakdown = z.enum([
  'summary',
  'functional',
  'economic_department',
  'economic_government',
  'unit',
  'project',
  'item',
  'none',
]);
export const zScope = z.enum(['department_total', 'own', 'unit']);
export const zRole = z.enum(['leaf', 'subtotal', 'total', 'of_which', 'balance']);
export const zProof = z.enum(['proved', 'disputed', 'contradicted', 'unchecked']);
export const zKind = z.enum([
  'revenue_expenditure_summary',
  'revenue_summary',
  'expenditure_summary',
  'appropriation_summary',
  'general_budget_expenditure',
  'general_budget_basic_expenditure',
  'government_fund',
  'state_capital',
  'three_public_expenses',
  'project_expenditure',
  'procurement',
  'purchased_services',
  'operating_expenses',
  'project_performance',
  'overall_performance',
  'institutions',
  'assets',
  'form_list',
  'other',
  'unknown',
]);
export const zThreePublicItem = z.enum([
  'total',
  'abroad',
  'vehicles',
  'vehicle_purchase',
  'vehicle_operation',
  'reception',
  'meeting',
  'training',
]);

export const zFacets = z.object({ flow: zFlow.nullable(), funding: zFunding.nullable(), part: zPart.nullable(), breakdown: zBreakdown });

export type Phase = z.infer<typeof zPhase>;
export type Comparison = z.infer<typeof zComparison>;
export type Quantity = z.infer<typeof zQuantity>;
export type Flow = z.infer<typeof zFlow>;
export type Funding = z.infer<typeof zFunding>;
export type Part = z.infer<typeof zPart>;
export type Breakdown = z.infer<typeof zBreakdown>;
export type Scope = z.infer<typeof zScope>;
export type Role = z.infer<typeof zRole>;
export type Proof = z.infer<typeof zProof>;
export type Kind = z.infer<typeof zKind>;

/** The tables that every departmental budget or account publishes, empty or not. */
export const STANDARD_KINDS: readonly Kind[] = [
  'revenue_expenditure_summary',
  'revenue_summary',
  'expenditure_summary',
  'appropriation_summary',
  'general_budget_expenditure',
  'general_budget_basic_expenditure',
  'government_fund',
  'state_capital',
  'three_public_expenses',
];
export type ThreePublicItem = z.infer<typeof zThreePublicItem>;
export type Facets = z.infer<typeof zFacets>;
