import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { knowledgeBeside } from './knowledge-beside';

/** A council's folder: its name, its settings, and the knowledge it uses. */
export type CouncilFolder = { readonly name: string; readonly file: string; readonly knowledge: string };

/**
 * The folders below `config/councils`, or below the folder that COUNCILS_DIR names; undefined where there is no such folder and one
 * council is served. A council without a folder `knowledge` of its own uses the one below `root`. Throws a sentence for what cannot be.
 */
export function councilFolders(
  root: string,
  environment: { readonly [name: string]: string | undefined },
): readonly CouncilFolder[] | undefined {
  const { COUNCILS_DIR, COUNCIL_FILE } = environment;
  const parent = COUNCILS_DIR || join(root, 'config', 'councils');
  if (!COUNCILS_DIR && !existsSync(parent)) return undefined;
  if (!isFolder(parent))
    throw new Error(`${parent} is no folder. Put a folder for each council there, or remove COUNCILS_DIR.`);
  if (COUNCIL_FILE)
    throw new Error(`COUNCIL_FILE is for one council, but ${parent} is there for several. Remove one of the two.`);
  const names = readdirSync(parent).filter((name) => !name.startsWith('.') && isFolder(join(parent, name)));
  if (names.length === 0)
    throw new Error(`${parent} holds no council. Put a folder for each council there, or remove it to serve one.`);
  return names.sort().map((name) => {
    refuseOddName(name, parent);
    const file = join(parent, name, 'council.yaml');
    return { name, file, knowledge: knowledgeBeside(file, root) };
  });
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** The name stands in the address of the policy page. */
function refuseOddName(name: string, parent: string): void {
  if (/^[a-z\d](?:[a-z\d-]{0,60}[a-z\d])?$/u.test(name)) return;
  throw new Error(
    `${join(parent, name)}: the name stands in web addresses. Use only small letters, figures and hyphens, such as little-sutton.`,
  );
}
