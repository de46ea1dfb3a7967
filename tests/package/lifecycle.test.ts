import { existsSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { load } from 'js-yaml';
import { placeholdersIn } from './placeholders';
import { pathOf, textOf } from './repository';

type Step = {
  readonly uses: string;
  readonly with: { readonly [name: string]: unknown };
  readonly writeToEnvironmentFile?: { readonly [output: string]: string };
};
type Stage = 'provision' | 'deploy' | 'publish';
type Lifecycle = { readonly [stage in Stage]?: readonly Step[] } & {
  readonly version: string;
  readonly environmentFolderPath: string;
};

const stages: readonly Stage[] = ['provision', 'deploy', 'publish'];

/** The actions of the lifecycle schema v1.11 that a bot can use, and what each must be given. */
const actions: { readonly [uses: string]: readonly string[] } = {
  'teamsApp/create': ['name'],
  'teamsApp/validateManifest': ['manifestPath'],
  'teamsApp/zipAppPackage': ['manifestPath', 'outputZipPath', 'outputFolder'],
  'teamsApp/validateAppPackage': ['appPackagePath'],
  'teamsApp/update': ['appPackagePath'],
  'teamsApp/publishAppPackage': ['appPackagePath'],
  'aadApp/create': ['name', 'generateClientSecret', 'signInAudience'],
  'botFramework/create': ['botId', 'name', 'messagingEndpoint', 'channels'],
  'arm/deploy': ['subscriptionId', 'resourceGroupName', 'templates'],
  'azureAppService/zipDeploy': ['artifactFolder', 'resourceId'],
  'cli/runNpmCommand': ['args'],
  'file/createOrUpdateEnvironmentFile': ['target', 'envs'],
  'devTool/install': ['testTool'],
};

describe.each([
  ['teamsapp.yml', ['env/.env.dev.example'], ['appPackage/manifest.json', 'infra/azure.parameters.json']],
  ['teamsapp.local.yml', ['env/.env.local.example', 'env/.env.local.user.example'], ['appPackage/manifest.json']],
  ['teamsapp.testtool.yml', ['env/.env.testtool.example'], []],
])('%s', (file, environments, alsoFilledIn) => {
  const lifecycle = load(textOf(file)) as Lifecycle;
  const steps = stages.flatMap((stage) => lifecycle[stage] ?? []);
  const names = environments.flatMap((environment) => Object.keys(parseEnv(textOf(environment))));

  it('is written for the schema of the official templates', () => {
    expect(lifecycle.version).toBe('v1.11');
    expect(textOf(file).split('\n')[0]).toContain('m365-agents-toolkits/v1.11/yaml.schema.json');
    expect(lifecycle.environmentFolderPath).toBe('./env');
  });

  it('has no stage that is unknown or empty', () => {
    const found = Object.entries(lifecycle).filter(([key]) => !['version', 'environmentFolderPath'].includes(key));
    expect(stages).toEqual(expect.arrayContaining(found.map(([key]) => key)));
    expect(found.every(([, steps]) => Array.isArray(steps) && steps.length > 0)).toBe(true);
  });

  it.each(steps.map((step) => [step.uses, step]))('gives %s what it needs', (uses, step) => {
    expect(Object.keys(actions)).toContain(uses);
    expect(Object.keys(step.with)).toEqual(expect.arrayContaining([...(actions[uses] ?? [])]));
  });

  it('names no file that is missing', () => {
    const mentioned = steps.flatMap((step) => pathsIn(step.with));
    expect(mentioned.filter((path) => !existsSync(pathOf(path)))).toEqual([]);
  });

  it('uses only variables that its example environment explains', () => {
    const used = [file, ...alsoFilledIn].flatMap((each) => placeholdersIn(textOf(each)));
    expect(used.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('writes only variables that its example environment explains', () => {
    const written = steps.flatMap((step) => Object.values(step.writeToEnvironmentFile ?? {}));
    expect(written.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('has no secret in an environment file that is not for one person', () =>
    expect(
      environments
        .filter((environment) => !environment.includes('.user.'))
        .flatMap((environment) => Object.keys(parseEnv(textOf(environment))))
        .filter((name) => name.startsWith('SECRET_')),
    ).toEqual([]));
});

it('sends neither secrets nor cases to Azure', () => {
  const ignored = textOf('infra/.webappignore').split('\n');
  expect(ignored).toEqual(expect.arrayContaining(['.env', '.env.*', '/env/', '/data/']));
});

it('sends everything that the assistant reads when it starts', () => {
  const ignored = textOf('infra/.webappignore').split('\n');
  const needed = ['dist', 'cards', 'knowledge', 'config', 'node_modules', 'package.json'];
  expect(needed.filter((name) => ignored.some((line) => line.replaceAll('/', '') === name))).toEqual([]);
});

it('gives back from Azure the variables that the package needs', () => {
  const outputs = [...textOf('infra/azure.bicep').matchAll(/^output (\w+)/gmu)].map(([, name]) => name);
  expect(outputs).toEqual(expect.arrayContaining(['BOT_ID', 'BOT_DOMAIN', 'AZURE_APP_SERVICE_RESOURCE_ID']));
});

it('runs one copy in Azure, with its store away from the network share', () => {
  const template = textOf('infra/azure.bicep');
  expect(template).toMatch(/capacity: 1$/mu);
  expect(template).toMatch(/name: 'STORE_URL', value: 'file:\/\/\/(?!home)/u);
});

/** Files of the repository that an action reads; what it makes lies in folders that do not exist yet. */
function pathsIn(given: unknown): readonly string[] {
  if (typeof given === 'string') return /^\.\/(?:appPackage\/(?!build)|infra\/)/u.test(given) ? [given] : [];
  return given && typeof given === 'object' ? Object.values(given).flatMap(pathsIn) : [];
}
