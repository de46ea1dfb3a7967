/** What a copy of records looks like beside `PAGE_STYLES`: words as they were typed, and A4 with black on white when it is printed. */
export const PRINT_STYLES = `
dl { margin: 0 0 1rem; }
dl div { margin: 0 0 0.375rem; }
dt { font-weight: 700; }
dd { margin: 0; }
ol, main ul { margin: 0 0 1rem; padding-left: 1.5rem; list-style: revert; }
main li { padding-left: 0; text-indent: 0; }
blockquote { margin: 0 0 1rem; padding: 0.75rem 1rem; border-left: 0.25rem solid var(--edge); background: var(--box); white-space: pre-wrap; }
@page { size: A4; margin: 2cm; }
@media print {
  :root { --page: #fff; --words: #000; --quiet: #000; --box: #fff; --edge: #000; }
  body { max-width: none; padding: 0; font-size: 11pt; }
  section + section { break-before: page; }
  h2, h3, dt { break-after: avoid; }
}
`;
