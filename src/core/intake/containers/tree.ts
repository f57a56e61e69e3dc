/** An element of XML or HTML as a reader of markup hands it over: entities resolved, comments left away. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}

export type Node = Element | string;

export const isElement = (node: Node): node is Element => typeof node !== 'string';

export const elementsOf = (parent: Element | undefined, name?: string): Element[] =>
  parent ? parent.children.filter(isElement).filter((child) => name === undefined || child.name === name) : [];

export const firstOf = (parent: Element | undefined, name: string): Element | undefined =>
  parent?.children.find((child): child is Element => isElement(child) && child.name === name);

/** The first element of that name at any depth, the parent itself included. */
export function findIn(parent: Element, name: string): Element | undefined {
  if (parent.name === name) return parent;
  for (const child of elementsOf(parent)) {
    const found = findIn(child, name);
    if (found) return found;
  }
  return undefined;
}

export const textIn = (node: Node): string => (isElement(node) ? node.children.map(textIn).join('') : node);
