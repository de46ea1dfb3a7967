import { RECORDS_USAGE, readRecordsRequest } from '../src/records-request';

describe('what is typed behind "npm run records --"', () => {
  it.each([
    [
      ['export', '--person', 'Sam Hill', '--out', 'folder'],
      { kind: 'export-person', person: 'Sam Hill', out: 'folder', forAlternate: false },
    ],
    [
      ['export', '--case', 'c-0042', '--out', 'folder'],
      { kind: 'export-case', reference: 'C-0042', out: 'folder', forAlternate: false },
    ],
    [
      ['export', '--case', 'C-0042', '--out', 'f', '--for-alternate', '--tenant', 't'],
      { kind: 'export-case', reference: 'C-0042', out: 'f', forAlternate: true, tenant: 't' },
    ],
    [['erase', '--person', 'id-1'], { kind: 'erase', person: 'id-1', yes: false }],
    [['erase', '--person', 'id-1', '--yes'], { kind: 'erase', person: 'id-1', yes: true }],
    [
      ['hold', '--case', 'c-7', '--why', 'a request'],
      { kind: 'hold', action: 'held', reference: 'C-7', why: 'a request' },
    ],
    [
      ['release', '--case', 'C-0007', '--why', 'done'],
      { kind: 'hold', action: 'released', reference: 'C-0007', why: 'done' },
    ],
    [['retention', '--dry-run'], { kind: 'retention', dryRun: true }],
    [['retention'], { kind: 'retention', dryRun: false }],
  ])('%j is understood', (words, request) => expect(readRecordsRequest(words)).toEqual(request));

  it.each([
    [[]],
    [['export']],
    [['export', '--person', 'x']],
    [['erase']],
    [['hold', '--case', 'C-1']],
    [['release', '--why', 'x']],
    [['delete', '--person', 'x']],
    [['erase', '--person', 'x', '--now']],
    [['erase', '--person']],
  ])('%j is refused with what to type', (words) => {
    expect(() => readRecordsRequest(words)).toThrow(RECORDS_USAGE);
  });
});
