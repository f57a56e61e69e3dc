import { type Element, elementsOf } from '../../core/intake/containers/tree.ts';
import { DocumentFault } from './document-fault.ts';
import { xmlTree } from './markup.ts';
import { type ZipParts, zipParts } from './zip-parts.ts';

/** The parts of a file of Word or Excel, and how they refer to each other (ECMA-376 part 2). */
export interface OfficePackage {
  /** Name of the part with the document itself. */
  readonly main: string;
  readonly kind: 'docx' | 'xlsx';
  bytesOf(name: string | null): Uint8Array | null;
  treeOf(name: string | null): Element | null;
  /** The part that a relation of another part leads to; null for none, or for one outside of the file. */
  targetOf(part: string, relation: string): string | null;
  /** The first part related by the last word of a type, like `styles`. */
  relatedTo(part: string, type: string): string | null;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

export function officePackage(bytes: Uint8Array): OfficePackage {
  const parts = zipParts(bytes);
  const names = new Map(parts.names.map((name) => [name.toLowerCase(), name]));
  const bytesOf = (name: string | null): Uint8Array | null =>
    name === null ? null : parts.bytesOf(names.get(name.toLowerCase()) ?? name);
  const treeOf = (name: string | null): Element | null => {
    const found = bytesOf(name);
    return found && xmlTree(xmlText(found));
  };
  const known = new Map<string, Relation[]>();
  const relationsOf = (part: string): Relation[] => {
    const found = known.get(part) ?? relationsIn(treeOf(relationsName(part)), part);
    known.set(part, found);
    return found;
  };
  const main = mainPart(relationsOf(''), parts);
  return {
    main,
    kind: main.startsWith('xl/') ? 'xlsx' : 'docx',
    bytesOf,
    treeOf,
    targetOf: (part, relation) => relationsOf(part).find(({ id }) => id === relation)?.target ?? null,
    relatedTo: (part, type) => relationsOf(part).find((each) => each.type === type)?.target ?? null,
  };
}

/** Where the relations are missing, the usual places are looked at; a zip file with none of them is another kind of file. */
function mainPart(relations: readonly Relation[], { names }: ZipParts): string {
  const said = relations.find(({ type }) => type === 'officeDocument')?.target;
  const found = said ?? USUAL.find((name) => names.includes(name));
  // Slides, or a document of LibreOffice.
  if (found?.startsWith('ppt/') || names.includes('mimetype')) throw new DocumentFault('other-office');
  if (found === undefined) throw new DocumentFault('archive');
  return found;
}

const USUAL = ['word/document.xml', 'xl/workbook.xml'];

function relationsName(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function relationsIn(root: Element | null, part: string): Relation[] {
  return elementsOf(root ?? undefined)
    .filter(({ attributes }) => attributes.TargetMode !== 'External')
    .map(({ attributes }) => ({
      id: attributes.Id ?? '',
      type: (attributes.Type ?? '').split('/').at(-1) ?? '',
      target: resolved(part, attributes.Target ?? ''),
    }));
}

/** A name in the file, seen from a part of it; steps above the top stay at the top. */
function resolved(part: string, target: string): string {
  const steps = target.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** UTF-8 or UTF-16, by its mark. */
function xmlText(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
