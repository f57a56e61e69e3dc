import { type ItemRule, sidesOf } from './rule.ts';

const ENDINGS = ['性', '法', '率', '原则', '策略', '模式', '阶段', '心理'];

/** The stem ends in a kind of word that only the key is of. */
export const grammarCue: ItemRule = {
  id: 'W12',
  severity: 'warning',
  check(question, say) {
    if (question.type !== 'single') return;
    const asked = ENDINGS.find((ending) =>
      new RegExp(`(?:哪[一种个项]|什么|何种)[^，。？]{0,2}${ending}|属于[^，。]{0,6}${ending}的?(?:是|[（(])`).test(
        question.stem,
      ),
    );
    if (!asked) return;
    const { keys, others } = sidesOf(question);
    const fits = (index: number): boolean => (question.options[index] ?? '').endsWith(asked);
    if (keys.some(fits) && others.filter(fits).length < others.length / 2) say(['options'], { ending: asked });
  },
};
