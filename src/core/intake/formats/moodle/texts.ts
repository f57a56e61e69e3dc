import { htmlText } from '../html-text.ts';
import { elementIn, elementsIn, textIn, type XmlElement } from '../xml-element.ts';

/** Reads the texts of one question, and counts what they show besides text. */
export class MoodleTexts {
  media = 0;
  readonly files: string[] = [];

  /** The text of an element in the format that it names; of nothing, nothing. */
  said(element: XmlElement | null): string {
    if (element === null) return '';
    this.files.push(...elementsIn(element, 'file').map(({ attributes }) => attributes.name ?? '?'));
    return this.plain(this.source(element), element.attributes.format ?? 'html');
  }

  /** As it stands in the file. */
  source(element: XmlElement | null): string {
    const inner = element && elementIn(element, 'text');
    return textIn(inner ?? element);
  }

  plain(text: string, format: string): string {
    if (format === 'plain_text' || format === 'markdown') return text.trim();
    const read = htmlText(text, { keepLines: format === 'moodle_auto_format' });
    this.media += read.media;
    return read.text.trim();
  }
}
