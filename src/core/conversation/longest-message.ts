/** The most that is read of one message at once, in letters. */
export const LONGEST_MESSAGE = 4_000;
