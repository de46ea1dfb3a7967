import type { Council } from '../council';
import type { Policy } from '../model';
import { blockHtml } from './block-html';
import type { Heading } from './document';
import { escapeHtml } from './escape-html';
import { PAGE_STYLES } from './page-styles';
import { readDocument } from './read-document';

const LAST_RANK = 6;

/**
 * The whole policy as a page of HTML that everybody may read: its headings and its words as they stand, each passage under its id.
 * A contents list of the document gives way to links that work. Nothing on the page runs, and nothing is loaded from elsewhere.
 */
export function policyPage(policy: Policy, council: Council): string {
  const { title, source, headings, blocks } = readDocument(policy.source);
  const below = headings[0]?.level === 0 ? headings.slice(1) : headings;
  const stretches = [
    ...below.map((heading) => ({ line: heading.line, html: headingHtml(heading) })),
    ...blocks.map((block) => ({ line: block.line, html: blockHtml(source, block, policy.passages) })),
  ].sort((a, b) => a.line - b.line);
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – ${escapeHtml(council.name)}</title>
<style>${PAGE_STYLES}</style>
</head>
<body>
<a class="skip" href="#words">Skip to the words of the policy</a>
<header><p class="council">${escapeHtml(council.name)}</p></header>
<main>
<h1>${escapeHtml(title)}</h1>
${aboutHtml(council)}
${sectionsHtml(below)}
<div id="words" tabindex="-1">
${stretches.map(({ html }) => html).join('\n')}
</div>
</main>
<footer><a href="#">Back to the top</a></footer>
</body>
</html>
`;
}

function aboutHtml({ name, clerk }: Council): string {
  return `<div class="about">
<p>These are the words of the policy of ${escapeHtml(name)}.</p>
<p>If you are unsure, ask ${escapeHtml(clerk.name)}, the ${escapeHtml(clerk.title)}. Working days: ${escapeHtml(clerk.days)}.</p>
<p class="ways"><span>${phoneHtml(clerk.phone)}</span> <a href="mailto:${encodeURIComponent(clerk.email).replace('%40', '@')}">${escapeHtml(clerk.email)}</a></p>
</div>`;
}

/** A number with words around it, such as an extension, would dial something else. */
function phoneHtml(phone: string): string {
  if (!/^\+?[\d ]+$/u.test(phone)) return escapeHtml(phone);
  return `<a href="tel:${phone.replaceAll(' ', '')}">${phone}</a>`;
}

function sectionsHtml(headings: readonly Heading[]): string {
  const links = headings
    .filter((heading) => rankOf(heading) === 2)
    .map((heading) => `<li><a href="#${idOf(heading)}">${escapeHtml(heading.text)}</a></li>`);
  if (links.length === 0) return '';
  return `<nav aria-labelledby="sections"><p id="sections">On this page</p>\n<ul role="list">\n${links.join('\n')}\n</ul></nav>`;
}

function headingHtml(heading: Heading): string {
  const rank = rankOf(heading);
  return `<h${rank} id="${idOf(heading)}">${escapeHtml(heading.text)}</h${rank}>`;
}

/** How deep a heading stands below the title. Its level may leave one out, and people who listen would look for what is missing. */
function rankOf({ path }: Heading): number {
  return Math.min(path.length, LAST_RANK);
}

function idOf({ line }: Heading): string {
  return `line-${line}`;
}
