/** Signs that a text asks something. All found once, counted by place later. */
export const BLANK =
  /_{2,}|[(（][ \u3000]{0,12}[.”"'’“，,、。]?[ \u3000]{0,12}[)）]|[【[][ \u3000]{1,12}[】\]]|[…]{2,}(?=[。,，])/g;

/** A truth mark in brackets. */
export const TRUTH_MARK =
  /[(【[][ ]{0,3}(?:(?:√|×|对|错|正确|错误|[TFVXx])[ ]{0,3}[)】\]]|(?:√|×|对|错|正确|错误)[ ]?[,，;；。:：.、][^()【】[\]\n]{1,120}[)】\]])|(?<=[。!?][ ]{0,3})[√×对错](?=[ ]*$)/gm;

/** A key in brackets. */
export const KEY_MARK = /[(【[][ ]{0,4}[A-H](?:[、,， ]{0,2}[A-H]){0,7}[ ]{0,4}[)】\]]/g;

export const CUE =
  /[?？]|简述|(?<=[、.)）\s])请(?!勿|遵守|注意|填写|将|在|按|先|保持|核对|查收)|论述|试述|简答|简要|概述|请(?:以|拟|编|起草|根据|简|说|谈|分|列|描|阐|结合|举|写|问|回答|指出|解释|评价|设计|用|运用|你)|什么是|是什么|为什么|为何|如何|怎样|怎么|哪些|哪几|有哪|列举|试(?:说|分|比|论|析|列)|评析|阐述|谈谈|描述|解释(?!说明)|说明(?:其|原因|理由)|比较|举例|指出|计算|(?<=^|[,，。])求|(?<=[.、)）]\s{0,2})(?:列出|写出|算出|说出|设计)|分析.{0,20}(?:原因|问题|做法|错误|不足)|(?:区别|含义|定义|概念|步骤|流程|原则|作用|意义|内容|特点|要求)(?:是|有|包括)?(?:什么|哪些)|的(?:主要|基本)?(?:区别|含义|定义|概念|步骤|流程|原则|作用|意义|内容|特点|要求)[。]?$|\b(?:explain|describe|define|discuss|compare|list|what|why|how|when|which|who|outline|summari[sz]e|state|identify|give)\b/gim;

/** The places where a pattern is found. */
export const placesOf = (text: string, pattern: RegExp): number[] =>
  Array.from(text.matchAll(pattern), ({ index }) => index);

/** How many of the sorted places lie in `[from, to)`. */
export const countIn = (places: readonly number[], from: number, to: number): number =>
  firstAtLeast(places, to) - firstAtLeast(places, from);

export function firstAtLeast(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
