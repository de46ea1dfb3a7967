import { textOf } from './repository';

export type MenuEntry = {
  readonly title: string;
  readonly description: string;
  readonly type?: 'basic' | 'prompt';
  readonly prompt?: string;
};

export type CommandList = {
  readonly scopes: readonly string[];
  readonly triggers?: readonly string[];
  readonly commands: readonly MenuEntry[];
};

export type Manifest = {
  readonly manifestVersion: string;
  readonly id: string;
  readonly icons: { readonly color: string; readonly outline: string };
  readonly name: { readonly short: string; readonly full: string };
  readonly description: { readonly short: string; readonly full: string };
  readonly accentColor: string;
  readonly supportsChannelFeatures: string;
  readonly staticTabs?: readonly object[];
  readonly authorization?: object;
  readonly webApplicationInfo?: object;
  readonly validDomains: readonly string[];
  readonly bots: readonly [
    {
      readonly scopes: readonly string[];
      readonly supportsTargetedMessages: boolean;
      readonly commandLists: readonly CommandList[];
    },
  ];
  readonly composeExtensions: readonly [
    {
      readonly commands: readonly [
        { readonly id: string; readonly title: string },
        { readonly id: string; readonly title: string; readonly parameters: readonly { readonly name: string }[] },
      ];
    },
  ];
};

const values: { readonly [name: string]: string } = {
  TEAMS_APP_ID: '00000000-0000-4000-8000-000000000041',
  BOT_ID: '00000000-0000-4000-8000-000000000042',
  BOT_DOMAIN: 'golden-rule.example.gov.uk',
  WEBSITE_URL: 'https://council.example',
  PRIVACY_URL: 'https://council.example/privacy',
  TERMS_URL: 'https://council.example/terms',
};

/** The manifest with its placeholders filled in, as it would go into the package. A placeholder that has no value stays. */
export function filledManifest(): Manifest {
  const text = textOf('appPackage/manifest.json');
  return JSON.parse(text.replace(/\$\{\{(\w+)\}\}/gu, (placeholder, name: string) => values[name] ?? placeholder));
}
