import type { Instant } from '../day.ts';

/** An event as one line of a history holds it. Whoever moves events from file to file leaves their text as it was written. */
export interface Entry {
  readonly id: string;
  readonly at: Instant;
  /** The JSON of the event, without the comma that closes the line. */
  readonly text: string;
}
