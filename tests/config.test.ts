import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig, readCouncil } from '../src/config';
import { temporaryFolder } from './adapters/storage/temporary-folder';

const ROOT = join(__dirname, '..');
const COUNCIL = readFileSync(join(ROOT, 'config', 'council.yaml'), 'utf8');
const IDS = { CLIENT_ID: 'client', TENANT_ID: 'tenant' };

const folder = temporaryFolder();
const FILE = join(folder, 'council.yaml');

/** Reads the council's file with one piece of it changed. */
function readChanged(from: string | RegExp, to: string) {
  const changed = COUNCIL.replace(from, to);
  if (changed === COUNCIL) throw new Error(`${from} is not in the file`);
  writeFileSync(FILE, changed);
  return readCouncil(ROOT, { COUNCIL_FILE: FILE });
}

function lineOf(text: string): number {
  return COUNCIL.slice(0, COUNCIL.indexOf(text)).split('\n').length;
}

describe('the settings', () => {
  it('with the two ids alone are those of a council in use', () => {
    expect(readConfig(ROOT, IDS)).toEqual({
      auth: { kind: 'on', clientId: 'client', tenantId: 'tenant' },
      host: '0.0.0.0',
      port: 3978,
      storeUrl: 'file:data/golden-rule.db',
      councils: [{ tenant: 'tenant', council: readCouncil(ROOT, {}), knowledge: join(ROOT, 'knowledge') }],
    });
  });

  it('that are named are taken', () => {
    const named = { HOST: '::1', PORT: '0', STORE_URL: 'file:here.db', CLIENT_SECRET: 's', AUTH: 'on' };
    expect(readConfig(ROOT, { ...IDS, ...named })).toMatchObject({
      auth: { kind: 'on', clientSecret: 's' },
      host: '::1',
      port: 0,
      storeUrl: 'file:here.db',
    });
  });

  it('that are there but empty count as left out', () => {
    const empty = { HOST: '', PORT: '', STORE_URL: '', CLIENT_SECRET: '', COUNCIL_FILE: '', PUBLIC_URL: '' };
    expect(readConfig(ROOT, { ...IDS, ...empty })).toEqual(readConfig(ROOT, IDS));
  });

  it.each(['127.0.0.1', '::1', 'localhost'])('may leave sign-in off on %s', (HOST) => {
    expect(readConfig(ROOT, { AUTH: 'off', HOST })).toMatchObject({ auth: { kind: 'off' }, host: HOST });
  });

  it('without sign-in listen on this machine only', () => {
    expect(readConfig(ROOT, { AUTH: 'off' })).toMatchObject({ host: '127.0.0.1' });
    expect(readConfig(ROOT, { AUTH: 'off' }).councils[0]).not.toHaveProperty('tenant');
  });

  it.each(['0.0.0.0', '::', '192.168.1.4', 'example.org', '127.0.0.1.example.org'])(
    'may not leave sign-in off on %s',
    (HOST) => {
      expect(() => readConfig(ROOT, { AUTH: 'off', HOST })).toThrow(
        `AUTH=off lets anybody in, so HOST must be 127.0.0.1, not ${HOST}. Remove AUTH=off to listen elsewhere.`,
      );
    },
  );

  it.each([
    ['neither id', {}],
    ['no CLIENT_ID', { TENANT_ID: 'tenant' }],
    ['an empty CLIENT_ID', { ...IDS, CLIENT_ID: '' }],
    ['no TENANT_ID', { CLIENT_ID: 'client' }],
  ])('with %s are refused', (_, environment) => {
    expect(() => readConfig(ROOT, environment)).toThrow(
      'CLIENT_ID and TENANT_ID are missing. Put them into .env (see .env.example), or set AUTH=off to try it on this machine only.',
    );
  });

  it.each(['OFF', 'no', 'false', ''])('with AUTH="%s" are refused', (AUTH) => {
    expect(() => readConfig(ROOT, { ...IDS, AUTH })).toThrow(`AUTH is "${AUTH}". It must be on or off.`);
  });

  it.each(['http', '-1', '65536', '3978.5', 'NaN'])('with PORT="%s" are refused', (PORT) => {
    expect(() => readConfig(ROOT, { ...IDS, PORT })).toThrow(
      `PORT is "${PORT}". It must be a whole number from 0 to 65535.`,
    );
  });

  it('of a .env file are taken where nothing is set already', () => {
    writeFileSync(join(folder, '.env'), 'NEW=from file\nSET=from file\n');
    const asked = `const { NEW, SET } = require(${JSON.stringify(join(ROOT, 'src/config.ts'))}).loadEnvironment(process.argv[1]);
      process.stdout.write([NEW, SET].join());`;
    const read = (from: string) =>
      execFileSync(process.execPath, ['-r', join(ROOT, 'tests/ts.js'), '-e', asked, from], {
        env: { ...process.env, SET: 'set before' },
        encoding: 'utf8',
      });
    expect(read(folder)).toBe('from file,set before');
    expect(read(join(folder, 'none'))).toBe(',set before');
  });
});

describe('the council’s file', () => {
  it('as it is in the repository can be read', () => {
    expect(readCouncil(ROOT, {})).toMatchObject({
      name: 'Skelderby Town Council',
      showNames: true,
      draftMinutes: 30,
      clerks: [{ name: 'Priya Shah' }],
      contacts: { emergency: '999' },
    });
  });

  it.each([
    ['an unknown setting', /^show_names:/mu, 'show_name:', 'show_names', 'Required'],
    ['a value of another kind', 'draft_minutes: 30', 'draft_minutes: soon', 'draft_minutes', 'Expected number'],
    ['too many minutes', 'draft_minutes: 30', 'draft_minutes: 300', 'draft_minutes', 'less than or equal to 240'],
    ['no minutes', 'draft_minutes: 30', 'draft_minutes: 0', 'draft_minutes', 'greater than or equal to 1'],
    ['an empty name', 'council: Skelderby Town Council', 'council: " "', 'council:', 'at least 1 character'],
    ['too long a name', 'assistant: Golden Rule', `assistant: ${'Gold '.repeat(8)}`, 'assistant:', 'at most 30'],
    ['an unknown tier', 'tier: town', 'tier: city', 'tier:', 'Invalid enum value'],
    [
      'a wrong e-mail address',
      'email: clerk@skelderby-tc.gov.uk\n  days',
      'email: clerk\n  days',
      'email:',
      'Invalid email',
    ],
    ['a clerk without id and e-mail', /^ {4}id: .*\n {4}email: .*\n/mu, '', '- name: Priya', 'needs an id or an email'],
    [
      'a contact too many',
      '  police:',
      '  plumber: Bob\n  police:',
      'contacts:',
      "Unrecognized key(s) in object: 'plumber'",
    ],
    ['a number that is no text', 'emergency: "999"', 'emergency: 999', 'emergency:', 'Expected string'],
  ])('with %s is refused with file, line and reason', (_, from, to, at, why) => {
    const number = at === 'show_names' ? 0 : lineOf(at);
    expect(() => readChanged(from, to)).toThrow(why);
    if (number > 0)
      expect(() => readChanged(from, to)).toThrow(new RegExp(`council\\.yaml, line (${number}|${number + 1}): `, 'u'));
    expect(() => readChanged(from, to)).toThrow(FILE);
  });

  it('with a contact missing is refused at the contacts', () => {
    expect(() => readChanged(/^ {2}samaritans: .*\n/mu, '')).toThrow(
      `${FILE}, line ${lineOf('  emergency:')}: contacts.samaritans: Required.`,
    );
  });

  it('that is not YAML is refused at the line', () => {
    expect(() => readChanged('tier: town', 'tier: "town')).toThrow(new RegExp(`^${escaped(FILE)}, line \\d+: `, 'u'));
  });

  it.each(['', '# nothing\n', 'just words\n', '[]\n'])('that holds no settings (%j) is refused', (text) => {
    writeFileSync(FILE, text);
    expect(() => readCouncil(ROOT, { COUNCIL_FILE: FILE })).toThrow(
      new RegExp(`^${escaped(FILE)}, line .+: the file: `, 'u'),
    );
  });

  it('that is not there is asked for', () => {
    const missing = join(folder, 'nowhere.yaml');
    expect(() => readCouncil(ROOT, { COUNCIL_FILE: missing })).toThrow(
      `${missing} is missing. Copy it from the repository and fill it in.`,
    );
    expect(() => readCouncil(folder, {})).toThrow(`${join(folder, 'config', 'council.yaml')} is missing.`);
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
