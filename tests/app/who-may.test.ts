import { openStore } from '../../src/adapters/storage/open-store';
import type { Store } from '../../src/app/ports';
import { CASES, createMatrix, EVERYBODY, TRIES, type WhichCase } from './who-may';

const PRESSED = Object.keys(TRIES).filter((what) => /^press [a-z_]+$/u.test(what));
const TYPED = PRESSED.map((what) => what.replace('press', 'type').replaceAll('_', ' '));
const DESK = [
  ...PRESSED,
  ...TYPED,
  'press case.open',
  'type open CASE',
  'type hold CASE a reason',
  'type release CASE a reason',
];
const LOG = 'type log CASE';
const MINE = [
  'press case.more',
  'press case.close',
  'press case.withdraw',
  'press case.reopen',
  'type add CASE and more',
  'type cancel CASE',
  'type close',
  'type reopen',
];

/** A hold and its end are told in one line without words. Everything else shows the case, and opening it is noted in it. */
const SHOWS_NOTHING = ['type hold CASE a reason', 'type release CASE a reason'];
/** Another clerk has the case. */
const HOLDER_ONLY = ['press hand_back', 'type hand back'];
/** A question about the clerk goes to no clerk. */
const PASSES = ['press pass', 'type pass'];

type Allowed = { readonly [who: string]: { readonly [which in WhichCase]?: readonly string[] } };

/** Whom a case may be shown to, and by what. `forget me` and `my data all` name no case, so they act whichever is named. */
const SEES: Allowed = {
  'the one who asked': {
    'to the clerk': ['type status CASE', 'type my data all', ...MINE],
    'about the clerk': ['type status CASE', 'type my data all', ...MINE],
    'that does not exist': ['type my data all'],
  },
  'the clerk': { 'to the clerk': [...without(DESK, SHOWS_NOTHING), LOG] },
  'the deputy': { 'to the clerk': [...without(DESK, SHOWS_NOTHING), LOG] },
  'the alternate': { 'about the clerk': [...without(DESK, SHOWS_NOTHING), LOG] },
};

const CHANGES: Allowed = {
  'the one who asked': {
    'to the clerk': [...MINE, 'type forget me yes'],
    'about the clerk': [...MINE, 'type forget me yes'],
    'that does not exist': ['type forget me yes'],
  },
  'the clerk': { 'to the clerk': DESK },
  'the deputy': { 'to the clerk': without(DESK, HOLDER_ONLY) },
  'the alternate': { 'about the clerk': without(DESK, PASSES) },
};

describe('who may do what with which case', () => {
  let store: Store;
  let tryIt: ReturnType<typeof createMatrix>;
  beforeAll(async () => {
    store = await openStore('file::memory:');
    tryIt = createMatrix(store);
  });
  afterAll(() => store.close());

  it.each(Object.keys(EVERYBODY))('%s sees and changes exactly what the table says', async (who) => {
    const seen: string[] = [];
    const changed: string[] = [];
    for (const which of CASES)
      for (const what of Object.keys(TRIES)) {
        const { sees, changes } = await tryIt(who, what, which);
        if (sees) seen.push(`${which}: ${what}`);
        if (changes) changed.push(`${which}: ${what}`);
      }
    expect(seen.toSorted()).toEqual(cellsOf(SEES, who));
    expect(changed.toSorted()).toEqual(cellsOf(CHANGES, who));
  });
});

function cellsOf(table: Allowed, who: string): readonly string[] {
  const cells = Object.entries(table[who] ?? {}).flatMap(([which, tries]) => tries.map((what) => `${which}: ${what}`));
  return cells.toSorted();
}

function without(all: readonly string[], these: readonly string[]): readonly string[] {
  return all.filter((one) => !these.includes(one));
}
