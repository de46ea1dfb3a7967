import { chosenCouncil } from '../src/chosen-council';
import { SKELDERBY } from './contract/rig/council';

const CARRICK = { ...SKELDERBY, name: 'carrick', tenant: 'tenant-2' };
const THORNWICK = { ...SKELDERBY, name: 'thornwick', tenant: 'tenant-3' };

it.each<[string, readonly (typeof SKELDERBY)[], string | undefined, string | undefined]>([
  ['the only one, when none is named', [SKELDERBY], undefined, SKELDERBY.tenant],
  ['the only one, by its directory', [SKELDERBY], SKELDERBY.tenant, SKELDERBY.tenant],
  ['the only one, whose directory is only named', [{ ...SKELDERBY, tenant: undefined }], 'tenant-9', 'tenant-9'],
  ['one of several, by its directory', [CARRICK, THORNWICK], 'tenant-3', 'tenant-3'],
  ['one of several, by its folder', [CARRICK, THORNWICK], 'carrick', 'tenant-2'],
])('is %s', async (_, councils, wanted, tenant) => {
  expect((await chosenCouncil(councils, wanted)).tenant).toBe(tenant);
});

it.each<[string, readonly (typeof SKELDERBY)[], string | undefined]>([
  ['none of several is named', [CARRICK, THORNWICK], undefined],
  ['the one that is named is not there', [CARRICK, THORNWICK], 'tenant-1'],
  ['the only one has no directory', [{ ...SKELDERBY, tenant: undefined }], undefined],
])('is not known when %s', async (_, councils, wanted) => {
  await expect(chosenCouncil(councils, wanted)).rejects.toThrow('It is not known which council is meant.');
});
