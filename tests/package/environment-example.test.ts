import { parseEnv } from 'node:util';
import { readConfig } from '../../src/config';
import { pathOf, textOf } from './repository';

const root = pathOf('.');
const example = textOf('.env.example');
const asItStands = parseEnv(example);
const filledIn = { ...asItStands, CLIENT_ID: 'client', TENANT_ID: 'tenant' };
const everything = parseEnv(example.replaceAll(/^# (?=[A-Z_]+=)/gmu, ''));

it('lists every setting', () =>
  expect(Object.keys(everything).sort()).toEqual(
    [
      'AUTH',
      'CLIENT_ID',
      'CLIENT_SECRET',
      'COUNCILS_DIR',
      'HOST',
      'PORT',
      'PUBLIC_URL',
      'STORE_URL',
      'TENANT_ID',
    ].sort(),
  ));

it('explains every setting in the line above it', () => {
  const lines = example.split('\n');
  const bare = lines.filter(
    (line, at) => /^(?:# )?[A-Z_]+=/u.test(line) && !/^# [A-Z].*[a-z]/u.test(lines[at - 1] ?? ''),
  );
  expect(bare).toEqual([]);
});

it('cannot be used before it is filled in', () =>
  expect(() => readConfig(root, asItStands)).toThrow('CLIENT_ID and TENANT_ID are missing'));

it('starts the assistant once the ids are filled in', () =>
  expect(readConfig(root, filledIn)).toMatchObject({
    auth: { kind: 'on', clientId: 'client', tenantId: 'tenant' },
    host: '0.0.0.0',
    port: 3978,
    storeUrl: 'file:data/golden-rule.db',
  }));

it('takes an empty secret as none, for a managed identity', () =>
  expect(readConfig(root, filledIn).auth).not.toHaveProperty('clientSecret'));

it('listens on this machine only when sign-in is off', () =>
  expect(readConfig(root, { ...everything, COUNCILS_DIR: '' })).toMatchObject({
    auth: { kind: 'off' },
    host: '127.0.0.1',
  }));
