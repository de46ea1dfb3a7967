/** The people and places of the rehearsal, as Microsoft's Agents Playground wants them: one team with one channel. */

const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { CORE_SCHEMA, load } = require('js-yaml');

const TENANT = '00000000-0000-4000-8000-000000000001';
const TEAM = 'team-id';
const CHANNEL = 'channel-clerk-id';
const COUNCIL_FILE = process.env.COUNCIL_FILE ?? join(__dirname, '..', '..', 'config', 'council.yaml');

// As the assistant reads it: a day stays words.
const council = load(readFileSync(COUNCIL_FILE, 'utf8'), { schema: CORE_SCHEMA });
const ASSISTANT = { id: '00000000-0000-4000-8000-000000000011', name: council.assistant };

/** The first of the council's clerks, so that the rehearsal still works when a council has filled in its own. */
const [clerk] = council.clerks;
const COUNCILLOR = user('user-councillor', 'Cllr Sam Hill', { email: 'sam.hill@skelderby-tc.gov.uk', number: 20 });
const CLERK = {
  ...user('user-clerk', clerk.name, { email: clerk.email ?? 'clerk@skelderby-tc.gov.uk', number: 21 }),
  ...(clerk.id && { aadObjectId: clerk.id }),
};
/** Who is in the councillor's window besides the councillor, and in the clerk's besides the clerk. The Playground wants five. */
const COUNCIL = [
  CLERK,
  user('user-3', 'Cllr Ann Dunn', { email: 'ann.dunn@skelderby-tc.gov.uk', number: 23 }),
  user('user-4', 'Cllr Joe Marr', { email: 'joe.marr@skelderby-tc.gov.uk', number: 24 }),
  user('user-5', 'Cllr Eve Storr', { email: 'eve.storr@skelderby-tc.gov.uk', number: 25 }),
  user('user-6', 'Cllr Ray Batty', { email: 'ray.batty@skelderby-tc.gov.uk', number: 26 }),
];
const OFFICE = [
  user('user-7', 'Tom Reed', { email: 'tom.reed@skelderby-tc.gov.uk', number: 27 }),
  user('user-8', 'Asha Patel', { email: 'asha.patel@skelderby-tc.gov.uk', number: 28 }),
  user('user-9', 'Gwen Price', { email: 'gwen.price@skelderby-tc.gov.uk', number: 29 }),
  user('user-10', 'Lee Marsh', { email: 'lee.marsh@skelderby-tc.gov.uk', number: 30 }),
  user('user-11', 'Dot Fenn', { email: 'dot.fenn@skelderby-tc.gov.uk', number: 31 }),
];

function user(id, name, { email, number }) {
  const [givenName, ...rest] = name.replace(/^Cllr /, '').split(' ');
  return {
    id,
    name,
    userPrincipleName: email,
    aadObjectId: `00000000-0000-4000-8000-0000000000${number}`,
    givenName,
    surname: rest.join(' '),
    email,
  };
}

/** The Playground's settings for one person's window. */
function playgroundSettings(person) {
  const atOffice = person === CLERK;
  return {
    version: '0.1.1',
    tenantId: TENANT,
    bot: ASSISTANT,
    currentUser: person,
    users: atOffice ? OFFICE : COUNCIL,
    personalChat: { id: `chat-${person.id}` },
    groupChat: { id: 'group-chat-id', name: atOffice ? 'Council Office' : 'Town Councillors' },
    team: {
      id: TEAM,
      name: 'Town Council',
      aadGroupId: '00000000-0000-4000-8000-000000000031',
      channels: [{ id: CHANNEL, name: 'Clerk' }],
    },
  };
}

module.exports = { council, TENANT, TEAM, CHANNEL, ASSISTANT, COUNCILLOR, CLERK, playgroundSettings };
