import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Block } from '../../../src/core/policy/document';
import { readDocument } from '../../../src/core/policy/read-document';

const source = readFileSync(join(__dirname, '../../../knowledge/social-media-policy.txt'), 'utf8');
const policy = readDocument(source);

function textOf({ start, end }: { readonly start: number; readonly end: number }): string {
  return policy.source.slice(start, end);
}

function blockAt(line: number): Block | undefined {
  return policy.blocks.find((block) => block.line <= line && block.lastLine >= line);
}

describe('the policy of this repository', () => {
  it('has its first line as title, without the space before it', () => {
    expect(policy.title).toBe('Social Media Policy for councillors');
  });

  it.each([
    [20, 1, 'Getting started on social media.'],
    [21, 2, 'Why should councillors use social media?'],
    [25, 2, 'Communicating on social media'],
    [28, 2, 'Prioritise what social media platform you use.'],
    [33, 1, 'Staying safe and secure online'],
    [34, 2, 'How to set yourself up to stay safe using social media'],
    [42, 2, 'Keeping your personal and family life private'],
    [48, 1, 'Your responsibilities as a councillor'],
    [49, 2, 'The golden rule to follow'],
    [58, 2, 'Understand what you can and can’t post online, including legally.'],
    [71, 1, 'How to deal with negativity and abuse online'],
    [72, 2, 'Learn not to feed social media ‘trolls’'],
    [74, 2, "Digital citizenship 'rules of engagement'"],
    [75, 2, 'Be confident to block and delete followers.'],
    [77, 2, 'Taking a break from social media'],
    [81, 1, 'Advice for Councillors !'],
    [83, 2, 'Rules of engagement'],
    [94, 2, 'Handling online abuse'],
  ])('has line %i as a heading of level %i', (line, level, text) => {
    expect(policy.headings.find((heading) => heading.line === line)).toMatchObject({ level, text });
  });

  it('has no other headings', () => {
    expect(policy.headings).toHaveLength(19);
  });

  it('leaves the contents list out of the blocks', () => {
    expect(policy.contents).toMatchObject({ firstLine: 3, lastLine: 18 });
    expect(policy.blocks.filter(({ line }) => line >= 3 && line <= 18)).toEqual([]);
  });

  it('gives the path from the title to the section', () => {
    expect(blockAt(76)?.heading?.path).toEqual([
      'Social Media Policy for councillors',
      'How to deal with negativity and abuse online',
      'Be confident to block and delete followers.',
    ]);
  });

  it('links the heading without words to the section that holds them', () => {
    expect(policy.headingLinks).toEqual([
      { heading: "Digital citizenship 'rules of engagement'", line: 74, heldBy: 'Rules of engagement' },
    ]);
  });

  it('keeps the negative bullet, the bullet without a verb and their lead-in in one block', () => {
    const block = blockAt(38);
    expect(block).toMatchObject({ kind: 'list', line: 36, lastLine: 38 });
    expect(block?.leadIn && textOf(block.leadIn)).toBe('We’d suggest you:');
  });

  it.each([
    [36, 'We’d suggest you:', 3],
    [39, 'Two-factor authentication (or multi-factor authentication) means', 3],
    [51, 'Once something is published it is ‘out there’', 5],
    [63, 'When posting to social media you should remember that:', 7],
  ])('joins the bullets below line %i to their lead-in', (line, leadIn, parts) => {
    const block = blockAt(line);
    expect(block?.parts).toHaveLength(parts);
    expect(block?.leadIn && textOf(block.leadIn).startsWith(leadIn)).toBe(true);
  });

  it('has ten bullets without a lead-in as one list', () => {
    expect(blockAt(95)).toMatchObject({ kind: 'list', line: 95, lastLine: 104 });
    expect(blockAt(95)?.leadIn).toBeUndefined();
  });

  it('counts line 57 as a duplicate of line 50, and nothing else', () => {
    expect(policy.duplicates).toEqual([{ line: 57, of: 50 }]);
  });

  it('warns of exactly what is odd, in the order of the lines', () => {
    expect(policy.warnings).toEqual([
      'Lines 16, 69, 95 to 104: there is a space that does not break.',
      'Line 16: the line ends in a dash and nothing.',
      'Line 38 has no verb and follows a bullet that says what not to do. Quote the lead-in and the bullets together.',
      'Line 57 says again what line 50 says. It is not a passage of its own.',
      'Line 62: there are two spaces where one belongs.',
      'Line 74: the heading "Digital citizenship \'rules of engagement\'" has no words below it. Its words seem to stand under "Rules of engagement".',
      'Line 81: "Advice for Councillors !" is a stray title. The contents list does not name it and only headings follow.',
      'Line 103: a space is missing next to a dash.',
    ]);
  });
});

describe('the same policy saved in other ways', () => {
  const outline = policy.headings.map(({ text, level, line }) => ({ text, level, line }));

  it.each([
    ['Windows line ends', source.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${source}`],
    ['spaces and tabs after each line', source.replaceAll('\n', ' \t \n')],
    ['tabs after the bullets', source.replaceAll('· ', '·\t')],
  ])('has the same outline, blocks and links with %s', (_, saved) => {
    const document = readDocument(saved);
    expect(document.headings.map(({ text, level, line }) => ({ text, level, line }))).toEqual(outline);
    expect(document.blocks.map(({ kind, line, lastLine }) => ({ kind, line, lastLine }))).toEqual(
      policy.blocks.map(({ kind, line, lastLine }) => ({ kind, line, lastLine })),
    );
    expect(document.headingLinks).toEqual(policy.headingLinks);
  });
});

describe('very small documents', () => {
  it.each(['', ' ', '\ufeff', '\n\n\r\n', '---'])('finds nothing in %j', (text) => {
    expect(readDocument(text)).toMatchObject({ headings: [], blocks: [], warnings: [] });
  });

  it('reads one line as one paragraph', () => {
    expect(readDocument('Be kind.').blocks).toMatchObject([{ kind: 'paragraph', start: 0, end: 8, line: 1 }]);
  });
});
