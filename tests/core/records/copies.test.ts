import { escapeHtml } from '../../../src/core/policy/escape-html';
import type { AccessEntry } from '../../../src/core/records/access-entry';
import { accessLines } from '../../../src/core/records/access-lines';
import { copyPage } from '../../../src/core/records/copy-page';
import { hideName } from '../../../src/core/records/hide-name';
import { copyAsJson, type RecordCopy } from '../../../src/core/records/record-copy';
import { SPEAKER } from '../../app/rig';
import { PRIYA, SAM, sampleCase } from './sample-case';

const AT = Date.parse('2026-11-24T10:05:00Z');
const LOOK: AccessEntry = { at: AT, by: PRIYA, action: 'opened', caseId: 'case-42', reference: 'C-0042' };

function sampleCopy(changes: Partial<RecordCopy> = {}): RecordCopy {
  return {
    council: 'Skelderby <Town> Council',
    made: Date.parse('2027-01-04T09:00:00Z'),
    cases: [sampleCase()],
    access: [LOOK],
    person: {
      ...SAM,
      settings: { textOnly: true },
      saved: [],
      deeds: [{ reference: 'C-0007', kind: 'answered', at: AT }],
      looked: [{ ...LOOK, by: SAM, reference: 'C-0008', caseId: 'case-8' }],
      messages: [
        { id: 'm1', kind: 'answer', state: 'sent', settled: AT },
        { id: 'm2', kind: 'notice', state: 'waiting' },
      ],
      clerkChannel: { linkedIt: true, mayAnswer: true },
    },
    ...changes,
  };
}

describe('lines of the access log', () => {
  const lines = (...entries: readonly AccessEntry[]) => accessLines(entries, SPEAKER);

  it('make one of what one person did again and again on one day, with the latest time', () => {
    const [first, ...others] = lines({ ...LOOK, at: AT + 60_000 }, LOOK, LOOK);
    expect(others).toEqual([]);
    expect(first).toContain('10:06am');
    expect(first).toContain(SPEAKER.say('access_times', { count: '3' }));
  });

  it.each<readonly [string, Partial<AccessEntry>]>([
    ['another day', { at: AT + 86_400_000 }],
    ['another person', { by: SAM }],
    ['another case', { caseId: 'case-8', reference: 'C-0008' }],
    ['something else that was done', { action: 'exported' }],
    ['a reason', { action: 'held', why: 'a request' }],
  ])('keep %s apart', (_, other) => {
    expect(lines({ ...LOOK, ...other }, LOOK)).toHaveLength(2);
  });

  it('say why, and name nobody where no name is kept', () => {
    const [line] = lines({ ...LOOK, action: 'held', by: { id: '', name: '' }, why: 'a request' });
    expect(line).toContain(SPEAKER.say('the_councillor'));
    expect(line).toContain('a request');
  });
});

describe('a copy as JSON', () => {
  it('holds the whole copy, with moments that can be read', () => {
    const copy = sampleCopy();
    const read = JSON.parse(copyAsJson(copy));
    expect(read.cases[0].question).toBe(copy.cases[0]?.question);
    expect(read.cases[0].events[3]).toEqual({
      kind: 'answered',
      at: '2026-11-24T10:05:00.000Z',
      by: { id: 'id-tom', name: 'Tom Reed' },
      text: 'Please <b>wait</b> & see.',
    });
    expect(read).toMatchObject({ made: '2027-01-04T09:00:00.000Z', access: [{ at: '2026-11-24T10:05:00.000Z' }] });
    expect(JSON.stringify(read)).not.toMatch(/\b1[67]\d{11}\b/u);
  });
});

describe('a copy as a page', () => {
  const page = copyPage(sampleCopy(), SPEAKER);

  it('shows exactly what was asked, drafted, advised and noted, and no part of it as HTML', () => {
    const { question, draft = '', events } = sampleCase();
    for (const words of [question, draft, ...events.flatMap((event) => ('text' in event ? [event.text] : []))])
      expect(page).toContain(`<blockquote>${escapeHtml(words)}</blockquote>`);
    expect(page).not.toMatch(/<script|<b>|<Town>/u);
  });

  it('has the time of everything that happened', () => {
    for (const time of [
      '2:30pm',
      '9:00am',
      '9:30am',
      '10:05am',
      '11:20am',
      '11:30am',
      '12:00pm',
      '2:31pm',
      '9:15am',
      '10:06am',
    ])
      expect(page).toContain(time);
  });

  it('has everything else about the person', () => {
    for (const words of [
      SPEAKER.say('copy_text_only'),
      SPEAKER.say('copy_linked'),
      SPEAKER.say('copy_may_answer'),
      'C-0007',
      'C-0008',
      SPEAKER.say('copy_message_waits', { what: SPEAKER.say('copy_message_notice') }),
    ])
      expect(page).toContain(escapeHtml(words));
  });

  it('of one case has nothing about a person', () => {
    const { person: _person, ...copy } = sampleCopy();
    expect(copyPage(copy, SPEAKER)).not.toContain(SPEAKER.say('copy_other'));
  });

  it('says when there is nothing', () => {
    const empty = copyPage(sampleCopy({ cases: [], access: [] }), SPEAKER);
    expect(empty).toContain(SPEAKER.say('copy_no_cases'));
  });

  it('loads and runs nothing', () => {
    expect(page).not.toMatch(/\b(?:src|href|srcset|onload|url)\s*[=(]/iu);
  });
});

describe('a copy of a case that was asked without a name', () => {
  const hidden = hideName(sampleCase({ nameless: true }));
  const copy = { ...sampleCopy({ cases: [hidden] }), person: undefined };

  it('does not hold the name, the id or the chat', () => {
    const { person: _person, ...given } = copy;
    for (const text of [copyAsJson(given), copyPage(given, SPEAKER)]) {
      for (const one of [SAM.id, SAM.name, 'v1:chat']) expect(text).not.toContain(one);
      expect(text).toContain('After the meeting?');
    }
  });

  it('is only then without the name', () => expect(hideName(sampleCase())).toEqual(sampleCase()));
});
