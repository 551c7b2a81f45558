#pragma once
/// The styles of the pages that Baken writes, inline: for screens (light and dark, wide and narrow, and printed from a
/// browser), and for the variant that a word processor lays out.

#include <string_view>

namespace baken {

inline constexpr std::string_view page_style = R"css(
:root { color-scheme: light dark; --surface:#fff; --raised:#f5f6f8; --text:#1d2127; --soft:#565d68; --line:#d9dce2;
  --accent:#1f3a6e; --chart:#fff;
  --good:#00644c; --good-back:#e3f3ee; --bad:#a8201a; --bad-back:#fbe9e7; }
@media (prefers-color-scheme: dark) { :root { --surface:#14171c; --raised:#1d2128; --text:#e7e9ed; --soft:#a5acb8;
  --line:#343a44; --accent:#a9c1ff; --chart:#1d2128;
  --good:#6fd6b4; --good-back:#12302a; --bad:#ff9b92; --bad-back:#3b1d1b; } }
* { box-sizing:border-box }
body { margin:0; background:var(--surface); color:var(--text); font:16px/1.5 system-ui, "Segoe UI", "Liberation Sans",
  "DejaVu Sans", sans-serif; font-variant-numeric:tabular-nums; overflow-wrap:break-word }
.page { max-width:1040px; margin:0 auto; padding:32px 24px 48px }
.skip { position:absolute; left:-9999px } .skip:focus { left:16px; top:16px; padding:8px 16px; background:var(--surface);
  outline:2px solid var(--accent); z-index:1 }
h1 { font-size:32px; line-height:1.2; margin:0; letter-spacing:-.01em }
h2 { font-size:22px; margin:48px 0 8px; line-height:1.3; padding-top:16px; border-top:1px solid var(--line) }
h3 { font-size:18px; margin:32px 0 8px; line-height:1.3 } h4 { font-size:16px; margin:24px 0 4px }
h2, h3, h4 { text-wrap:balance }
p { margin:8px 0; max-width:72ch }
a { color:var(--accent) } :focus-visible { outline:2px solid var(--accent); outline-offset:2px }
.eyebrow { color:var(--accent); font-weight:600; font-size:14px; margin:0 0 4px }
.soft, .note { color:var(--soft) } .note { font-size:14px; margin:4px 0 8px; max-width:80ch }
.verdict { display:inline-block; margin:20px 0 4px; padding:8px 16px; border-radius:6px; font-weight:600;
  font-size:18px }
.yes { color:var(--good) } .no { color:var(--bad) }
.verdict.yes { background:var(--good-back) } .verdict.no { background:var(--bad-back); outline:2px solid var(--bad) }
.tiles { display:grid; grid-template-columns:repeat(auto-fit,minmax(196px,1fr)); gap:12px; margin:16px 0 0;
  padding:0; list-style:none }
.tiles li { border:1px solid var(--line); border-radius:8px; padding:12px 16px; background:var(--raised) }
.tiles b { display:block; font-size:28px; line-height:1.2; font-weight:650 }
.tiles span { font-size:14px; color:var(--soft) } .tiles .state { font-weight:600 }
.tiles .state.yes { color:var(--good) } .tiles .state.no { color:var(--bad) }
nav { margin:24px 0 0; padding:12px 16px; border:1px solid var(--line); border-radius:8px }
nav h2 { font-size:14px; color:var(--soft); margin:0 0 4px; padding:0; border:0 }
nav ol { columns:2 240px; column-gap:32px; margin:0; padding-left:24px } nav li { break-inside:avoid; padding:2px 0 }
.mark { font-weight:600; white-space:nowrap }
.by { margin:4px 0 0; padding:0; list-style:none; display:flex; flex-wrap:wrap; gap:4px 8px }
.by a { display:inline-block; font-size:14px; padding:1px 8px; border:1px solid var(--line); border-radius:4px;
  background:var(--raised); text-decoration:none; color:var(--text) }
.by a b { font-weight:600; color:var(--accent) } .by a:hover, .by a:focus { border-color:var(--accent) }
.missed { border-left:4px solid var(--bad); background:var(--bad-back); padding:8px 16px; margin:8px 0;
  border-radius:0 6px 6px 0 }
.missed p { margin:4px 0 }
.plain { padding-left:20px; max-width:76ch } .plain li { margin:6px 0 }
table { border-collapse:collapse; width:100%; font-size:14px; line-height:1.45 }
caption { text-align:left; color:var(--soft); padding:8px 0 4px } caption.unseen { position:absolute; left:-9999px }
th, td { text-align:left; vertical-align:top; padding:6px 12px 6px 0; border-bottom:1px solid var(--line) }
thead th { font-weight:600; color:var(--soft); vertical-align:bottom } tbody th { font-weight:600 }
.scrolls tbody th, tbody td + th { font-weight:400 }
.when { white-space:nowrap } tr:target { background:var(--good-back) } .right { text-align:right }
td .note, th .note { display:block; font-size:13px; font-weight:400; color:var(--soft); margin:2px 0 0 }
.why { display:block; font-weight:400; max-width:64ch } .tag { white-space:nowrap }
dl { display:grid; grid-template-columns:max-content minmax(0,1fr); gap:4px 16px; font-size:14px; margin:8px 0 16px
  } dt { color:var(--soft) } dd { margin:0 }
code { font:13px/1.4 ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap:anywhere }
figure { margin:16px 0 } figcaption { font-weight:600; font-size:14px; margin-bottom:4px }
.charts { display:grid; grid-template-columns:repeat(auto-fit,minmax(min(100%,420px),1fr)); gap:8px 32px;
  align-items:start }
.charts > * { min-width:0 } .chart { background:var(--chart); margin:8px 0 }
.wide { grid-column:1 / -1 } .chart svg, .map svg { display:block; width:100%; height:auto }
.chart svg { max-width:520px } .wide svg { max-width:none } .wide .scrolls svg[width="680"] { max-width:760px }
.map svg { border:1px solid var(--line); border-radius:8px; background:#fff } .map .note { font-weight:400 }
.instead { color:var(--soft); border-left:3px solid var(--line); padding:4px 12px; margin:4px 0; font-size:14px }
.scrolls { overflow-x:auto; max-width:100% } .scrolls td, .scrolls th { white-space:nowrap; padding-right:10px }
details { font-size:14px; margin:4px 0 } summary { cursor:pointer; color:var(--accent); width:max-content }
@media screen and (prefers-color-scheme: dark) { .chart { padding:12px; border-radius:8px } }
@media (max-width:700px) {
  .page { padding:20px 16px 32px } h1 { font-size:26px } h2 { font-size:20px } .verdict { font-size:16px }
  .tiles { grid-template-columns:1fr 1fr } .scrolls svg { min-width:640px }
  table.stacks, table.stacks tbody, table.stacks caption { display:block }
  table.stacks thead { position:absolute; left:-9999px } table.stacks tr { display:block; padding:8px 0;
    border-bottom:1px solid var(--line) }
  table.stacks td, table.stacks tbody th { display:block; border:0; padding:0; text-align:left; white-space:normal }
  table.stacks td.right { display:inline-block; margin-right:16px } table.stacks td.right .note { display:inline }
  table.stacks td:empty { display:none }
  table.stacks td[data-is]::before { content:attr(data-is) ": "; color:var(--soft) }
  dl { grid-template-columns:minmax(0,1fr); gap:0 } dd { margin-bottom:8px }
}
@media print {
  :root { color-scheme:light; --surface:#fff; --raised:#fff; --text:#000; --soft:#444; --line:#bbb; --accent:#1f3a6e;
    --chart:#fff; --good:#00543f; --bad:#8f1a15; --good-back:#fff; --bad-back:#fff }
  @page { size:A4; margin:16mm 14mm } body { font-size:10.5pt } .page { max-width:none; padding:0 }
  .skip, details { display:none } nav { break-inside:avoid } nav a { color:inherit }
  h1 { font-size:24pt } h2 { font-size:15pt; margin-top:20px } h3 { font-size:12.5pt; margin-top:16px }
  h2, h3, h4, caption, figcaption, .lead { break-after:avoid } .sheet { break-before:page } .sheet > h2 { border:0; margin:0 }
  tr, .missed, .tiles li, figure, dl { break-inside:avoid } thead { display:table-header-group }
  a { text-decoration:none; color:inherit } table { font-size:9pt } .note, .instead, dl { font-size:9pt }
  .charts { grid-template-columns:1fr 1fr; gap:4px 16px } .scrolls { overflow:visible } .verdict { padding-left:0 }
  .tiles { grid-template-columns:repeat(4,1fr) } .tiles b { font-size:18pt }
}
)css";

/// Only what LibreOffice's HTML import and Qt's rich text know: element and class rules with fonts, colours and
/// margins.
inline constexpr std::string_view print_page_style = R"css(
@page { size:21cm 29.7cm; margin:1.6cm 1.4cm 1.8cm 1.4cm }
body, p, td, th, li, h1, h2, h3, h4 { font-family:"Liberation Sans","DejaVu Sans",sans-serif; color:#1d2127 }
body { font-size:10pt }
h1 { font-size:22pt; color:#1f3a6e; margin-top:0; margin-bottom:4pt; page-break-after:avoid }
h2 { font-size:15pt; color:#1f3a6e; margin-top:18pt; margin-bottom:4pt; page-break-after:avoid }
h3 { font-size:12pt; margin-top:12pt; margin-bottom:4pt; page-break-after:avoid }
h4 { font-size:10.5pt; margin-top:8pt; margin-bottom:2pt; page-break-after:avoid }
p { margin-top:0; margin-bottom:6pt; orphans:2; widows:2 }
td, th { font-size:9pt } th { color:#565d68 }
p.eyebrow { color:#1f3a6e; font-weight:bold; margin-bottom:2pt; page-break-after:avoid }
p.soft, span.soft { color:#565d68 }
p.note { color:#565d68; font-size:9pt; margin-bottom:4pt } span.note { color:#565d68; font-size:8.5pt }
p.caption { color:#565d68; font-size:9pt; margin-top:4pt; margin-bottom:3pt; page-break-after:avoid }
p.charts { margin-top:4pt; margin-bottom:2pt; page-break-after:avoid }
p.lead { page-break-after:avoid }
p.gap { font-size:4pt; margin-bottom:0 }
p.yes { font-size:14pt; font-weight:bold; margin-top:8pt; margin-bottom:8pt; padding:5pt 8pt; color:#00644c;
  background:#e3f3ee; border-left:3pt solid #00644c }
p.no { font-size:14pt; font-weight:bold; margin-top:8pt; margin-bottom:8pt; padding:5pt 8pt; color:#a8201a;
  background:#fbe9e7; border-left:3pt solid #a8201a }
p.missed { padding:4pt 8pt; page-break-inside:avoid; background:#fbe9e7; border-left:3pt solid #a8201a }
p.place { page-break-inside:avoid; margin-bottom:5pt; font-size:9.5pt }
span.yes { color:#00644c; font-weight:bold } span.no, b.no { color:#a8201a; font-weight:bold }
code { font-family:"Liberation Mono","DejaVu Sans Mono",monospace; font-size:7.5pt }
)css";

}  // namespace baken
