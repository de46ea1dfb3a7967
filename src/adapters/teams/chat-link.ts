/**
 * The address that opens a chat with a person in Teams, by e-mail address or sign-in name. From "Deep link to start a chat" in the
 * documentation of Teams. Several names would stand between commas, so a comma is written out like every other sign.
 */
export function chatLink(email: string): string {
  return `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(email)}`;
}
