/** Sign-in of the bot: off only for a loopback listener, else the ids from the Teams registration and the directory that holds it. */
export type SignIn =
  | { readonly kind: 'off' }
  | { readonly kind: 'on'; readonly clientId: string; readonly clientSecret?: string; readonly tenantId: string };

/** Reads how the bot signs in. Throws one sentence that says what is missing and what to do. */
export function readSignIn(environment: { readonly [name: string]: string | undefined }): SignIn {
  const { AUTH, CLIENT_ID, CLIENT_SECRET, TENANT_ID } = environment;
  if (AUTH !== undefined && AUTH !== 'on' && AUTH !== 'off')
    throw new Error(`AUTH is "${AUTH}". It must be on or off. Leave it out to have it on.`);
  if (AUTH === 'off') return { kind: 'off' };
  if (!CLIENT_ID || !TENANT_ID)
    throw new Error(
      'CLIENT_ID and TENANT_ID are missing. Put them into .env (see .env.example), or set AUTH=off to try it on this machine only.',
    );
  return {
    kind: 'on',
    clientId: CLIENT_ID,
    tenantId: TENANT_ID,
    ...(CLIENT_SECRET && { clientSecret: CLIENT_SECRET }),
  };
}
