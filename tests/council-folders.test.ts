import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../src/config';
import { temporaryFolder } from './adapters/storage/temporary-folder';

const ROOT = join(__dirname, '..');
const SKELDERBY = readFileSync(join(ROOT, 'config', 'council.yaml'), 'utf8');
const AMBER = '00000000-0000-4000-8000-0000000000a1';
const BRAY = '00000000-0000-4000-8000-0000000000b2';

const COUNCILS_DIR = join(temporaryFolder(), 'councils');
beforeEach(() => {
  rmSync(COUNCILS_DIR, { recursive: true, force: true });
  mkdirSync(COUNCILS_DIR);
});

/** Skelderby's file under another name and directory; a `tenant` of undefined leaves the line out. */
function writeCouncil(folder: string, tenant: string | undefined, changes: readonly [string, string][] = []): string {
  const file = join(COUNCILS_DIR, folder, 'council.yaml');
  mkdirSync(join(COUNCILS_DIR, folder), { recursive: true });
  const named = SKELDERBY.replace('Skelderby Town Council', `${folder} Council`);
  const text = changes.reduce((before, [from, to]) => before.replace(from, to), named);
  writeFileSync(file, tenant === undefined ? text : text.replace(/^assistant:/mu, `tenant: ${tenant}\nassistant:`));
  return file;
}

const read = (environment: object = {}) => readConfig(ROOT, { AUTH: 'off', COUNCILS_DIR, ...environment }).councils;

describe('a folder for each council', () => {
  it('gives each its name, its directory, its settings and the knowledge of the repository', () => {
    writeCouncil('bray', BRAY);
    writeCouncil('amber', AMBER.toUpperCase());
    expect(read()).toEqual([
      expect.objectContaining({ name: 'amber', tenant: AMBER, knowledge: join(ROOT, 'knowledge') }),
      expect.objectContaining({ name: 'bray', tenant: BRAY, knowledge: join(ROOT, 'knowledge') }),
    ]);
    expect(read().map(({ council }) => council.name)).toEqual(['amber Council', 'bray Council']);
  });

  it('may hold knowledge of its own', () => {
    writeCouncil('amber', AMBER);
    mkdirSync(join(COUNCILS_DIR, 'amber', 'knowledge'));
    expect(read()[0]?.knowledge).toBe(join(COUNCILS_DIR, 'amber', 'knowledge'));
  });

  it('gives each a policy page of its own', () => {
    writeCouncil('amber', AMBER);
    const PUBLIC_URL = 'https://golden-rule.example.gov.uk';
    expect(read({ PUBLIC_URL })[0]?.council.policyUrl).toBe('https://golden-rule.example.gov.uk/policy/amber');
  });

  it('is no setting of the council: what is told of one does not hold its directory', () => {
    writeCouncil('amber', AMBER);
    expect(JSON.stringify(read()[0]?.council)).not.toContain(AMBER);
  });

  it('is overlooked where it begins with a dot, and so is a file', () => {
    writeCouncil('amber', AMBER);
    mkdirSync(join(COUNCILS_DIR, '..data'));
    writeFileSync(join(COUNCILS_DIR, 'README.md'), 'notes');
    expect(read()).toHaveLength(1);
  });

  it('needs the directory’s id', () => {
    const file = writeCouncil('amber', undefined);
    expect(read).toThrow(/council\.yaml, line \d+: tenant: is missing\. Write the id of the council’s directory/u);
    expect(read).toThrow(file);
  });

  it('needs an id that can be one', () => {
    const file = writeCouncil('amber', 'skelderby');
    const line = readFileSync(file, 'utf8').split('\n').indexOf('tenant: skelderby') + 1;
    expect(read).toThrow(`${file}, line ${line}: tenant: is not the id of a directory`);
  });

  it('may not have the directory of another', () => {
    writeCouncil('amber', AMBER);
    const file = writeCouncil('bray', AMBER.toUpperCase());
    const line = readFileSync(file, 'utf8').split('\n').indexOf(`tenant: ${AMBER.toUpperCase()}`) + 1;
    expect(read).toThrow(`${file}, line ${line}: tenant: is the directory of "amber" too.`);
  });

  it('whose file cannot be read stops the start, however good the others are', () => {
    writeCouncil('amber', AMBER);
    const file = writeCouncil('bray', BRAY, [['tier: town', 'tier: city']]);
    const line = SKELDERBY.slice(0, SKELDERBY.indexOf('tier:')).split('\n').length + 1;
    expect(read).toThrow(`${file}, line ${line}: tier: Invalid enum value`);
  });

  it('without a file stops the start', () => {
    writeCouncil('amber', AMBER);
    mkdirSync(join(COUNCILS_DIR, 'bray'));
    expect(read).toThrow(`${join(COUNCILS_DIR, 'bray', 'council.yaml')} is missing.`);
  });

  it.each(['Amber', 'little sutton', 'a_b', '-a', 'a-', 'é'])('may not be called "%s"', (name) => {
    writeCouncil(name, AMBER);
    expect(read).toThrow(`${join(COUNCILS_DIR, name)}: the name stands in web addresses.`);
  });
});

describe('the folder of the councils', () => {
  it('may not be empty', () => {
    expect(read).toThrow(`${COUNCILS_DIR} holds no council.`);
  });

  it.each(['nowhere', 'file'])('may not be %s', (name) => {
    writeFileSync(join(COUNCILS_DIR, 'file'), '');
    const named = join(COUNCILS_DIR, name);
    expect(() => read({ COUNCILS_DIR: named })).toThrow(`${named} is no folder.`);
  });

  it('may not be there together with the file of one council', () => {
    writeCouncil('amber', AMBER);
    expect(() => read({ COUNCIL_FILE: 'council.yaml' })).toThrow('Remove one of the two.');
  });

  it('is looked for beside the settings of one council', () => {
    const root = join(COUNCILS_DIR, 'root');
    mkdirSync(join(root, 'config', 'councils', 'amber'), { recursive: true });
    writeFileSync(join(root, 'config', 'councils', 'amber', 'council.yaml'), `tenant: ${AMBER}\n${SKELDERBY}`);
    expect(readConfig(root, { AUTH: 'off', COUNCILS_DIR: '' }).councils).toMatchObject([{ name: 'amber' }]);
  });
});

describe('one council alone', () => {
  const file = () => writeCouncil('amber', AMBER);

  it('is known by the directory in its file where nothing else names one', () => {
    expect(readConfig(ROOT, { AUTH: 'off', COUNCIL_FILE: file() }).councils).toMatchObject([{ tenant: AMBER }]);
  });

  it('may have the same directory in both places', () => {
    const TENANT_ID = AMBER.toUpperCase();
    expect(readConfig(ROOT, { AUTH: 'off', COUNCIL_FILE: file(), TENANT_ID }).councils).toHaveLength(1);
  });

  it('may not have two directories', () => {
    expect(() => readConfig(ROOT, { AUTH: 'off', COUNCIL_FILE: file(), TENANT_ID: BRAY })).toThrow(
      'tenant: is not TENANT_ID. Remove one of the two.',
    );
  });
});
