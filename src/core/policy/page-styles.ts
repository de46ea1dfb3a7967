/**
 * How the policy page looks: large words, one column, dark where the reader's screen is dark. Everything is measured in rem or
 * em, so that a page at 400 % still fits. The colours reach a contrast of 7 to 1 for words and 3 to 1 for edges.
 */
export const PAGE_STYLES = `
:root { color-scheme: light dark; --page: #fff; --words: #1b1b1b; --quiet: #484848; --link: #0b4678; --box: #f1f5f8; --edge: #6b7780; --found: #fff3c4; }
@media (prefers-color-scheme: dark) {
  :root { --page: #17191c; --words: #f2f2f2; --quiet: #c9ccd0; --link: #a9d2ff; --box: #24292e; --edge: #8b959e; --found: #4a3d00; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; padding: 1rem 1.125rem 3rem; max-width: 42rem; background: var(--page); color: var(--words);
  font: 1.1875rem/1.6 system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 0 0 0.75rem; text-wrap: balance; }
h1 { font-size: 1.875rem; margin-top: 0.25rem; }
h2 { font-size: 1.5rem; margin-top: 3rem; padding-top: 1.25rem; border-top: 0.1875rem solid var(--edge); }
h3, h4, h5, h6 { font-size: 1.25rem; margin-top: 2rem; }
p { margin: 0 0 1rem; }
ul { margin: 0 0 1rem; padding: 0; list-style: none; }
li { margin: 0 0 0.625rem; padding-left: 1.25rem; text-indent: -1.25rem; }
.bullet { display: inline-block; width: 1.25rem; text-indent: 0; font-weight: 700; white-space: pre; }
a { color: var(--link); text-decoration-thickness: 0.09em; text-underline-offset: 0.18em; }
a:focus-visible { outline: 0.1875rem solid var(--link); outline-offset: 0.1875rem; border-radius: 0.125rem; }
.council { margin: 0; color: var(--quiet); }
.about, nav { margin: 0 0 1.25rem; padding: 1rem 1.125rem; border-radius: 0.5rem; background: var(--box); }
.about p:last-child, nav ul, nav p { margin-bottom: 0; }
nav p { font-weight: 700; }
nav li { margin: 0; padding: 0; text-indent: 0; }
nav a, .ways a, footer a { display: inline-block; padding: 0.5rem 0; }
.ways { display: flex; flex-wrap: wrap; column-gap: 1.5rem; }
.skip { position: absolute; left: 0.5rem; top: -10rem; z-index: 1; padding: 0.75rem 1rem; background: var(--page); }
.skip:focus { top: 0.5rem; }
[id] { scroll-margin-top: 7rem; }
#words { scroll-margin-top: 0; outline: none; }
.block { padding-left: 0.5rem; margin-left: -0.75rem; border-left: 0.25rem solid transparent; }
.block:target, .block:has(:target) { border-left-color: var(--link); }
:target:not(#words, h2) { background: var(--found); }
footer { margin-top: 3rem; border-top: 0.1875rem solid var(--edge); padding-top: 0.75rem; }
`;
