import type { Widened } from './messages.ts';
import type { zhAuthors } from './zh-authors.ts';

export const enAuthors: Widened<typeof zhAuthors> = {
  created: (path) => `The new bank is ${path}; put your questions in the place of the examples.`,
  thenCheck: (path) => `Then: quiz bank check ${path}`,
  unchanged: 'Nothing was changed.',
  kept: (path, items) => `Saved: ${path}, ${items === 1 ? '1 item' : `${items} items`}.`,
  ownCopy: (path) => `The bank that ships stays as it is; your copy goes to ${path} and is used from now on.`,
  gone: (items) => `These ids are gone, what was learnt of them will not count for new ids: ${items}`,
  draftKept: (path) => `The bank is as it was; your draft is ${path}`,
  overtaken: (path) => `${path} was changed by another program meanwhile and was not overwritten.`,
  editAgain: 'There are faults. Go back and mend them?',
  noEditor: 'No editor is set.',
  noEditorHint: (line) => `Set EDITOR, for example export EDITOR=nano; or open ${line} yourself`,
  editorFailed: (editor) => `The editor ${editor} did not end well.`,
  editorLook: 'Look at EDITOR.',
  editorFailedHint: (draft) => `Look at EDITOR; the draft is ${draft}`,
  itemUnknown: (item) => `No item is called “${item}”.`,
  itemNear: (near) => `Did you mean ${near}?`,
  itemFind: '`quiz bank find` looks for what it says.',
  itemSeveral: (item, count) => `“${item}” may be any of ${count} items.`,
  itemWhich: (some) => `Say it in full, for example: ${some}`,
  exists: (path) => `${path} is there already and was not overwritten.`,
  existsHint: (id) => `Take another name, or change it with \`quiz bank edit ${id}\`.`,
  badName: (name) => `A bank cannot be called “${name}”.`,
  badNameHint: 'Small letters, digits and hyphens, like my-bank; or a path that ends in .yaml.',
  next: 'You will see the new text the next time it comes.',
  starter: (id) => `# The format quiz-bank/1. Lines with # explain and may go.
format: quiz-bank/1
# A stable name: small letters, digits, hyphens. What was learnt hangs on it, so leave it once you use it.
id: ${id}
title: My bank
language: en
# How others may use it, for example CC-BY-4.0; without this line they may not.
license: CC-BY-4.0

# Topics may be nested; quiz study shows their notes first.
topics:
  basics:
    title: Basics
    notes: |
      - A service **cannot be stored**: a seat that stays empty today is lost for ever.

# Papers draw from the bank: quiz exam runs them under a clock, quiz paper prints them.
papers:
  quick:
    title: A quick one
    minutes: 5
    sections:
      - { title: All types, count: 3, points: 2 }

items:
  # One answer. Leave the id; a mended stem or option keeps what was learnt.
  - id: perishable
    type: single
    topic: basics
    # From 1, easy, to 5, hard.
    difficulty: 2
    stem: A seat that is empty when the play begins can never be sold again. Which trait of services does this show?
    options: [intangibility, perishability, variability, inseparability]
    answer: B
    # Why the key is right, and why the most tempting option is not. Options are shuffled: {B} follows its option.
    explanation: Capacity cannot be stored, what is missed is lost, hence {B}; {A} means that it cannot be seen or touched.

  # Several answers.
  - id: wait-shorter
    type: multiple
    topic: basics
    stem: Which of these make a queue feel shorter to those who wait?
    options: [telling how long it takes, a form to fill in meanwhile, taking the chairs away, serving in order of arrival]
    answer: ABD
    explanation: To know how long, to have something to do and to be treated fairly all shorten a wait; standing lengthens it.

  # True or false.
  - id: stored
    type: boolean
    topic: basics
    stem: A service can be put into a warehouse like goods.
    answer: false
    explanation: It is made and used at the same moment; nothing is left that could be stored.

  # A gap is ____; each may be filled in several ways.
  - id: capacity
    type: blank
    topic: basics
    stem: Dearer in the high season and cheaper in the low one means to steer demand by ____.
    answer: [[price, prices, pricing]]
    explanation: Price moves demand to the low season, so that less capacity goes to waste.
`,
};
