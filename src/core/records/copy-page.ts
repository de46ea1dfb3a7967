import type { Case } from '../cases/case';
import { askedAt, nameOf, questionOf } from '../cases/case-talk';
import { historyLine } from '../cases/history-line';
import { type Speaker, sectionOf } from '../conversation/speaker';
import { escapeHtml } from '../policy/escape-html';
import { PAGE_STYLES } from '../policy/page-styles';
import { ukTime } from '../uk-time';
import { accessLines } from './access-lines';
import { PRINT_STYLES } from './print-styles';
import type { RecordCopy } from './record-copy';

/**
 * A copy of records as one page of HTML, to be read on a screen, printed on A4 or handed out. Everything that people typed is shown as
 * they typed it. Nothing on the page runs, and nothing is loaded from elsewhere.
 */
export function copyPage(copy: RecordCopy, speaker: Speaker): string {
  const title = titleOf(copy, speaker);
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${PAGE_STYLES}${PRINT_STYLES}</style>
</head>
<body>
<header><p class="council">${escapeHtml(copy.council)}</p></header>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(speaker.say('copy_made', { when: ukTime(copy.made) }))}</p>
${copy.cases.length === 0 ? paragraph(speaker.say('copy_no_cases')) : copy.cases.map((one) => caseHtml(one, copy, speaker)).join('\n')}
${personHtml(copy, speaker)}
</main>
</body>
</html>
`;
}

function titleOf({ person, cases }: RecordCopy, speaker: Speaker): string {
  return person
    ? speaker.say('copy_of_person', { name: person.name || person.id })
    : speaker.say('copy_of_case', { reference: cases[0]?.reference ?? '' });
}

function caseHtml(one: Case, { access }: RecordCopy, speaker: Speaker): string {
  const looks = accessLines(
    access.filter(({ caseId }) => caseId === one.id),
    speaker,
  );
  return `<section>
<h2>${escapeHtml(`${one.reference}: ${speaker.say(`state_${one.state}`)}`)}</h2>
${factsHtml(one, speaker)}
${saidHtml(speaker.say('copy_question'), questionOf(one, speaker))}
${one.draft === undefined ? '' : saidHtml(speaker.say('copy_draft'), one.draft)}
<h3>${escapeHtml(speaker.say('copy_history'))}</h3>
<ol>
${one.events.map((event) => `<li><p>${escapeHtml(historyLine(one, event, speaker))}</p>${'text' in event ? quoteHtml(event.text) : ''}</li>`).join('\n')}
</ol>
${listHtml(speaker.say('copy_access'), looks.length > 0 ? looks : [speaker.say('copy_access_none')])}
</section>`;
}

function factsHtml(one: Case, speaker: Speaker): string {
  const { wanted, platform, flags = [] } = one.about;
  const { posted, opened, told } = one.delivery;
  const at = (moment: number | undefined) => (moment === undefined ? undefined : ukTime(moment));
  const sections = one.nearest.flatMap((id) => speaker.passage(id) ?? []).map(sectionOf);
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['from', one.nameless ? speaker.say('asked_nameless') : (nameOf(one, speaker) ?? speaker.say('the_councillor'))],
    ['asked', askedAt(one)],
    ['to', speaker.say(one.desk === 'clerk' ? 'copy_to_clerk' : 'copy_to_alternate')],
    ['why', speaker.say(`reason_${one.reason}`)],
    ['sounds_like', one.soundsLike],
    ['wanted', wanted === undefined ? undefined : speaker.say(`wanted_${wanted}`)],
    ['platform', platform],
    ['flags', flags.map(({ words }) => `“${words}”`).join(', ') || undefined],
    ['nearest', sections.join('; ') || undefined],
    ['due', at(one.due)],
    ['posted', at(posted)],
    ['opened', at(opened)],
    ['told', at(told?.at)],
    ['held', one.held ? speaker.say('case_held') : undefined],
    ['wiped', at(one.wiped)],
  ];
  const rows = facts.flatMap(([name, value]) =>
    value === undefined
      ? []
      : [`<div><dt>${escapeHtml(speaker.say(`copy_${name}`))}</dt><dd>${escapeHtml(value)}</dd></div>`],
  );
  return `<dl>\n${rows.join('\n')}\n</dl>`;
}

function personHtml({ person }: RecordCopy, speaker: Speaker): string {
  if (!person) return '';
  const { settings, deeds, saved, looked, messages, clerkChannel } = person;
  const message = ({ kind, settled }: (typeof messages)[number]) =>
    speaker.say(settled === undefined ? 'copy_message_waits' : 'copy_message', {
      what: speaker.say(`copy_message_${kind}`),
      when: settled === undefined ? '' : ukTime(settled),
    });
  const others = [
    speaker.say(settings.textOnly ? 'copy_text_only' : 'copy_cards'),
    ...(clerkChannel.linkedIt ? [speaker.say('copy_linked')] : []),
    ...(clerkChannel.mayAnswer ? [speaker.say('copy_may_answer')] : []),
  ];
  return `<section>
<h2>${escapeHtml(speaker.say('copy_other'))}</h2>
${listHtml(speaker.say('copy_settings'), others)}
${listHtml(speaker.say('copy_messages'), messages.map(message))}
${listHtml(
  speaker.say('copy_deeds'),
  deeds.map(({ reference, kind, at }) =>
    speaker.say('copy_deed', { reference, what: speaker.say(`history_${kind}`), when: ukTime(at) }),
  ),
)}
${listHtml(
  speaker.say('copy_saved_answers'),
  saved.map(({ reference, version, at }) =>
    speaker.say('copy_saved_answer', { reference, version: String(version), when: ukTime(at) }),
  ),
)}
${listHtml(speaker.say('copy_looked'), accessLines(looked, speaker))}
</section>`;
}

function listHtml(heading: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return `<h3>${escapeHtml(heading)}</h3>\n<ul>\n${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('\n')}\n</ul>`;
}

function saidHtml(heading: string, text: string): string {
  return `<h3>${escapeHtml(heading)}</h3>\n${quoteHtml(text)}`;
}

function quoteHtml(text: string): string {
  return text === '' ? '' : `<blockquote>${escapeHtml(text)}</blockquote>`;
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}
