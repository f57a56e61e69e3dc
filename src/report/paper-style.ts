/** Looks of a printed paper: A4, black on white, nothing that a copier would lose. */
export const PAPER_STYLE = `
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-right { content: counter(page); font-size: 9pt; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 178mm; padding: 8mm 0; color: #000; background: #fff;
  font: 11pt/1.6 "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, Georgia, serif; }
article + article, .key-page { break-before: page; }
h1 { margin: 0 0 4mm; font-size: 17pt; line-height: 1.3; text-align: center; }
h2 { margin: 6mm 0 1mm; font-size: 12pt; break-after: avoid; }
p { margin: 0; }
.fields, .facts { display: flex; flex-wrap: wrap; justify-content: center; gap: 2mm 8mm; margin-bottom: 3mm; }
.fields span { flex: 0 1 52mm; display: flex; gap: 2mm; white-space: nowrap; }
.fields span::after { content: ""; flex: 1; border-bottom: .3mm solid; }
.rules { margin-bottom: 2mm; font-size: 10pt; break-after: avoid; }
.question { margin: 2.5mm 0; break-inside: avoid; }
.question > p:first-child { text-indent: -7mm; padding-left: 7mm; }
.question > p + p { padding-left: 7mm; }
.number { display: inline-block; min-width: 7mm; text-indent: 0; font-weight: bold; }
.options { display: flex; flex-wrap: wrap; margin: .5mm 0 0; padding: 0 0 0 7mm; list-style: none; }
.options li { flex: 1 1 100%; padding-left: 6mm; text-indent: -6mm; }
.options.half li { flex-basis: 50%; }
.options.quarter li { flex-basis: 25%; }
.blank { border-bottom: .3mm solid; }
.lines i { display: block; height: 9mm; border-bottom: .2mm solid #999; }
.material { margin: 3mm 0; padding: 2mm 3mm; border: .3mm solid; }
.material p + p { margin-top: 1mm; }
.material h3 { margin: 0 0 1mm; font-size: 11pt; }
.answer { margin: 1mm 0 0 7mm; padding-left: 3mm; border-left: .6mm solid; font-size: 10pt; }
.answer ul, .key-page ul { margin: 0; padding-left: 6mm; }
.key-page ul { padding-left: 13mm; }
.key-page .question { margin: 1.5mm 0; }
table { border-collapse: collapse; margin: 1mm 0; }
th, td { border: .2mm solid; padding: .5mm 2mm; }
code { font-family: monospace; }
footer { margin-top: 8mm; border-top: .2mm solid; padding-top: 1mm; font-size: 9pt; text-align: center; }
`;
