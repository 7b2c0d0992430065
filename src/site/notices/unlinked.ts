/** A dot as browsers read one in a host, before what could be the next label: two letters or more, or xn--. */
const DOT_IN_NAME = /(?<=[\p{L}\p{N}\p{M}_)-])[.\u3002\uFF0E\uFF61](?=[\p{L}][\p{L}\p{M}\p{N}-])/gu;
const ADDRESS = /(?<!\d)\d{1,3}(?:[.\u3002\uFF0E\uFF61]\d{1,3}){3}(?!\d)/g;
/** What stands between the letters of a link and is not seen. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]/g;

/**
 * A text in which no chat finds a link: chats make links of schemes, and of bare hosts, network addresses,
 * mail addresses and names after an @ as well.
 */
export function unlinked(text: string): string {
  return text
    .normalize("NFC")
    .replace(INVISIBLE, "")
    .replace(/(\w):\/\//g, "$1: //")
    .replace(ADDRESS, (address) => address.replace(/[.\u3002\uFF0E\uFF61]/g, "[.]"))
    .replace(DOT_IN_NAME, "[.]")
    .replace(/@(?=[\p{L}\p{N}_])/gu, "@ ");
}
