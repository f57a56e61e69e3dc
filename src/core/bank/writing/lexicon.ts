/** Words that leave no exception. */
export const ABSOLUTE =
  /一定|必须|绝对|所有|任何|永远|从不|完全|唯一|全部|只要[^，。]*就|\b(?:always|never|all|none|only|every|must|completely|absolutely)\b/i;
/** Words that leave a way out. */
export const HEDGED =
  /一般|通常|可能|往往|适当|尽量|有时|\b(?:usually|often|may|might|sometimes|generally|tends? to)\b/i;
/** What no decent person would choose: it gives the answer away to everybody else. */
export const CONTEMPT =
  /推卸|推诿|忽略|忽视|无视|不予理|置之不理|欺骗|隐瞒真相|敷衍|直接拒绝|要求客户道歉|指责客户|嘲笑|责骂|\b(?:ignore|blame|lie to|mock|shout at|hang up on)\b/i;
/** Words of courtesy and care. */
export const POLITE =
  /耐心|倾听|理解|感谢|致歉|道歉|尊重|主动|真诚|安抚|关心|确认|核实|记录|跟进|\b(?:listen|thank|apologi[sz]e|understand|acknowledge|confirm|empath)/i;
export const NEGATIVE =
  /不(?:属于|包括|正确|对|是|能|应|宜|会|当|符合)|[^无]非(?!常|但|法)|错误的是|除.{0,8}[外之]|最不|\b(?:not|except|incorrect|least)\b/i;
export const ALL_ABOVE =
  /^(?:以上|上述)?(?:全部|都|均|各项|所有)?(?:都|均|皆|全)?(?:对|是|正确|选)$|^以上(?:都|均|皆|全)|^all (?:of the )?above/i;
export const NONE_ABOVE =
  /^(?:以上|上述)?(?:都|均|皆|全)?不(?:对|是|正确|选)$|^以上(?:都|均|皆|全)不|^none (?:of the )?above/i;
