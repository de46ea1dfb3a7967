import type { Case } from '../cases/case';
import { askedAt, talkForCouncillor } from '../cases/case-talk';
import { sayAbout } from '../cases/say-about';
import type { Speaker } from '../conversation/speaker';

/** Every word of a case that its councillor has sent or been told, as plain text to copy. */
export function caseAsText(one: Case, speaker: Speaker): string {
  const talk = talkForCouncillor(one).map(({ mine, who, when, text }) => [
    speaker.say(mine ? 'my_data_own' : 'my_data_from', { who, when }),
    text,
  ]);
  return [
    [
      `${one.reference}: ${sayAbout(one, speaker)(`state_mine_${one.state}`)}`,
      speaker.say('my_data_asked', { when: askedAt(one) }),
    ],
    [speaker.say('my_data_question'), one.question],
    ...(one.draft === undefined ? [] : [[speaker.say('my_data_draft'), one.draft]]),
    ...talk,
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}
