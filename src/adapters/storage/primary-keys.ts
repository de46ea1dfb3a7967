import type { Tables } from './tables';

/** All tables and what makes a row of each unique; in an order in which a row comes after those that it refers to. */
export const primaryKeys: { readonly [Name in keyof Tables]: readonly (keyof Tables[Name] & string)[] } = {
  counters: ['tenant', 'name'],
  cases: ['id'],
  outbox: ['id'],
  timers: ['tenant', 'case_id', 'kind'],
  pauses: ['tenant', 'target'],
  tries: ['tenant', 'target', 'at', 'outgoing'],
  clerk_channels: ['tenant'],
  link_codes: ['tenant'],
  people: ['tenant', 'person_id'],
  access_log: ['tenant', 'number'],
  tallies: ['tenant', 'month', 'kind', 'key'],
  guidance: ['tenant', 'id'],
  guidance_versions: ['tenant', 'id', 'version'],
  seen: ['key'],
};
