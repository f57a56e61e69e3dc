/** A piece of XML as a value: whoever parses it hands it over so. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
  /** Where it begins, from 1. */
  readonly line: number;
  readonly endLine: number;
}

export const elementsIn = (parent: XmlElement, name: string): XmlElement[] =>
  parent.children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === name);

export const elementIn = (parent: XmlElement, name: string): XmlElement | null => elementsIn(parent, name)[0] ?? null;

/** All text in an element and below it; empty for none. */
export const textIn = (element: XmlElement | null): string =>
  element === null ? '' : element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
