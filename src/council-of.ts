import type { ConfiguredCouncil } from './config';

/**
 * Which council a directory belongs to; undefined for one that is not served. A council without a name stands alone and serves everybody
 * who is let in: the way in has looked at the directory already, and without sign-in there may be none.
 */
export function createCouncilOf<Council extends Pick<ConfiguredCouncil, 'name' | 'tenant'>>(
  councils: readonly Council[],
): (tenant: string) => Council | undefined {
  const alone = councils.find(({ name }) => name === undefined);
  const byTenant = new Map(councils.map((council) => [council.tenant, council]));
  return (tenant) => alone ?? byTenant.get(tenant);
}
