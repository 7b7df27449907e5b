/** Looks of all pages; colours of either scheme keep a contrast of at least 4.5 to 1. */
export const STYLESHEET = `
:root { color-scheme: light dark; --ink: #1f2328; --soft: #57606a; --ground: #f6f8fa; --card: #fff; --line: #8c959f;
  --strong: #1c5f9e; --on-strong: #fff; --bad: #b42318; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #aeb8c4; --ground: #0d1117; --card: #161b22;
  --line: #6e7681; --strong: #8ec5ff; --on-strong: #0d1117; --bad: #ff9d91; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 34rem; margin: 2rem auto; padding: 1.5rem; background: var(--card); border-radius: .5rem; }
@media (max-width: 36rem) { main { margin: 0; padding: 1rem; border-radius: 0; } }
h1 { margin: 0 0 1rem; font-size: 1.5rem; line-height: 1.25; }
h2 { margin: 2rem 0 .5rem; font-size: 1.125rem; }
.site { margin: 0; color: var(--soft); }
label { display: block; margin: 1rem 0 .375rem; font-weight: 600; }
input { width: 100%; min-height: 2.75rem; padding: .5rem .75rem; border: 1px solid var(--line); border-radius: .25rem;
  background: var(--card); color: var(--ink); font: inherit; }
button { min-height: 2.75rem; margin: 1.25rem .75rem 0 0; padding: .5rem 1.25rem; border: 1px solid var(--strong);
  border-radius: .25rem; background: var(--strong); color: var(--on-strong); font: inherit; font-weight: 600; cursor: pointer; }
button.quiet { background: transparent; color: var(--strong); }
a { color: var(--strong); }
:focus-visible { outline: 3px solid var(--strong); outline-offset: 2px; }
.error { padding: .5rem .75rem; border-left: 4px solid var(--bad); color: var(--bad); font-weight: 600; }
ul { margin: 0; padding: 0; list-style: none; }
li { padding: .5rem 0; border-top: 1px solid var(--line); }
li a { display: inline-block; min-height: 1.5rem; font-weight: 600; }
li span { display: block; color: var(--soft); }
code { font-size: 1rem; overflow-wrap: anywhere; }
`
