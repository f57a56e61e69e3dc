import { describe, expect, test } from 'vitest';
import { type OutlineTopic, outlineOf } from '../../../src/core/intake/outline.ts';

const tree = (text: string): unknown[] => {
  const shape = ({ title, topics }: OutlineTopic): unknown =>
    topics.length > 0 ? { [title]: topics.map(shape) } : title;
  return outlineOf(text.split('\n').map((line, index) => ({ line: index + 1, text: line }))).map(shape);
};

describe('the outline of a text', () => {
  test('chapters hold their numbered headings', () => {
    expect(
      tree(
        '培训手册\n第一章 岗位认知\n1.1服务的定义\n服务是一种过程。\n1.2 服务的角色\n第二章：沟通\n2.1 倾听\n2.2 复述',
      ),
    ).toEqual([{ 岗位认知: ['服务的定义', '服务的角色'] }, { 沟通: ['倾听', '复述'] }]);
  });

  test('levels follow from how the numbers come, whatever they are', () => {
    expect(tree('一、目标\n(一)质量目标\n(二)原则\n二、流程\n(一)受理\n1.登记\n2.派单\n(二)回访')).toEqual([
      { 目标: ['质量目标', '原则'] },
      { 流程: [{ 受理: ['登记', '派单'] }, '回访'] },
    ]);
  });

  test('sentences with numbers are what stands under a heading', () => {
    const [first] = outlineOf(
      ['一、仪容', '1.着装整洁，佩戴工牌。', '2.指甲修剪干净。', '二、电话'].map((text, index) => ({
        line: index + 1,
        text,
      })),
    );
    expect(first).toEqual({ title: '仪容', line: 1, notes: '1.着装整洁，佩戴工牌。\n\n2.指甲修剪干净。', topics: [] });
  });

  test('a number out of turn heads nothing', () => {
    expect(tree('一、范围\n三十、附注\n二、内容')).toEqual(['范围', '内容']);
  });

  test('headings on one line are taken apart', () => {
    expect(tree('分为以下模块:1、服务价值2、沟通管理3、投诉管理')).toEqual(['服务价值', '沟通管理', '投诉管理']);
  });

  test('a syllabus that lost its lines keeps its units, and what each of them asks', () => {
    expect(
      tree(
        '《接待》培训大纲一、基本要求1、能说明礼仪2、能接待来访3、能送客二、内容单元1 礼仪培训内容:1、问候2、握手单元2 送客培训内容:1、道别2、回访《投诉》培训大纲一、基本要求1、能倾听2、能记录',
      ),
    ).toEqual([
      {
        '《接待》培训大纲': [
          { 基本要求: ['能说明礼仪', '能接待来访', '能送客'] },
          { 内容: [{ 礼仪: ['问候', '握手'] }, { 送客: ['道别', '回访'] }] },
        ],
      },
      { '《投诉》培训大纲': [{ 基本要求: ['能倾听', '能记录'] }] },
    ]);
  });

  test('Markdown has its levels by its signs, and loses its numbers', () => {
    expect(tree('# 手册\n## 1. 接待\n正文\n## 2. 送客\n### 道别')).toEqual([{ 手册: ['接待', { 送客: ['道别'] }] }]);
  });

  test('heads of a paper are no topics', () => {
    expect(tree('一、单项选择题(每题2分)\n二、判断题\n三、服务意识')).toEqual(['服务意识']);
  });

  test('a table of contents is not a second tree', () => {
    expect(tree('第一章 接待\n第二章 送客\n第一章 接待\n微笑。\n第二章 送客\n道别。')).toEqual(['接待', '送客']);
  });
});
