/** The reports are tested with the words that ship. */
export { enReports as words } from '../../src/messages/en-reports.ts';
