/** The headings under which help lists commands. */
export const HELP_GROUPS = ['post', 'ask', 'about', 'cases', 'answer', 'guidance', 'records'] as const;

export type HelpGroup = (typeof HELP_GROUPS)[number];
