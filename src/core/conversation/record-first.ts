import type { Passage } from '../model';
import type { Speaker } from './speaker';

/** Words of a policy that speaks of taking away what somebody wrote, or of shutting them out. */
const REMOVES = /\b(?:delet|hid(?:e|ing)\b|block|remov)/iu;

/** What must stand beside a passage that speaks of removing things: the evidence is kept first. Policies leave the order open. */
export function recordFirst(passage: Passage | undefined, speaker: Speaker): readonly string[] {
  return passage && REMOVES.test(passage.text) ? [speaker.say('record_first')] : [];
}
