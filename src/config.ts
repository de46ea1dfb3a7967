import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Council } from './core/council';
import { councilFolders } from './council-folders';
import { days, officeSettings, week } from './office-settings';
import { readPublicUrl } from './read-public-url';
import { readSignIn, type SignIn } from './read-sign-in';
import { readPlainYaml } from './read-yaml';
import { recordSettings } from './record-settings';

export type Config = {
  readonly auth: SignIn;
  readonly host: string;
  readonly port: number;
  /** The origin at which the assistant can be reached: https, or http on this machine; no path and no "/" behind it. */
  readonly publicUrl?: string;
  readonly storeUrl: string;
  /** Every council that is served: one without a name, or those with a folder each. */
  readonly councils: readonly ConfiguredCouncil[];
};

export type ConfiguredCouncil = {
  /** The name of its folder, as it stands in the address of its policy page. */
  readonly name?: string;
  /** Its Microsoft 365 directory, told of every message; unknown only to a council that stands alone without sign-in. */
  readonly tenant?: string;
  readonly council: Council;
  /** The folder of what it knows. */
  readonly knowledge: string;
};

type Environment = { readonly [name: string]: string | undefined };

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Reads `.env` and the files of the councils below `root`. Throws one sentence that says what is wrong and what to do. */
export function readConfig(root: string, environment: Environment): Config {
  const auth = readSignIn(environment);
  const host = environment.HOST || (auth.kind === 'off' ? '127.0.0.1' : '0.0.0.0');
  if (auth.kind === 'off' && !LOOPBACK.has(host))
    throw new Error(
      `AUTH=off lets anybody in, so HOST must be 127.0.0.1, not ${host}. Remove AUTH=off to listen elsewhere.`,
    );
  const publicUrl = environment.PUBLIC_URL ? readPublicUrl(environment.PUBLIC_URL) : undefined;
  return {
    auth,
    host,
    port: readPort(environment.PORT || '3978'),
    ...(publicUrl && { publicUrl }),
    storeUrl: readStoreUrl(environment),
    councils: readCouncils(root, environment, publicUrl && `${publicUrl}/policy`),
  };
}

/** Puts the settings of a `.env` file into `process.env`; what is set already stays. */
export function loadEnvironment(root: string): Environment {
  const file = join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  return process.env;
}

/** Where everything is kept, as an address; a file beside the program when nothing is set. */
export function readStoreUrl({ STORE_URL }: Environment): string {
  return STORE_URL || 'file:data/golden-rule.db';
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`PORT is "${text}". It must be a whole number from 0 to 65535.`);
}

/** The councils that are served: one, or those of the folder. Throws a sentence with the file and the line. */
export function readCouncils(root: string, environment: Environment, policyUrl?: string): readonly ConfiguredCouncil[] {
  const folders = councilFolders(root, environment);
  if (!folders) return [readOnly(root, environment, policyUrl)];
  const served = new Map<string, string>();
  return folders.map(({ name, file, knowledge }) => {
    const read = readCouncilFile(file, inFolder(served));
    served.set(read.tenant, name);
    const council = { ...councilIn(read), ...(policyUrl && { policyUrl: `${policyUrl}/${name}` }) };
    return { name, tenant: read.tenant, council, knowledge };
  });
}

/** The council of a deployment that serves no other. */
function readOnly(root: string, environment: Environment, policyUrl?: string): ConfiguredCouncil {
  const read = readCouncilFile(councilFileOf(root, environment), withTenant(environment.TENANT_ID));
  const tenant = environment.TENANT_ID || read.tenant;
  return {
    ...(tenant && { tenant }),
    council: { ...councilIn(read), ...(policyUrl && { policyUrl }) },
    knowledge: join(root, 'knowledge'),
  };
}

const words = z.string().trim().min(1);
const directoryId = z
  .string({ required_error: 'is missing. Write the id of the council’s directory (tenant) there' })
  .trim()
  .toLowerCase()
  .uuid('is not the id of a directory, such as 00000000-0000-4000-8000-000000000000');
const councilFile = z
  .object({
    council: words,
    tenant: directoryId.optional(),
    assistant: words.max(30),
    tier: z.enum(['parish', 'town', 'district', 'county', 'unitary']),
    clerk: z.object({ name: words, title: words, phone: words, email: words.email(), days: words }).strict(),
    clerks: z
      .array(
        z
          .object({
            name: words,
            id: words.optional(),
            email: words.email().optional(),
            deputy: z.boolean().optional(),
            hours: week.optional(),
            leave: z.array(days).optional(),
          })
          .strict()
          .refine((clerk) => clerk.id ?? clerk.email, 'needs an id or an email'),
      )
      .min(1),
    alternate: z
      .object({ name: words, title: words, email: words.email(), phone: words.optional(), id: words.optional() })
      .strict()
      .optional(),
    contacts: z
      .object({
        emergency: words,
        police: words,
        silent: words,
        deaf: words,
        samaritans: words,
        safeguarding: words,
        standards: words,
        reviewed: words,
      })
      .strict(),
    show_names: z.boolean(),
    draft_minutes: z.number().int().min(1).max(240),
    public_numbers: z.array(words.regex(/^\+?[\d ()-]{3,20}$/u, 'is not a telephone number. Put it in quotes')),
    domains: z.array(
      words.regex(/^[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,5}$/u, 'is not a domain such as example.gov.uk'),
    ),
    venues: z.array(words).default([]),
    office_holders: z.array(z.object({ name: words, office: words }).strict()).default([]),
    elections: z.array(days).default([]),
    incident: z.boolean().default(false),
    office: officeSettings,
    records: recordSettings,
  })
  .strict();
type CouncilFile = z.infer<typeof councilFile>;

/** In a folder of its own a council must say whose it is, and no other may be the same. */
function inFolder(served: ReadonlyMap<string, string>) {
  const tenant = directoryId.superRefine((id, context) => {
    const other = served.get(id);
    if (other === undefined) return;
    context.addIssue({ code: 'custom', message: `is the directory of "${other}" too. Each council has its own` });
  });
  return councilFile.extend({ tenant });
}

function withTenant(expected: string | undefined) {
  const tenant = directoryId
    .optional()
    .refine((id) => !id || !expected || id === expected.toLowerCase(), 'is not TENANT_ID. Remove one of the two');
  return councilFile.extend({ tenant });
}

/** Reads `config/council.yaml`, or the file that COUNCIL_FILE names. Throws a sentence with the file and the line. */
export function readCouncil(root: string, environment: Environment): Council {
  return councilIn(readCouncilFile(councilFileOf(root, environment), councilFile));
}

/** The file of the one council that is served, or that is talked to in a terminal. */
export function councilFileOf(root: string, environment: Environment): string {
  return environment.COUNCIL_FILE || join(root, 'config', 'council.yaml');
}

function readCouncilFile<File>(file: string, shape: z.ZodType<File, z.ZodTypeDef, unknown>): File {
  if (!existsSync(file)) throw new Error(`${file} is missing. Copy it from the repository and fill it in.`);
  const { value, error } = readPlainYaml(file);
  const read = shape.safeParse(value);
  if (read.success) return read.data;
  const { path = [], message = '' } = read.error.issues[0] ?? {};
  throw error(path, `${path.join('.') || 'the file'}: ${message}.`);
}

function councilIn(file: CouncilFile): Council {
  const { council: name, show_names: showNames, draft_minutes: draftMinutes, ...rest } = file;
  const { tier: _tier, tenant: _tenant, public_numbers: publicNumbers, office_holders: officeHolders, ...same } = rest;
  return { name, showNames, draftMinutes, publicNumbers, officeHolders, ...same };
}
