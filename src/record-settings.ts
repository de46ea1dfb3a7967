import { z } from 'zod';
import type { RecordSettings } from './core/council';

const months = z.number().int().min(1).max(120);

/** How long records are kept. All of it may be left out: docs/records.md says what is then so. */
export const recordSettings = z
  .object({
    cases_months: months.default(12),
    guidance: z.literal('until retired').default('until retired'),
    access_log_months: months.default(24),
    outbox_days: z.number().int().min(7).max(365).default(30),
  })
  .strict()
  .default({})
  .transform(
    ({
      cases_months: casesMonths,
      access_log_months: accessLogMonths,
      outbox_days: outboxDays,
      guidance,
    }): RecordSettings => ({ casesMonths, guidance, accessLogMonths, outboxDays }),
  );
