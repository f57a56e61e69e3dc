/**
 * A line without the marks of its markup: emphasis, code, links, folds, escapes. Underscores inside of a sentence are
 * blanks, empty or filled in, and stay. No pattern looks past the next sign of its own kind.
 */
export function plainInline(line: string): string {
  return line
    .replace(/<summary[^<>]{0,100}>([^\n]{0,80}?)<\/summary>/gi, (_, title: string) => summaryText(title))
    .replace(/<\/?(?:details|summary)\b[^<>]{0,100}>/gi, '')
    .replace(/!\[([^[\]]{0,200})\]\([^()]{0,500}\)/g, '$1')
    .replace(/(?<!\\)\[([^[\]]{1,200})\]\((?:https?:|\/|#|\.)[^()]{0,500}\)/g, '$1')
    .replace(/(?<!\\)(\*{1,3}|~~)(?=[^\s*~])([^*~]{1,500}?)(?<=[^\s\\])\1/g, '$2')
    .replace(/(?<=^|[\s("'[])(_{1,2})(?=[^\s_])([^_]{1,300}?)(?<=[^\s_])\1(?=$|[\s)"'\].,;:!?])/g, '$2')
    .replace(/(?<!\\)`([^`]{1,300})`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|>~-])/g, '$1');
}

/** `点击查看答案` over what a click shows: what follows is an answer. */
function summaryText(title: string): string {
  const plain = title.replace(/<[^>]{0,60}>/g, '').trim();
  if (/解析|explanation|why/i.test(plain) && !/答案|answer/i.test(plain)) return '解析:';
  return /答案|answer|solution|key/i.test(plain) ? '答案:' : plain;
}
