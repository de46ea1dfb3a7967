/** How the bot proves who it is to the Bot Connector. `token` fetches one elsewhere, for a rehearsal without Entra. */
export type Credentials =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'managed-identity' }
  | { readonly kind: 'token'; readonly token: () => Promise<string> };

/** Whose tokens are accepted on the way in, and where their signing keys are published. */
export type TokenSource = { readonly issuer: string; readonly openIdUrl: string };

/**
 * `off` accepts every request and is only for a listener on loopback; whoever starts the server sees to that.
 * `on` is one bot for the people of the tenants that are named, and for nobody else.
 */
export type TeamsAuth =
  | { readonly kind: 'off' }
  | {
      readonly kind: 'on';
      readonly appId: string;
      /** The tenant of the bot's registration, which gives out its tokens. */
      readonly homeTenant: string;
      readonly tenants: ReadonlySet<string>;
      readonly credentials: Credentials;
      /** Left out, the Bot Connector of the public cloud. */
      readonly source?: TokenSource;
    };

/** The Bot Connector of the public cloud, as Microsoft's "Authenticate requests with the Bot Connector API" names it. */
export const BOT_CONNECTOR: TokenSource = {
  issuer: 'https://api.botframework.com',
  openIdUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
};
