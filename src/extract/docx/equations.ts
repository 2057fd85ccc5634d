import { child, childValue, isOn, type XmlElement } from './xmlTree.js';

const COMMANDS: Readonly<Record<string, string>> = {
  α: '\\alpha ',
  β: '\\beta ',
  γ: '\\gamma ',
  δ: '\\delta ',
  ε: '\\varepsilon ',
  θ: '\\theta ',
  λ: '\\lambda ',
  μ: '\\mu ',
  π: '\\pi ',
  ρ: '\\rho ',
  σ: '\\sigma ',
  τ: '\\tau ',
  φ: '\\varphi ',
  ω: '\\omega ',
  Δ: '\\Delta ',
  Σ: '\\Sigma ',
  Ω: '\\Omega ',
  '±': '\\pm ',
  '×': '\\times ',
  '÷': '\\div ',
  '≤': '\\leq ',
  '≥': '\\geq ',
  '≠': '\\neq ',
  '≈': '\\approx ',
  '∞': '\\infty ',
  '⋅': '\\cdot ',
  '∑': '\\sum ',
  '∏': '\\prod ',
  '∫': '\\int ',
  '→': '\\rightarrow ',
  '%': '\\%',
};

/** Elements that place their parts above, below or beside one another; without them an equation is a plain line of text. */
const STRUCTURES = new Set([
  'm:f',
  'm:sSup',
  'm:sSub',
  'm:sSubSup',
  'm:sPre',
  'm:rad',
  'm:nary',
  'm:d',
  'm:m',
  'm:eqArr',
  'm:func',
  'm:limLow',
  'm:limUpp',
  'm:bar',
  'm:acc',
  'm:groupChr',
]);

/**
 * The text of an equation. A plain one is its characters as printed; one with fractions, powers, roots and the like is LaTeX between dollar
 * signs, because 1/2 run together would read 12.
 */
export function equationText(equation: XmlElement): string {
  const structured = hasStructure(equation);
  const text = equation.children.map((one) => linear(one, structured)).join('');
  return structured ? `$${text.trim()}$` : text;
}

/** Whether any part of an equation is placed other than in line. */
function hasStructure(element: XmlElement): boolean {
  return element.children.some((one) => STRUCTURES.has(one.name) || hasStructure(one));
}

/** The linear text of one part of an equation; as LaTeX where `latex`. */
function linear(element: XmlElement, latex: boolean): string {
  const part = (name: string) => content(child(element, name), latex);
  const property = (group: string, name: string) => childValue(child(element, group), name);
  switch (element.name) {
    case 'm:t':
    case 'w:t':
      return latex ? [...element.text].map((sign) => COMMANDS[sign] ?? sign).join('') : element.text;
    case 'm:rPr':
    case 'w:rPr':
    case 'm:ctrlPr':
      return '';
    case 'm:f':
      return `\\frac{${part('m:num')}}{${part('m:den')}}`;
    case 'm:sSup':
      return `${part('m:e')}^{${part('m:sup')}}`;
    case 'm:sSub':
      return `${part('m:e')}_{${part('m:sub')}}`;
    case 'm:sSubSup':
      return `${part('m:e')}_{${part('m:sub')}}^{${part('m:sup')}}`;
    case 'm:sPre':
      return `{}_{${part('m:sub')}}^{${part('m:sup')}}${part('m:e')}`;
    case 'm:rad': {
      const degree = isOn(child(child(element, 'm:radPr'), 'm:degHide')) ? '' : part('m:deg');
      return `\\sqrt${degree === '' ? '' : `[${degree}]`}{${part('m:e')}}`;
    }
    case 'm:nary': {
      const sign = property('m:naryPr', 'm:chr') ?? '∫';
      return `${COMMANDS[sign] ?? sign}_{${part('m:sub')}}^{${part('m:sup')}}{${part('m:e')}}`;
    }
    case 'm:d': {
      const inner = element.children.filter((one) => one.name === 'm:e').map((one) => content(one, latex));
      return (
        (property('m:dPr', 'm:begChr') ?? '(') + inner.join(property('m:dPr', 'm:sepChr') ?? '|') + (property('m:dPr', 'm:endChr') ?? ')')
      );
    }
    case 'm:m':
    case 'm:eqArr':
      return element.children
        .filter((one) => one.name === 'm:mr' || one.name === 'm:e')
        .map((row) => (row.name === 'm:mr' ? row.children.map((cell) => content(cell, latex)).join(' & ') : content(row, latex)))
        .join(' \\\\ ');
    case 'm:limLow':
      return `${part('m:e')}_{${part('m:lim')}}`;
    case 'm:limUpp':
      return `${part('m:e')}^{${part('m:lim')}}`;
    default:
      return content(element, latex);
  }
}

/** The linear text of everything inside an element. */
function content(element: XmlElement | undefined, latex: boolean): string {
  return (element?.children ?? []).map((one) => linear(one, latex)).join('');
}
