import { type HistoryFile, openHistory } from '../store/history-file.ts';
import type { Context } from './context.ts';

/** The learner's own history, with what was put away of it. */
export function openedHistory({ home, io }: Context): HistoryFile {
  return openHistory(home.history, { now: () => io.now(), archive: home.archive });
}
