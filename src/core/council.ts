/** The vocabulary of a council and its settings: types only. */

/** A clerk who may answer, known by directory id or by the e-mail address in the channel's roster. */
export type Clerk = {
  readonly name: string;
  readonly id?: string;
  readonly email?: string;
  /** Stands in on days on which a clerk who is no deputy is on leave. */
  readonly deputy?: boolean;
  /** Own hours; the office's where there are none. */
  readonly hours?: Week;
  readonly leave?: readonly DayRange[];
};

/** The first and the last of some days, as "2027-03-23". */
export type DayRange = { readonly from: string; readonly to: string };

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** A stretch of a day, in minutes after midnight as a clock in the UK shows them; `to` exclusive. */
export type Hours = { readonly from: number; readonly to: number };

/** The hours of each working day of a week, in order and apart from each other. A day that is missing is no working day. */
export type Week = { readonly [day in Weekday]?: readonly Hours[] };

/** A part of the UK with bank holidays of its own, as gov.uk names it. */
export type Division = 'england-and-wales' | 'scotland' | 'northern-ireland';

/** When the clerk's office works and what it promises. */
export type OfficeSettings = {
  readonly hours: Week;
  readonly bankHolidays: Division | 'none';
  /** Days on which nobody works, such as those between Christmas and New Year. */
  readonly closed: readonly DayRange[];
  /** In working days after the day of asking. */
  readonly answerWithinDays: number;
  /** Remind the clerk at half time. */
  readonly nudge: boolean;
};

/** Days off by law or proclamation, those that take the place of a weekend's included: days as "2026-12-28", in order. */
export type BankHolidays = { readonly [division in Division]: readonly string[] };

/** How long records are kept, in calendar months as they pass in the UK. */
export type RecordSettings = {
  /** From the day on which a case is closed or withdrawn until its words are removed. */
  readonly casesMonths: number;
  readonly guidance: 'until retired';
  readonly accessLogMonths: number;
  /** From the day on which a message was sent, or given up. */
  readonly outboxDays: number;
};

/** What a clerk may change about the council, from `config/council.yaml`. */
export type Council = {
  readonly name: string;
  readonly assistant: string;
  readonly clerk: {
    readonly name: string;
    readonly title: string;
    readonly phone: string;
    readonly email: string;
    readonly days: string;
  };
  readonly clerks: readonly Clerk[];
  /** Who answers questions about the clerk, such as the chair; `id` is the directory id, without which they cannot be reached in Teams. */
  readonly alternate?: {
    readonly name: string;
    readonly title: string;
    readonly email: string;
    readonly phone?: string;
    readonly id?: string;
  };
  readonly contacts: { readonly [name: string]: string };
  readonly showNames: boolean;
  readonly draftMinutes: number;
  /** Telephone numbers that may stand in a post. */
  readonly publicNumbers: readonly string[];
  /** Mail and web domains of the council. */
  readonly domains: readonly string[];
  /** Names and addresses of halls and offices that may stand in a post. */
  readonly venues: readonly string[];
  /** People in public office, who may be named in it. */
  readonly officeHolders: readonly { readonly name: string; readonly office: string }[];
  /** Pre-election periods, by-elections too: days as "2027-03-23", the first and the last of each. */
  readonly elections: readonly DayRange[];
  /** A flood, fire or other major incident is being dealt with now. */
  readonly incident: boolean;
  readonly office: OfficeSettings;
  readonly records: RecordSettings;
  /** Where everybody can read the whole policy; the id of a passage behind "#" leads to it. */
  readonly policyUrl?: string;
};
