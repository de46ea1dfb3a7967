import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PolicyDocument } from '../../../src/core/policy/document';
import { readDocument } from '../../../src/core/policy/read-document';

function sample(name: string): PolicyDocument {
  return readDocument(readFileSync(join(__dirname, 'samples', name), 'utf8'));
}

function outline({ headings }: PolicyDocument) {
  return headings.map(({ line, path }) => [line, path.slice(1).join(' > ')]);
}

function blocks({ source, blocks }: PolicyDocument) {
  return blocks.map(({ kind, line, lastLine, parts, leadIn }) => [
    kind,
    line,
    lastLine,
    parts.length,
    ...(leadIn ? [source.slice(leadIn.start, leadIn.end)] : []),
  ]);
}

describe('a parish policy in Markdown, with wrapped lines', () => {
  const policy = sample('thornwick-parish.txt');

  it('has headings marked by # and by underlines', () => {
    expect(policy.title).toBe('Thornwick Parish Council: councillors and social media');
    expect(outline(policy)).toEqual([
      [1, ''],
      [13, 'Why this note exists'],
      [22, 'Your own accounts'],
      [28, 'Your own accounts > Passwords'],
      [33, 'Your own accounts > Settings to look at'],
      [42, 'What to post, and what to leave'],
      [61, 'When things go wrong'],
    ]);
  });

  it('has a contents list of links', () => {
    expect(policy.contents).toMatchObject({ firstLine: 6, lastLine: 11 });
  });

  it('joins wrapped lines, bullets and numbers, and takes no short sentence for a heading', () => {
    expect(blocks(policy)).toEqual([
      ['paragraph', 3, 4, 1],
      ['paragraph', 15, 17, 1],
      ['paragraph', 19, 20, 1],
      ['paragraph', 25, 26, 1],
      ['paragraph', 30, 31, 1],
      ['list', 35, 40, 4, 'Look at these settings before you post for the first time:'],
      ['list', 45, 49, 4, 'You may:'],
      ['list', 51, 54, 3, 'You must not:'],
      ['paragraph', 56, 56, 1],
      ['paragraph', 58, 59, 1],
      ['clause', 64, 64, 1],
      ['clause', 65, 65, 1],
      ['clause', 66, 66, 1],
      ['paragraph', 68, 69, 1],
    ]);
  });

  it('finds nothing odd', () => {
    expect(policy.warnings).toEqual([]);
  });
});

describe('a district protocol in numbered clauses', () => {
  const policy = sample('harrowdale-district.txt');

  it('has numbered headings of two depths', () => {
    expect(policy.title).toBe('HARROWDALE DISTRICT COUNCIL: PROTOCOL ON THE USE OF SOCIAL MEDIA BY MEMBERS');
    expect(outline(policy)).toEqual([
      [1, ''],
      [11, '1. Purpose'],
      [15, '2. Scope of this protocol'],
      [23, '3. Personal and public accounts'],
      [30, '4. Standards to be kept'],
      [31, '4. Standards to be kept > 4.1 Respect'],
      [34, '4. Standards to be kept > 4.2 Confidential papers'],
      [40, '5. Abuse of members'],
      [45, '6. Review'],
    ]);
  });

  it('has a contents list with page numbers', () => {
    expect(policy.contents).toMatchObject({ firstLine: 3, lastLine: 9 });
  });

  it('keeps clauses apart and joins (a), (i) and deeper numbers to the clause that leads into them', () => {
    expect(blocks(policy)).toEqual([
      ['clause', 12, 12, 1],
      ['clause', 13, 13, 1],
      ['clause', 16, 19, 4, '2.1 The protocol applies to:'],
      ['clause', 20, 20, 1],
      ['clause', 21, 21, 1],
      ['clause', 24, 27, 4, '3.1 Members are advised to:'],
      ['clause', 28, 28, 1],
      ['clause', 32, 32, 1],
      ['clause', 33, 33, 1],
      ['clause', 35, 35, 1],
      ['clause', 36, 38, 3, '4.2.2 Members must not hint at what an exempt report says –'],
      ['clause', 41, 41, 1],
      ['clause', 42, 42, 1],
      ['clause', 43, 43, 1],
      ['clause', 46, 46, 1],
      ['clause', 47, 47, 1],
    ]);
  });

  it('finds nothing odd', () => {
    expect(policy.warnings).toEqual([]);
  });
});

describe('a town guidance with headings in capitals and bullets under lead-ins', () => {
  const policy = sample('carrick-town.txt');

  it('has headings in capitals, with questions below them', () => {
    expect(policy.title).toBe('CARRICK TOWN COUNCIL');
    expect(outline(policy)).toEqual([
      [1, ''],
      [3, 'GUIDANCE FOR MEMBERS ON SOCIAL MEDIA'],
      [7, 'BEFORE YOU START'],
      [19, "BEFORE YOU START > Who looks after the town's own page?"],
      [23, 'STAYING SAFE'],
      [38, 'POSTING AS A MEMBER'],
      [49, 'ABUSE AND COMPLAINTS'],
      [57, 'ABUSE AND COMPLAINTS > What if the complaint is about me?'],
    ]);
    expect(policy.contents).toBeUndefined();
  });

  it('joins lead-ins and bullets over a blank line, and takes no short sentence for a heading', () => {
    expect(blocks(policy)).toEqual([
      ['paragraph', 5, 5, 1],
      ['paragraph', 9, 9, 1],
      ['list', 11, 15, 4, 'Choose your platform:'],
      ['paragraph', 17, 17, 1],
      ['paragraph', 21, 21, 1],
      ['list', 25, 29, 4, 'Please never post:'],
      ['list', 31, 34, 3, 'You should also:'],
      ['paragraph', 36, 36, 1],
      ['list', 40, 45, 5, 'Please:'],
      ['paragraph', 47, 47, 1],
      ['paragraph', 51, 51, 1],
      ['paragraph', 53, 53, 1],
      ['paragraph', 55, 55, 1],
      ['paragraph', 59, 59, 1],
    ]);
  });

  it('warns of the bullet that leans on the negative one before it', () => {
    expect(policy.warnings).toEqual([
      'Line 45 has no verb and follows a bullet that says what not to do. Quote the lead-in and the bullets together.',
    ]);
  });
});
