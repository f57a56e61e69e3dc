import type { Element } from '../tree.ts';

/**
 * Letters for the buttons and boxes of a form whose texts have none. Buttons of one question share a name; boxes are of
 * one question as long as no line without a box stands between them.
 */
export class ChoiceLetters {
  private group: string | null = null;
  private count = 0;
  private isWaiting = false;
  private isLineOfChoices = false;

  /** A button or a box stands here. */
  begin({ type = '', name = '' }: Element['attributes']): void {
    const group = type.toLowerCase() === 'radio' && name !== '' ? name : '';
    if (group !== this.group) this.count = 0;
    this.group = group;
    this.count++;
    this.isWaiting = true;
    this.isLineOfChoices = true;
  }

  /** What to set in front of the next text of the page: a letter where the text behind a button has none. */
  ahead(text: string): string {
    if (!this.isWaiting || text.trim() === '') return '';
    this.isWaiting = false;
    const isLettered = /^\s*[(（[]?[A-La-l①-⑧](?:[ ]?[.、．:：)）\]]|\s*$)/.test(text);
    return isLettered || this.count > 12 ? '' : `${String.fromCharCode(64 + this.count)}. `;
  }

  endLine(): void {
    if (!this.isLineOfChoices && this.group === '') this.group = null;
    this.isLineOfChoices = false;
    this.isWaiting = false;
  }
}
