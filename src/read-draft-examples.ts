import { join } from 'node:path';
import type { LabelledDraft } from './core/draft/draft';
import { readText, textFiles } from './read-text-file';

const MARK = /^ {2}([a-z-]+) (think|stop): (.+)$/u;
const RESEMBLES = /^ {2}not ([a-z-]+)$/u;

/**
 * Reads labelled drafts, the same in every file of a folder. A draft stands on a line of its own ("\\n" for a line break); below it,
 * two spaces in, one line for each rule that it breaks, "rule think: words" or "rule stop: words", with words exactly as the draft has
 * them; "not rule" notes what a harmless draft resembles. An empty line ends the draft. Lines that begin with "# " are left out.
 * Throws a sentence with file and line for anything else.
 */
export function readDraftExamples(folder: string, rules: readonly string[]): readonly LabelledDraft[] {
  return textFiles(folder).flatMap((name) => readFile(join(folder, name), rules));
}

type Mark = LabelledDraft['marks'][number];

function readFile(path: string, rules: readonly string[]): readonly LabelledDraft[] {
  const drafts: { readonly draft: string; readonly marks: Mark[] }[] = [];
  let open = false;
  for (const [at, written] of readText(path).split('\n').entries()) {
    const line = written.trimEnd();
    const fault = (sentence: string) => new Error(`${path}, line ${at + 1}: ${sentence}`);
    if (line.startsWith('# ')) continue;
    if (line === '') {
      open = false;
      continue;
    }
    if (!open && !line.startsWith(' ')) {
      drafts.push({ draft: unescaped(line), marks: [] });
      open = true;
      continue;
    }
    const current = open ? drafts.at(-1) : undefined;
    if (!current) throw fault('put the draft itself on a line above this one, with no space before it.');
    const [, marked, severity, words = ''] = MARK.exec(line) ?? [];
    const rule = marked ?? RESEMBLES.exec(line)?.[1];
    if (rule === undefined)
      throw fault(
        'below a draft stand lines such as "  abuse stop: its words", or an empty line before the next draft.',
      );
    if (!rules.includes(rule)) throw fault(`no rule has the id "${rule}". Use an id from draft-rules.yaml.`);
    if (marked === undefined) continue;
    const start = current.draft.indexOf(unescaped(words));
    if (start < 0) throw fault('these words do not stand in the draft above. Copy them from it.');
    const end = start + unescaped(words).length;
    current.marks.push({ rule, severity: severity === 'stop' ? 'stop' : 'think', start, end });
  }
  return drafts;
}

function unescaped(text: string): string {
  return text.replaceAll('\\n', '\n');
}
