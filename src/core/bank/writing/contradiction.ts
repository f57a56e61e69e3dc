import type { ItemRule } from './rule.ts';

/** The explanation names another key than the key. */
export const contradiction: ItemRule = {
  id: 'E04',
  severity: 'error',
  check(question, say) {
    if (question.type !== 'single') return;
    const { explanation, key } = question;
    const said = [
      ...explanation.matchAll(/(?:故选|应选|正确答案[是为]?|答案[是为]|因此选)\s*\{?([A-H])\}?(?![A-Za-z])/g),
    ].map(([, letter]) => letter);
    const other = said.find((letter) => letter !== key);
    if (other) return say(['explanation'], { said: other, key });
    const denied = new RegExp(`\\{${key}\\}(?:项|选项)?(?:是)?(?:错误|错的|不正确|不对)`).test(explanation);
    if (denied) say(['explanation'], { said: '', key });
  },
};
