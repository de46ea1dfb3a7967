import { findPhrase, readPhrase } from '../phrases';
import type { ReadDraft } from './read-draft';

/** Words for pictures, films, sounds, links and attachments. */
const UNSEEN = [
  'photo|photos|photograph|photographs|pic|pics|picture|pictures|snap|snaps|selfie|selfies|image|images|meme|gif',
  'video|videos|film|footage|clip|clips|reel|dashcam|cctv|livestream',
  'screenshot|screenshots|screenshotted|scan|scanned|attached|attachment|poster|leaflet|flyer|logo|crest',
  'link|links',
  'see|listen|watch|read below|here|this',
].map(readPhrase);

/** Does a draft speak of something that cannot be read here? */
export function speaksOfUnseen({ tokens, places, words }: ReadDraft): boolean {
  if ((places.get('url')?.size ?? 0) + (places.get('public-url')?.size ?? 0) > 0) return true;
  return UNSEEN.some((phrase) => findPhrase(phrase, tokens, places, words).length > 0);
}
