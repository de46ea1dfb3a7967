import type { Passage, UrgentGuide } from '../model';
import type { Turn } from '../reply';
import type { HelpGroup } from './help-groups';
import { recordFirst } from './record-first';
import { type Speaker, sectionOf } from './speaker';

/** The quick card: the golden rule in a line, then the page's rules of engagement, ready to copy. */
export function rulesTurn(speaker: Speaker): Turn {
  const { goldenRule, pageRules } = speaker.knowledge.quotes;
  return turn('rules', pageRules, {
    reply: speaker.reply('rules', {
      golden: goldenRule.text,
      lines: pageRules.map((passage) => ({ text: passage.text })),
      section: sections(pageRules),
    }),
  });
}

/** The page's rules alone, as plain text that a phone can copy. */
export function rulesToCopyTurn(speaker: Speaker): Turn {
  const { pageRules } = speaker.knowledge.quotes;
  const text = pageRules.map((passage) => passage.text).join('\n\n');
  return turn('rules', pageRules, { reply: { ...speaker.reply('note', { heading: null, text }), plain: true } });
}

/** The golden rule, what can happen to a post, and the street test; with the passage on the subject when there is one. */
export function goldenRuleTurn(speaker: Speaker, topical?: Passage): Turn {
  const { goldenRule, risks, streetTest } = speaker.knowledge.quotes;
  const passages = [goldenRule, streetTest, ...(topical ? [topical] : [])];
  return turn('golden_rule', passages, {
    reply: speaker.reply('golden-rule', {
      golden: goldenRule.text,
      risks: risks.text,
      streetTest: streetTest.text,
      section: sectionOf(goldenRule),
      topical: topical
        ? {
            summary: [topical.summary, ...recordFirst(topical, speaker)].join(' '),
            quote: topical.text,
            section: sectionOf(topical),
          }
        : null,
    }),
  });
}

/** The steps against abuse in the order of use: the record is kept before anything is hidden. */
export function abuseStepsTurn(speaker: Speaker): Turn {
  const { abuseSteps } = speaker.knowledge.quotes;
  return turn('abuse_steps', abuseSteps, {
    reply: speaker.reply('abuse-steps', {
      emergencyLine: speaker.say('emergency_line'),
      policeLine: speaker.say('police_line'),
      steps: abuseSteps.map((passage, index) => ({ number: index + 1, text: withoutBullet(passage.text) })),
      section: sections(abuseSteps),
    }),
  });
}

/** Whatever is said, with the emergency number above it: for words that may tell of danger. */
export function emergencyFirst(turn: Turn, speaker: Speaker): Turn {
  return { ...turn, reply: { ...turn.reply, first: speaker.say('emergency_line') } };
}

/** What is said to somebody in danger or distress: the emergency number first, never a bare quotation. */
export function urgentTurn(guide: UrgentGuide, speaker: Speaker): Turn {
  return turn('urgent', [], {
    reply: speaker.reply(
      'urgent',
      {
        first: guide.first,
        lines: guide.lines.map((text) => ({ text })),
        steps: guide.steps.map((text, index) => ({ number: index + 1, text })),
        clerk: guide.clerk,
      },
      'notice_urgent',
    ),
  });
}

/** Who asks for help: a councillor, a clerk in the clerk's channel, or the person named for questions about the clerk. */
type HelpFor = 'councillor' | 'clerk' | 'alternate';

const HELP: { readonly [who in HelpFor]: readonly HelpGroup[] } = {
  councillor: ['post', 'ask', 'about'],
  clerk: ['cases', 'answer', 'guidance', 'records'],
  alternate: ['post', 'ask', 'about', 'cases', 'answer'],
};

/** What can be typed, by what it is for. Nobody is shown what they cannot use. */
export function helpTurn(speaker: Speaker, who: HelpFor): Turn {
  const { commands } = speaker.knowledge;
  const { clerk } = speaker.council;
  return chat(
    speaker.reply('help', {
      intro: speaker.say(`help_intro_${who === 'clerk' ? 'clerk' : 'councillor'}`),
      groups: HELP[who].map((group) => ({
        title: speaker.say(`help_group_${group}`),
        commands: commands
          .filter(({ groups }) => groups.includes(group))
          .map(({ name, takes, description }) => ({ name, takes: takes ?? null, description })),
      })),
      elsewhere: speaker.say(`help_elsewhere_${who === 'clerk' ? 'clerk' : 'councillor'}`),
      clerk: clerk.name,
      phone: clerk.phone,
    }),
  );
}

/** What is kept, who sees it and for how long. */
export function privacyTurn(speaker: Speaker): Turn {
  const { council } = speaker;
  return chat(
    speaker.reply('privacy', {
      assistant: council.assistant,
      council: council.name,
      clerk: council.clerk.name,
      email: council.clerk.email,
      minutes: council.draftMinutes,
      readers: council.clerks.map((clerk) => clerk.name).join(', '),
      kept: speaker.say('kept_privacy', { months: String(council.records.casesMonths) }),
    }),
  );
}

export function welcomeTurn(speaker: Speaker, linked: 'linked' | 'not-linked'): Turn {
  const { assistant, name, contacts } = speaker.council;
  return chat(
    speaker.reply('welcome', {
      assistant,
      council: name,
      linked: linked === 'linked',
      emergency: contacts.emergency ?? '',
    }),
  );
}

/** In a channel or group, where others read along. Says how to link a channel, or that one is linked: here or elsewhere. */
export function channelWelcomeTurn(speaker: Speaker, linked: 'here' | 'elsewhere' | 'nowhere'): Turn {
  const { assistant, name } = speaker.council;
  return chat(
    speaker.reply('welcome-channel', { assistant, council: name, linkLine: speaker.say(`welcome_linked_${linked}`) }),
  );
}

/** A reply that is neither policy nor danger. */
export function chat(reply: Turn['reply']): Turn {
  return turn('chitchat', [], { reply });
}

function turn(outcome: Turn['outcome'], passages: readonly Passage[], rest: Pick<Turn, 'reply'>): Turn {
  return { outcome, confidence: 1, passages, ...rest };
}

function sections(passages: readonly Passage[]): string {
  return [...new Set(passages.map(sectionOf))].join('; ');
}

/** A bullet sign belongs to the document's layout, not to its words. */
function withoutBullet(text: string): string {
  return text.replace(/^[·•*–-]\s*/u, '');
}
