import { pino } from 'pino';
import type { Log } from './app/ports';

/** Lines of JSON on standard output: a fixed sentence and facts, never words of a question or draft. */
export function createLog(): Log {
  const log = pino({ base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
  return {
    info: (message, facts = {}) => log.info(facts, message),
    warn: (message, facts = {}) => log.warn(facts, message),
    error: (message, facts = {}) => log.error(facts, message),
  };
}
