/** What the notes on an open question hold: the model answer with its label, and the explanation behind it. */
export interface ModelAnswer {
  readonly answer: string | null;
  readonly explanation: string;
}

/** Without the label nothing is known for an answer. */
export function modelAnswer(text: string): ModelAnswer {
  const head = /^\s*(?:参考答案|标准答案|答案|model answer|answer)\s*[:：]\s*/i.exec(text)?.[0];
  if (head === undefined) return { answer: null, explanation: text.trim() };
  const body = text.slice(head.length);
  const label = /(?:^|\n)\s*(?:答案解析|解析|explanation)\s*[:：]\s*/i.exec(body);
  const answer = (label ? body.slice(0, label.index) : body).trim();
  return { answer: answer || null, explanation: label ? body.slice(label.index + label[0].length).trim() : '' };
}
