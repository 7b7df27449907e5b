import { createHash } from "node:crypto"

/** The style of the public page: one file, kept for ever under the hash of what it says. */
export const STYLE = `
:root {
  --paper: #ffffff; --raised: #f5f6f8; --ink: #1b1f26; --soft: #4d5666; --line: #cfd5de;
  --accent: #8b1a1a; --link: #0b4f8a; --grave: #9b1c1c; --grave-soft: #fdecea; --note-soft: #eef4fb;
  --completedOnTime: #1b7f4b; --completedLate: #6a9a2d; --inTime: #2f6fb5; --overdue: #c22f2f;
  --notYetDue: #8892a2; --awaitingDocument: #b07d12; --suspendedOrCancelled: #5c5f66;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171c; --raised: #1e232b; --ink: #e8ebf0; --soft: #aab3c2; --line: #3a424f;
    --accent: #ff9d94; --link: #8cc4ff; --grave: #ff9d94; --grave-soft: #3a1c1c; --note-soft: #1c2836;
    --completedOnTime: #4cc38a; --completedLate: #a5cf62; --inTime: #6aa8ef; --overdue: #ff7b72;
    --notYetDue: #97a1b1; --awaitingDocument: #e0b04c; --suspendedOrCancelled: #80848d;
  }
}
* { box-sizing: border-box; }
html { font: 100%/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); }
a { color: var(--link); text-underline-offset: 0.15em; }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
main:focus { outline: none; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
h1 { margin: 0 0 0.5rem; font-size: clamp(1.5rem, 5vw, 2.125rem); }
h2 { margin: 0 0 0.75rem; font-size: 1.375rem; }
h3 { margin: 0 0 0.5rem; font-size: 1rem; }
main, .inner { max-width: 72rem; margin: 0 auto; padding: 0 1rem; }
main { padding-block: 1rem 3rem; }
main > section { margin-top: 2.5rem; }
p { max-width: 46rem; margin: 0 0 0.75rem; overflow-wrap: break-word; }
header.site { border-bottom: 4px solid var(--accent); background: var(--raised); }
header.site .inner { display: flex; gap: 1rem; align-items: center; justify-content: space-between; padding-block: 0.75rem; }
header.site p { margin: 0; }
.publisher { color: var(--soft); font-size: 0.875rem; }
.name a { color: var(--ink); font-weight: 700; text-decoration: none; }
.name a:hover { text-decoration: underline; }
.language { flex: none; padding: 0.375rem 0.75rem; border: 1px solid var(--line); border-radius: 4px; }
footer.site { border-top: 1px solid var(--line); background: var(--raised); color: var(--soft); }
footer.site .inner { display: flex; flex-wrap: wrap; gap: 0 2rem; padding-block: 1rem; }
footer.site p { margin: 0; }
.skip { position: absolute; left: 0.5rem; top: -4rem; padding: 0.5rem 1rem; background: var(--paper); }
.skip:focus { top: 0.5rem; }
.facts { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; color: var(--soft); }
.soft { color: var(--soft); font-size: 0.9375rem; font-weight: 400; }
.lead { font-size: 1.125rem; }
.notice { max-width: 46rem; margin: 1rem 0; padding: 0.75rem 1rem; border-left: 4px solid var(--link); background: var(--note-soft); }
.notice.grave { border-color: var(--grave); background: var(--grave-soft); }
.notice p:last-child { margin: 0; }
.contents ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 1rem 0; padding: 0; list-style: none; }
.contents a { display: inline-block; padding: 0.25rem 0; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
table { border-collapse: collapse; font-size: 0.9375rem; font-variant-numeric: tabular-nums; }
caption { padding: 0 0 0.5rem; color: var(--soft); text-align: left; }
th, td { padding: 0.4375rem 0.625rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { color: var(--soft); font-size: 0.8125rem; font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 400; }
.figure { text-align: right; }
.whole th, .whole td { font-weight: 700; }
.wide { position: relative; margin: 1rem 0; overflow-x: auto; }
.wide table { width: 100%; min-width: 56rem; }
.wide tbody th { min-width: 12rem; }
.chart { min-width: 8rem; }
.city { width: min(30rem, 100%); margin-top: 0.75rem; }
.swatch { width: 0.75rem; height: 0.75rem; margin-right: 0.5rem; }
.bar { display: block; width: 100%; height: 1rem; }
.figure-completedOnTime { fill: var(--completedOnTime); } .figure-completedLate { fill: var(--completedLate); }
.figure-inTime { fill: var(--inTime); } .figure-overdue { fill: var(--overdue); }
.figure-notYetDue { fill: var(--notYetDue); } .figure-awaitingDocument { fill: var(--awaitingDocument); }
.figure-suspendedOrCancelled { fill: var(--suspendedOrCancelled); }
.charts { display: grid; gap: 1rem 2rem; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); margin: 1rem 0; padding: 0; list-style: none; }
figure { margin: 0; }
figcaption { font-size: 0.9375rem; }
.indicator-chart { display: block; width: 100%; height: 1.75rem; border-left: 2px solid var(--line); }
.indicator-chart .before { fill: var(--notYetDue); } .indicator-chart .now { fill: var(--inTime); } .indicator-chart .target { fill: var(--ink); }
.more { display: inline-block; padding: 0.5rem 1rem; border: 1px solid var(--link); border-radius: 4px; }
.files th .soft { display: block; max-width: 40rem; }
.files { margin-bottom: 1rem; }
.files td a { display: inline-block; padding: 0.25rem 0.5rem 0.25rem 0; }
.versions { padding-left: 1.25rem; } .versions li { margin-bottom: 0.5rem; }
.note { display: block; color: var(--soft); }
code { overflow-wrap: anywhere; font-size: 0.875rem; }
.rounds { padding: 0; list-style: none; } .rounds li { padding: 0.75rem 0; border-bottom: 1px solid var(--line); }
.rounds a { display: block; font-size: 1.125rem; font-weight: 600; }
.tasks { padding: 0; list-style: none; } .tasks > li { padding: 0.875rem 0; border-top: 1px solid var(--line); }
.tasks h3 { max-width: 52rem; }
.tasks dl { display: grid; gap: 0.375rem 1.5rem; grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr)); margin: 0; font-size: 0.9375rem; }
.tasks dt { color: var(--soft); font-size: 0.8125rem; } .tasks dd { margin: 0; overflow-wrap: anywhere; }
.status-OVERDUE { color: var(--grave); }
@media (max-width: 40rem) {
  .wide tbody th { min-width: 9rem; }
  .files tbody tr, .files tbody th, .files tbody td { display: block; border: 0; padding-inline: 0; }
  .files thead { display: none; }
}
@media print {
  :root { --paper: #fff; --raised: #fff; --ink: #000; --soft: #333; --link: #000; }
  body { font-size: 10pt; } .skip, .language, .contents, footer.site, #tai-du-lieu { display: none; }
  .wide { overflow: visible; } .wide table { min-width: 0; font-size: 8pt; }
  thead { display: table-header-group; } tr, figure, .tasks > li { break-inside: avoid; } h2, h3 { break-after: avoid; }
  svg { print-color-adjust: exact; }
}
`.trim()

const hash = createHash("sha256").update(STYLE).digest("hex").slice(0, 12)

/** Where the style is. */
export const STYLE_PATH = `/cong-bo/giao-dien-${hash}.css`
