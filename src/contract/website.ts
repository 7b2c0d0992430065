/**
 * An author's website in one spelling: as WordPress stores what its form took, which adds the scheme that a
 * reader left out.
 */
export function website(url: string): string {
  const text = url.trim();
  if (text === "") return "";
  const whole = /^[a-z][a-z0-9+.-]{0,20}:/i.test(text) ? text : `http://${text}`;
  return URL.canParse(whole) ? new URL(whole).href : text;
}
