/** A line without the marks of its markup: emphasis, code, links, folds, escapes. Blanks to fill in stay. */
export function plainInline(line: string): string {
  return line
    .replace(/<summary[^>]{0,100}>(.{0,80}?)<\/summary>/gi, (_, title: string) => summaryText(title))
    .replace(/<\/?(?:details|summary)\b[^>]{0,100}>/gi, '')
    .replace(/!\[([^\]]{0,200})\]\([^)]{0,500}\)/g, '$1')
    .replace(/(?<!\\)\[([^\]]{1,200})\]\((?:https?:|\/|#|\.)[^)]{0,500}\)/g, '$1')
    .replace(/(?<!\\)(\*{1,3}|~~)(?=\S)(.{1,500}?)(?<=\S)(?<!\\)\1/g, '$2')
    .replace(/(?<![\w\\_])(_{1,2})(?=[^\s_])([^_]{1,300}?)(?<=[^\s_])\1(?![\w_])/g, '$2')
    .replace(/(?<!\\)`([^`]{1,300})`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|>~-])/g, '$1');
}

/** `点击查看答案` over what a click shows: what follows is an answer. */
function summaryText(title: string): string {
  const plain = title.replace(/<[^>]{0,60}>/g, '').trim();
  if (/解析|explanation|why/i.test(plain) && !/答案|answer/i.test(plain)) return '解析:';
  return /答案|answer|solution|key/i.test(plain) ? '答案:' : plain;
}
