import { type Block, paragraph } from '../../core/intake/containers/block.ts';
import { docxBlocks } from '../../core/intake/containers/docx/docx-blocks.ts';
import { htmlBlocks } from '../../core/intake/containers/html/html-blocks.ts';
import { decodeText } from '../text-source.ts';
import { DocumentFault } from './document-fault.ts';
import { htmlTree } from './markup.ts';
import { archivedPage } from './mht.ts';
import { type OfficePackage, officePackage } from './office-package.ts';
import { pageText } from './page-text.ts';

/** A document of Word as blocks; what was pasted in as a whole from another format is read where it stands. */
export const docxDocument = (bytes: Uint8Array): Block[] => blocksOf(officePackage(bytes), 0);

/** Documents in documents in documents: nobody pastes that. */
const DEEPEST = 3;

function blocksOf(office: OfficePackage, depth: number): Block[] {
  const { main } = office;
  const document = office.treeOf(main);
  if (!document) throw new DocumentFault('broken');
  return docxBlocks({
    document,
    styles: office.treeOf(office.relatedTo(main, 'styles')) ?? undefined,
    numbering: office.treeOf(office.relatedTo(main, 'numbering')) ?? undefined,
    embedded(relation) {
      const bytes = office.bytesOf(office.targetOf(main, relation));
      return bytes === null || depth >= DEEPEST ? [] : embeddedBlocks(bytes, depth);
    },
  });
}

function embeddedBlocks(bytes: Uint8Array, depth: number): readonly Block[] {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return blocksOf(officePackage(bytes), depth + 1);
  const page = archivedPage(bytes) ?? pageText(bytes);
  if (page !== null) return htmlBlocks(htmlTree(page));
  const read = decodeText(bytes);
  if (read.kind === 'refused') throw new DocumentFault('broken');
  return read.text.split('\n').map((text) => paragraph([{ text, marks: [] }]));
}
