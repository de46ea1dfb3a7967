import type { Case } from '../core/cases/case';
import type { Store } from './ports';

const PAGE = 200;

/** Shows every case of a council, some at a time, in the order of the references. */
export async function walkCases(
  tenant: string,
  { records }: Pick<Store, 'records'>,
  see: (one: Case) => void,
): Promise<void> {
  let after = '';
  for (;;) {
    const page = await records.page(tenant, after, PAGE);
    for (const one of page) see(one);
    const last = page.at(-1);
    if (!last) return;
    after = last.reference;
  }
}
