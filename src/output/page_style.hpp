#pragma once
/// The style of the pages that Baken writes: one sheet, inline, light and dark, on paper as on a narrow screen.

#include <string_view>

namespace baken {

inline constexpr std::string_view page_style = R"css(
:root { color-scheme: light dark; --surface:#fff; --raised:#f5f6f8; --text:#1d2127; --soft:#565d68; --line:#d9dce2;
  --accent:#1f3a6e;
  --good:#00644c; --good-back:#e3f3ee; --bad:#a8201a; --bad-back:#fbe9e7; }
@media (prefers-color-scheme: dark) { :root { --surface:#14171c; --raised:#1d2128; --text:#e7e9ed; --soft:#a5acb8;
  --line:#343a44;
  --accent:#a9c1ff; --good:#6fd6b4; --good-back:#12302a; --bad:#ff9b92; --bad-back:#3b1d1b; } }
* { box-sizing:border-box }
body { margin:0; background:var(--surface); color:var(--text); font:16px/1.5 system-ui, "Segoe UI", "Liberation
  Sans", "DejaVu Sans", sans-serif;
  font-variant-numeric:tabular-nums; overflow-wrap:break-word }
main { max-width:1040px; margin:0 auto; padding:32px 24px 48px }
h1 { font-size:32px; line-height:1.2; margin:0; letter-spacing:-.01em }
h2 { font-size:19px; margin:40px 0 8px; line-height:1.3 }
p { margin:8px 0; max-width:72ch }
a { color:var(--accent) }
.eyebrow { color:var(--accent); font-weight:600; font-size:14px; margin:0 0 4px }
.soft, .note { color:var(--soft) } .note { font-size:14px; margin:0 0 8px }
.verdict { display:inline-block; margin:20px 0 4px; padding:8px 16px; border-radius:6px; font-weight:600;
  font-size:18px }
.yes { color:var(--good) } .no { color:var(--bad) }
.verdict.yes { background:var(--good-back) } .verdict.no { background:var(--bad-back); outline:2px solid var(--bad) }
.tiles { display:grid; grid-template-columns:repeat(auto-fit,minmax(152px,1fr)); gap:12px; margin:16px 0 0;
  padding:0; list-style:none }
.tiles li { border:1px solid var(--line); border-radius:8px; padding:12px 16px; background:var(--raised) }
.tiles b { display:block; font-size:28px; line-height:1.2; font-weight:650 }
.tiles span { font-size:14px; color:var(--soft) } .tiles .state { font-weight:600 } .tiles .state.yes {
  color:var(--good) } .tiles .state.no { color:var(--bad) }
.clauses { list-style:none; margin:0; padding:0; border-top:1px solid var(--line) }
.clauses > li { display:grid; grid-template-columns:136px minmax(0,1fr) 64px; gap:4px 16px; padding:12px 0;
  border-bottom:1px solid var(--line) }
.clauses .mark { font-weight:600; white-space:nowrap } .clauses .count { text-align:right; font-weight:600 }
.clauses .by { grid-column:2 / 4; margin:0; padding:0; list-style:none; display:flex; flex-wrap:wrap; gap:4px 8px }
.by a { display:inline-block; font-size:14px; padding:1px 8px; border:1px solid var(--line); border-radius:4px;
  background:var(--raised); text-decoration:none; color:var(--text) }
.by a b { font-weight:600; color:var(--accent) } .by a:hover, .by a:focus { border-color:var(--accent) }
.compact > li { padding:6px 0 } .compact .count { font-weight:400; color:var(--soft) }
.missed { border-left:4px solid var(--bad); background:var(--bad-back); padding:8px 16px; margin:8px 0;
  border-radius:0 6px 6px 0 }
.missed p { margin:4px 0 }
.plain { padding-left:20px; max-width:76ch } .plain li { margin:6px 0 }
table { border-collapse:collapse; width:100%; font-size:14px } caption { text-align:left; color:var(--soft);
  padding-bottom:4px }
th, td { text-align:left; vertical-align:top; padding:6px 12px 6px 0; border-bottom:1px solid var(--line) }
th { font-weight:600; color:var(--soft) } td.when { white-space:nowrap } tr:target { background:var(--good-back) }
  .right { text-align:right }
dl { display:grid; grid-template-columns:max-content minmax(0,1fr); gap:4px 16px; font-size:14px; margin:8px 0 16px
  } dt { color:var(--soft) } dd { margin:0 }
code { font:13px/1.4 ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap:anywhere }
@media (max-width:700px) {
  main { padding:20px 16px 32px } h1 { font-size:26px } .verdict { font-size:16px }
  .tiles { grid-template-columns:1fr 1fr }
  .clauses > li { grid-template-columns:minmax(0,1fr) auto } .clauses .mark { grid-column:1 } .clauses .count {
    grid-column:2; grid-row:1 }
  .clauses .text, .clauses .by { grid-column:1 / 3 }
  table.stacks thead { position:absolute; left:-9999px } table.stacks tr { display:block; padding:8px 0;
    border-bottom:1px solid var(--line) }
  table.stacks td { display:block; border:0; padding:0 } table.stacks td:empty { display:none } table.stacks td.when
    { font-weight:600 }
  table.stacks td[data-is]::before { content:attr(data-is) ": "; color:var(--soft) } .right { text-align:left }
  dl { grid-template-columns:minmax(0,1fr); gap:0 } dd { margin-bottom:8px }
}
@media print {
  :root { --surface:#fff; --raised:#fff; --text:#000; --soft:#444; --line:#bbb; --accent:#1f3a6e; --good:#00543f;
    --bad:#8f1a15; --good-back:#fff; --bad-back:#fff }
  @page { margin:16mm 14mm } body { font-size:10.5pt } main { max-width:none; padding:0 } h2 { margin-top:20px;
    break-after:avoid }
  .clauses > li, tr, .missed, .tiles li { break-inside:avoid } thead { display:table-header-group } a {
    text-decoration:none; color:inherit }
  .verdict { padding-left:0 }
}
)css";

}  // namespace baken
