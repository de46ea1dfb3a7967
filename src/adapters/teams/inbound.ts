import { z } from 'zod';

const account = z.object({
  id: z.string().min(1),
  name: z.string().nullish(),
  aadObjectId: z.string().nullish(),
});

const identified = z.object({ id: z.string().min(1) }).nullish();

const inbound = z.object({
  type: z.string().min(1),
  id: z.string().min(1),
  name: z.string().nullish(),
  channelId: z.string().min(1),
  serviceUrl: z.string().refine(isHttpUrl, 'must be an http or https address'),
  from: account,
  recipient: account,
  conversation: z.object({
    id: z.string().min(1),
    tenantId: z.string().nullish(),
    conversationType: z.string().nullish(),
    isGroup: z.boolean().nullish(),
  }),
  text: z
    .string()
    .nullish()
    .transform((text) => text ?? ''),
  value: z.unknown(),
  action: z.string().nullish(),
  replyToId: z.string().nullish(),
  membersAdded: listOf(z.object({ id: z.string() })),
  attachments: listOf(z.object({ contentType: z.string().nullish() })),
  entities: listOf(
    z.object({
      type: z.string().nullish(),
      text: z.string().nullish(),
      mentioned: z.object({ id: z.string().nullish() }).nullish(),
    }),
  ),
  channelData: z.object({ tenant: identified }).nullish(),
});

/** An activity as it arrived, with the fields that are used here and no others: what was not checked does not get in. */
export type Inbound = Readonly<z.infer<typeof inbound>>;

export type InboundReading =
  | { readonly kind: 'read'; readonly activity: Inbound }
  | { readonly kind: 'malformed'; readonly reason: string };

/** Checks the shape of a request's body. `reason` names the field and what is wrong with it, never what it holds. */
export function readInbound(body: unknown): InboundReading {
  const reading = inbound.safeParse(body);
  if (reading.success) return { kind: 'read', activity: reading.data };
  const issue = reading.error.issues[0];
  const field = issue?.path.join('.') || 'activity';
  return { kind: 'malformed', reason: `${field}: ${issue?.code ?? 'not valid'}` };
}

/** Teams sends `null`, an empty list or nothing at all where there is nothing to list. */
function listOf<Item extends z.ZodTypeAny>(item: Item) {
  return z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/u.test(new URL(text).protocol);
}
