/** A quote that keeps a spreadsheet from running a cell, as our own tables have it, is no part of what the cell says. */
export const withoutGuard = (cell: string): string => cell.replace(/^'(?=[\t\r\n]|\s{0,40}[=+\-@＝＋－＠])/, '');
