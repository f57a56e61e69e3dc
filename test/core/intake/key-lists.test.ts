import { describe, expect, test } from 'vitest';
import { readText } from '../../../src/core/intake/read-text.ts';

const PAPER = `物业客服岗位考核试卷
一、单项选择题（每题2分，共12分）
1．接听业主来电，应在铃响（　）声内接起。
A．三　B．六　C．八　D．十
2．业主报修后，应先（　）。
A．登记　B．挂断　C．上门收费　D．推给同事
3．巡楼时发现消防通道被占，应（　）。
A．不管　B．拍照发朋友圈　C．劝离并记录　D．报警抓人
4．收取物业费应开具（　）。
A．白条　B．票据　C．收条　D．口头证明
5．访客登记不包括（　）。
A．姓名　B．时间　C．事由　D．银行卡密码
6．电梯困人时首先应（　）。
A．安抚乘客并通知维保　B．强行扒门　C．断电走人　D．等待
二、多项选择题（每题3分，共9分）
7．投诉处理的原则有（　）。
A．及时　B．公正　C．推诿　D．闭环
8．装修巡查要看（　）。
A．承重墙　B．防水　C．业主收入　D．垃圾清运
9．业主档案应（　）。
A．公开张贴　B．专人保管　C．限制查阅　D．随意复印
三、判断题（每题1分，共4分）
10．业主信息可以卖给装修公司。（　）
11．停电检修应提前通知。（　）
12．物业费可以不公示。（　）
13．投诉须有回复。（　）
四、填空题（每空1分，共3分）
14．处理投诉要先处理____，再处理____。
15．报修应在____分钟内响应。

`;

const CHOICES = ['A', 'A', 'C', 'B', 'D', 'A', 'ABD', 'ABD', 'BC', false, true, false, true];
const ALL = [...CHOICES, ['心情', '事情'], ['30']];

/** How the keys of that paper may be listed below it: one thing to know, many ways to write it. */
const LISTS: readonly (readonly [how: string, list: string])[] = [
  [
    'by section, keys in their order',
    '参考答案\n一、A A C B D A\n二、ABD ABD BC\n三、× √ × √\n四、14.心情、事情 15.30',
  ],
  [
    'in their order, in words',
    '正确答案依次为：\n一、A A C B D A\n二、ABD、ABD、BC\n三、错、对、错、对\n四、14.①心情②事情；15.①30',
  ],
  [
    'the section beside its keys',
    '附：答案\n单选题  AACBDA\n多选题  ABD  ABD  BC\n判断题  错 对 错 对\n填空题  14、心情，事情  15、30',
  ],
  [
    'a head for the keys of each section',
    '一、单选题答案\nAACBD A\n二、多选题答案\n7.ABD 8.ABD 9.BC\n三、判断题答案\n×√×√\n四、填空题答案\n14．心情；事情\n15．30',
  ],
  [
    'no head at all',
    '选择题：1-3 AAC，4-6 BDA\n多选题：7-9 ABD，ABD，BC\n判断题：10-13 ×，√，×，√\n填空题：14.心情，事情 15.30',
  ],
  [
    'numbered anew in each section, also for two blanks',
    '答案与评分标准\n一、单项选择题\n1．A\n2．A\n3．C\n4．B\n5．D\n6．A\n二、多项选择题\n1．ABD\n2．ABD\n3．BC\n三、判断题\n1．×\n2．√\n3．×\n4．√\n四、填空题\n1．心情　事情\n2．30',
  ],
  [
    'the same on a line',
    '答案：\n单选 1.A；2.A；3.C；4.B；5.D；6.A。\n多选 1.A、B、D；2.A、B、D；3.B、C。\n判断 1.错误；2.正确；3.错误；4.正确。\n填空 1.心情；事情 2.30',
  ],
  [
    'which statements are wrong',
    '参考答案\n一、选择\n1—6：AACBDA\n二、多选\n7：ABD；8：ABD；9：BC\n三、判断\n错误的是10、12，其余正确。\n四、填空\n14．心情；事情\n15．30',
  ],
  [
    'blanks behind keys, with nothing behind their numbers',
    '答案卡\n1A 2A 3C 4B 5D 6A 7ABD 8ABD 9BC 10B 11A 12B 13A（判断题A为对，B为错）\n14 心情；事情\n15 30',
  ],
  ['hyphens', 'Keys:\n1-A, 2-A, 3-C, 4-B, 5-D, 6-A\n7-ABD, 8-ABD, 9-BC\n10-N, 11-Y, 12-N, 13-Y\n14-心情，事情\n15-30'],
  ['ranges on one line', '答案：1-6 A、A、C、B、D、A　7-9 ABD、ABD、BC　10-13 错、对、错、对　14 心情；事情　15 30'],
  [
    'decimals that are none',
    '参考答案：1.A；2.A；3.C；4.B；5.D；6.A；7.ABD；8.ABD；9.BC；10.错误；11.正确；12.错误；13.正确；14.心情，事情；15.30。',
  ],
  [
    'sentences',
    '答案公布：\n单选第1题选A，第2题选A，第3题选C，第4题选B，第5题选D，第6题选A。\n多选第7题选ABD，第8题选ABD，第9题选BC。\n判断第10题错，第11题对，第12题错，第13题对。\n填空第14题心情、事情，第15题30。',
  ],
];

const answersOf = (list: string) =>
  readText({ file: 'paper.txt', text: PAPER + list }).drafts.map(({ answer }) => answer);

describe('the keys of a paper, as they are listed below it', () => {
  test.each(LISTS)('%s', (_, list) => {
    expect(answersOf(list)).toEqual(ALL);
  });

  test('of the sections whose keys stand in their order the choices are sure, where a blank has no number', () => {
    const list =
      '答案：一、单项选择题：A，A，C，B，D，A；二、多项选择题：ABD，ABD，BC；三、判断题：×，√，×，√；四、填空题：心情，事情；30。';
    expect(answersOf(list).slice(0, 13)).toEqual(CHOICES);
  });

  test('arrows', () => {
    const list = '参考答案\n一、1→A 2→A 3→C 4→B 5→D 6→A\n二、7→ABD 8→ABD 9→BC\n三、10→F 11→T 12→F 13→T';
    expect(answersOf(list).slice(0, 13)).toEqual(CHOICES);
  });

  test('a row of keys goes on below', () => {
    expect(answersOf('参考答案\n一、单项选择题\nAAC\nBDA').slice(0, 6)).toEqual(['A', 'A', 'C', 'B', 'D', 'A']);
  });

  test.each(['一、AACBD', '一、单项选择题\nAACBD', '二、ABD BC', '三、× √ ×'])(
    'a row of fewer keys than the section has questions answers none of them, and the report says so: %j',
    (list) => {
      const { drafts, unmatched } = readText({ file: 'paper.txt', text: `${PAPER}参考答案\n${list}` });
      expect(drafts.map(({ answer }) => answer)).toEqual(ALL.map(() => null));
      expect(unmatched.length).toBeGreaterThan(0);
    },
  );
});
