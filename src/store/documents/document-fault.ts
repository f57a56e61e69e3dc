/** Why a file that looks like a document is not read. A message exists for each in both languages. */
export type DocumentFaultCode =
  | 'broken'
  | 'bomb'
  | 'doctype'
  | 'locked'
  | 'old-office'
  | 'other-office'
  | 'pdf'
  | 'picture'
  | 'archive';

/** Stops the reading of one document. */
export class DocumentFault extends Error {
  readonly code: DocumentFaultCode;

  constructor(code: DocumentFaultCode, cause?: unknown) {
    super(code, { cause });
    this.name = 'DocumentFault';
    this.code = code;
  }
}
