import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { type ServiceClientCredentials, ServiceClientCredentialsFactory } from 'botframework-connector';
import type { TeamsAuth } from './auth';

/** The SDK's source of tokens for what the bot sends. From the home tenant only: bots of the kind for many tenants can no longer be registered, and those of one tenant serve others too. */
export function credentialsFor(auth: TeamsAuth): ServiceClientCredentialsFactory {
  if (auth.kind === 'off') return new ConfigurationServiceClientCredentialFactory({});
  const one = { MicrosoftAppId: auth.appId, MicrosoftAppTenantId: auth.homeTenant };
  switch (auth.credentials.kind) {
    case 'secret':
      return new ConfigurationServiceClientCredentialFactory({
        ...one,
        MicrosoftAppType: 'SingleTenant',
        MicrosoftAppPassword: auth.credentials.secret,
      });
    case 'managed-identity':
      return new ConfigurationServiceClientCredentialFactory({ ...one, MicrosoftAppType: 'UserAssignedMSI' });
    case 'token':
      return new TokenFromElsewhere(auth.appId, auth.credentials.token);
  }
}

class TokenFromElsewhere extends ServiceClientCredentialsFactory {
  readonly #appId: string;
  readonly #token: () => Promise<string>;

  constructor(appId: string, token: () => Promise<string>) {
    super();
    this.#appId = appId;
    this.#token = token;
  }

  override async isValidAppId(appId: string): Promise<boolean> {
    return appId === this.#appId;
  }

  override async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }

  override async createCredentials(): Promise<ServiceClientCredentials> {
    return {
      signRequest: async (request) => {
        request.headers.set('authorization', `Bearer ${await this.#token()}`);
        return request;
      },
    };
  }
}
