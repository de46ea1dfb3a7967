import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCouncil } from '../src/config';
import { type LoadedCouncil, loadCouncils } from '../src/load-councils';
import { temporaryFolder } from './adapters/storage/temporary-folder';
import { writeFiles, writeWholeKnowledge } from './fitting-knowledge';

const ROOT = join(__dirname, '..');
const council = readCouncil(ROOT, {});
const folder = temporaryFolder();

const writeKnowledge = (name: string) => writeWholeKnowledge(join(folder, name));

describe('councils that use one folder of knowledge', () => {
  const knowledge = writeKnowledge('shared');
  const contacts = { ...council.contacts, safeguarding: 'Jo on 01632 960 555' };
  let [first, second, third]: readonly LoadedCouncil[] = [];
  beforeAll(async () => {
    [first, second, third] = await loadCouncils([
      { name: 'amber', tenant: 'a', council, knowledge },
      { name: 'bray', tenant: 'b', council: { ...council, contacts }, knowledge },
      { name: 'crail', tenant: 'c', council, knowledge: writeKnowledge('own') },
    ]);
  });

  it('share what was read and built from it', () => {
    expect(second?.understanding).toBe(first?.understanding);
    expect(second?.speaker.knowledge.policy).toBe(first?.speaker.knowledge.policy);
  });

  it('have each their own numbers in the words for danger', () => {
    expect(JSON.stringify(second?.speaker.knowledge.urgent)).toContain('Jo on 01632 960 555');
    expect(JSON.stringify(first?.speaker.knowledge.urgent)).not.toContain('Jo on 01632 960 555');
  });

  it('share nothing with one that has a folder of its own, though its words are the same', () => {
    expect(third?.understanding).not.toBe(first?.understanding);
    expect(third?.speaker.knowledge.policy).not.toBe(first?.speaker.knowledge.policy);
  });
});

describe('a council whose knowledge does not fit', () => {
  it('is named where the fault is in how its settings and its knowledge fit together', async () => {
    const knowledge = writeKnowledge('unfitting');
    const urgent = readFileSync(join(knowledge, 'urgent.yaml'), 'utf8').replace(
      /^( {2}first: .*)$/mu,
      '$1 {coastguard}',
    );
    writeFiles(knowledge, { 'urgent.yaml': urgent });
    const line = urgent.slice(0, urgent.indexOf('{coastguard}')).split('\n').length;
    const load = (name?: string) => loadCouncils([{ ...(name && { name }), tenant: 'b', council, knowledge }]);
    const sentence = `${join(knowledge, 'urgent.yaml')}, line ${line}: `;
    await expect(load('bray')).rejects.toThrow(`The council "bray" cannot use its knowledge. ${sentence}`);
    await expect(load()).rejects.toThrow(new RegExp(`^${sentence.replace(/[.\\/]/gu, '\\$&')}`, 'u'));
  });

  it('lets none start, however well the others fit', async () => {
    const knowledge = writeKnowledge('broken');
    writeFiles(knowledge, { 'passages.yaml': 'nothing' });
    const fitting = { name: 'amber', tenant: 'a', council, knowledge: writeKnowledge('fitting') };
    await expect(loadCouncils([fitting, { ...fitting, name: 'bray', knowledge }])).rejects.toThrow(
      `${join(knowledge, 'passages.yaml')}, line 1: `,
    );
  });
});
