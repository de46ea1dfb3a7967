import type { Command } from '../known';
import type { Intent } from '../model';
import { readCommand } from './commands';
import { LONGEST_MESSAGE } from './longest-message';
import type { ReadDraft } from './read-draft';
import { splitQuestions } from './split-questions';

/** What a message wants, before anything is looked up. Only the beginning of one that is too long to be answered is cut into questions. */
export function readIntent(
  message: { readonly text: string; readonly attachments: boolean },
  commands: readonly Command[],
  readDraft: ReadDraft,
): Intent {
  const text = message.text.trim();
  if (!text) return { kind: message.attachments ? 'attachment' : 'empty' };
  if (!/[\p{L}\p{N}]/u.test(text)) return { kind: 'wordless' };
  const found = readDraft(text);
  const typed = readCommand(text, commands);
  if (typed && !(found?.introduced && typed.command === 'check')) return { kind: 'command', ...typed };
  if (found) return { kind: 'draft', ...found };
  return { kind: 'question', parts: splitQuestions(text.slice(0, LONGEST_MESSAGE)) };
}
