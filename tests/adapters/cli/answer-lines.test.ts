import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { answerLines, type Line } from '../../../src/adapters/cli/answer-lines';
import type { Passage } from '../../../src/core/model';
import type { Turn } from '../../../src/core/reply';

const PASSAGE: Passage = {
  id: 'a.b',
  headings: ['Policy'],
  text: 'Be “kind”.\nAlways.',
  span: { start: 0, end: 18, line: 1 },
  summary: 'Be kind.',
  ways: [],
  forPageUsers: false,
};
const TURN: Turn = {
  outcome: 'answer',
  confidence: 0.123456,
  passages: [PASSAGE],
  reply: { card: 'note', fields: {}, notice: '' },
};
const CHECKED: Turn = {
  ...TURN,
  outcome: 'check',
  passages: [],
  check: {
    severity: 'stop',
    unseen: false,
    findings: [{ rule: 'self-data', severity: 'stop', start: 2, end: 5, why: 'Why.', passages: ['a.b'], gap: false }],
  },
};

/** What comes out for what goes in, line by line, and how it ended. */
async function run(input: string | readonly Buffer[], answer: (line: Line) => Promise<Turn> = async () => TURN) {
  const output = new PassThrough();
  const asked: Line[] = [];
  const status = await answerLines(Readable.from(typeof input === 'string' ? [input] : input), output, (line) => {
    asked.push(line);
    return answer(line);
  });
  output.end();
  const lines = (await text(output)).split('\n').filter(Boolean);
  return { status, asked, answers: lines.map((line): unknown => JSON.parse(line)) };
}

it('a question is answered on one line with its id, its outcome and the passages word for word', async () => {
  const { status, asked, answers } = await run('{"id":"q1","q":"may I?","more":1}\n');
  expect(asked).toEqual([{ id: 'q1', q: 'may I?' }]);
  expect(answers).toEqual([
    {
      id: 'q1',
      outcome: 'answer',
      confidence: 0.123,
      passages: [{ id: 'a.b', text: 'Be “kind”.\nAlways.' }],
      severity: 'ok',
      findings: [],
    },
  ]);
  expect(status).toBe(0);
});

it('a draft is answered with its severity and findings, without the words of either', async () => {
  const { asked, answers } = await run('{"id":7,"draft":"my secret number"}', async () => CHECKED);
  expect(asked).toEqual([{ id: '7', draft: 'my secret number' }]);
  expect(answers).toMatchObject([
    {
      id: '7',
      outcome: 'check',
      severity: 'stop',
      findings: [{ rule: 'self-data', severity: 'stop', start: 2, end: 5, passages: ['a.b'] }],
    },
  ]);
});

it.each([
  ['not JSON', '{"id":', 'This line is not a JSON object.'],
  ['a word', 'hello', 'This line is not a JSON object.'],
  ['null', 'null', 'This line is not a JSON object.'],
  ['a number', '3', 'This line is not a JSON object.'],
  ['without an id', '{"q":"may I?"}', 'This line has no "id".'],
  ['a list', '["q"]', 'This line has no "id".'],
  ['without a question', '{"id":"x"}', 'Line x has neither a text "q" nor a text "draft".'],
  ['with a question that is no text', '{"id":"x","q":5}', 'Line x has neither a text "q" nor a text "draft".'],
])('a line that is %s gets an error in its place, and the others are answered', async (_, line, error) => {
  const { status, answers } = await run(`{"id":"1","q":"a"}\n${line}\n{"id":"2","q":"b"}\n`);
  expect(answers).toMatchObject([{ id: '1' }, { error }, { id: '2' }]);
  expect(status).toBe(1);
});

it('the order of the lines is kept, however long each answer takes', async () => {
  const lines = Array.from({ length: 20 }, (_, at) => `{"id":"${at}","q":"x"}`).join('\r\n');
  const { answers } = await run(lines, async ({ id }) => {
    for (let wait = 20 - Number(id); wait > 0; wait--) await new Promise(setImmediate);
    return TURN;
  });
  expect(answers).toMatchObject(Array.from({ length: 20 }, (_, at) => ({ id: String(at) })));
});

it('empty lines are passed over, and nothing in gives nothing out', async () => {
  expect(await run('\n \n{"id":"1","q":"a"}\n\n')).toMatchObject({ status: 0, answers: [{ id: '1' }] });
  expect(await run('')).toEqual({ status: 0, asked: [], answers: [] });
});

it('a letter cut in two between pieces of the stream is whole again', async () => {
  const bytes = Buffer.from('{"id":"1","q":"naïve"}\n');
  const cut = bytes.indexOf(0xc3) + 1;
  expect((await run([bytes.subarray(0, cut), bytes.subarray(cut)])).asked).toEqual([{ id: '1', q: 'naïve' }]);
});

it('an answer that fails ends the run with its error', async () => {
  await expect(run('{"id":"1","q":"a"}', () => Promise.reject(new RangeError('broken')))).rejects.toThrow('broken');
});
