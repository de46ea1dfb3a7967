import type { Guidance } from '../core/guidance/guidance';
import type { Store } from './ports';

/** Every version of every saved answer of a council. */
export async function walkGuidance(
  tenant: string,
  { guidance }: Pick<Store, 'guidance'>,
  see: (version: Guidance) => void,
): Promise<void> {
  for (const { id } of await guidance.list(tenant)) for (const one of await guidance.history(tenant, id)) see(one);
}
