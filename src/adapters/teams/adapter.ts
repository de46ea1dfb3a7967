import type { Pipeline } from '@azure/core-rest-pipeline';
import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  type ClaimsIdentity,
  type ConnectorClient,
  type ConnectorFactory,
  ToBotFromBotOrEmulatorTokenValidationParameters,
} from 'botframework-connector';
import { BOT_CONNECTOR, type TeamsAuth } from './auth';
import { credentialsFor } from './credentials';
import type { Inbound } from './inbound';

/** How a turn ended: what to answer over HTTP, or that the SDK did not accept the token. */
export type TurnEnd =
  | { readonly kind: 'done'; readonly status: number; readonly body?: unknown }
  | { readonly kind: 'unauthorised' };

/** Bot Framework's adapter with its known faults mended. The classes here exist because the SDK is extended by inheritance. */
export class TeamsAdapter extends CloudAdapter {
  readonly #appId: string;

  constructor(auth: TeamsAuth, deadlineMs: number) {
    stopIssuerListGrowing();
    super(new TunedAuthentication(auth, deadlineMs));
    this.#appId = auth.kind === 'on' ? auth.appId : '';
  }

  /** Runs one turn. Never answers with the text of an error, unlike `process`. @throws what `onTurnError` throws. */
  async take(
    authorization: string,
    inbound: Inbound,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<TurnEnd> {
    const activity = inbound as object as Activity;
    const identity = await this.#identify(authorization, activity);
    if (!identity) return { kind: 'unauthorised' };
    const response = await this.processActivity(identity, activity, logic);
    return { kind: 'done', status: response?.status ?? 200, body: response?.body };
  }

  /** A client for the Bot Connector at an address that an activity named. */
  async connectorFor(serviceUrl: string): Promise<ConnectorClient> {
    const identity = this.createClaimsIdentity(this.#appId);
    const audience = AuthenticationConstants.ToChannelFromBotOAuthScope;
    return this.botFrameworkAuthentication.createConnectorFactory(identity).create(serviceUrl, audience);
  }

  async #identify(authorization: string, activity: Activity): Promise<AuthenticateRequestResult | undefined> {
    try {
      return await this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
    } catch {
      return undefined;
    }
  }
}

/** The SDK's authentication, whose clients send a request once and give up after `deadlineMs`. */
class TunedAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #deadlineMs: number;

  constructor(auth: TeamsAuth, deadlineMs: number) {
    super(auth.kind === 'off' ? {} : settingsFor(auth), credentialsFor(auth));
    this.#deadlineMs = deadlineMs;
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return tuned(super.createConnectorFactory(identity), this.#deadlineMs);
  }

  override async authenticateRequest(activity: Activity, authorization: string): Promise<AuthenticateRequestResult> {
    const result = await super.authenticateRequest(activity, authorization);
    const factory = result.connectorFactory;
    return factory ? { ...result, connectorFactory: tuned(factory, this.#deadlineMs) } : result;
  }
}

/** The SDK wants every address as soon as one of them is set. */
function settingsFor(auth: Extract<TeamsAuth, { kind: 'on' }>) {
  const { issuer, openIdUrl } = auth.source ?? BOT_CONNECTOR;
  return {
    ToBotFromChannelTokenIssuer: issuer,
    ToBotFromChannelOpenIdMetadataUrl: openIdUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: openIdUrl,
    ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${auth.homeTenant}`,
    ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
    OAuthUrl: AuthenticationConstants.OAuthUrl,
    CallerId: 'urn:botframework:azure',
    ValidateAuthority: 'true',
  };
}

/** By default the SDK posts a message up to four times after a 5xx or a reset, so people see it twice, and waits for ever. */
function tuned(factory: ConnectorFactory, deadlineMs: number): ConnectorFactory {
  return {
    create: async (serviceUrl, audience) => {
      const connector = await factory.create(serviceUrl, audience);
      const { pipeline } = (connector as object as { readonly client: { readonly pipeline: Pipeline } }).client;
      pipeline.removePolicy({ name: 'defaultRetryPolicy' });
      pipeline.addPolicy({
        name: 'deadline',
        sendRequest: (request, next) => {
          request.timeout = deadlineMs;
          return next(request);
        },
      });
      return connector;
    },
  };
}

/** The SDK adds four issuers to a list for every tenant that a token names, before it checks the token, and never frees them. */
function stopIssuerListGrowing(): void {
  const { issuer } = ToBotFromBotOrEmulatorTokenValidationParameters;
  if (Array.isArray(issuer)) issuer.push = () => issuer.length;
}
