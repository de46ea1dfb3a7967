import type { ConfiguredCouncil } from './config';
import { type LoadedCouncil, loadCouncils } from './load-councils';

/**
 * The council that a command is about: the only one, or the one whose directory or folder is named. Rejects with a sentence when it is not
 * known which is meant.
 */
export async function chosenCouncil(
  councils: readonly ConfiguredCouncil[],
  wanted: string | undefined,
): Promise<LoadedCouncil & { readonly tenant: string }> {
  const chosen =
    wanted === undefined && councils.length === 1
      ? councils[0]
      : councils.find(({ name, tenant }) => wanted !== undefined && (tenant === wanted || name === wanted));
  const tenant = chosen?.tenant ?? (councils.length === 1 ? wanted : undefined);
  const [loaded] = await loadCouncils(chosen ? [chosen] : councils.length === 1 ? councils : []);
  if (!loaded || tenant === undefined)
    throw new Error('It is not known which council is meant. Add --tenant and the id of its directory.');
  return { ...loaded, tenant };
}
