import type { Case } from '../core/cases/case';
import type { Press } from '../core/model';
import type { Surroundings, Visit } from './surroundings';

/** Typed commands have no version. */
type Pressed = { readonly version?: string; readonly surface?: Press['surface'] };

/** The service did not tell where a card was posted, but somebody presses it: from now on it is kept up to date. */
export async function adoptCard(
  { address }: Visit,
  { tenant, id }: Case,
  { version, surface, store }: Pressed & Pick<Surroundings, 'store'>,
): Promise<void> {
  if (version === undefined || surface === 'dialog') return;
  if ((await store.cases.postOf(tenant, id)) === undefined) await store.cases.adoptPost(tenant, id, address);
}
