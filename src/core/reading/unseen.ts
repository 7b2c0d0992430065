/**
 * What nobody sees in a text, for a class of characters: zero-width ones, bidi controls, variation selectors, soft hyphens, tags;
 * and control characters other than blanks, which browsers leave out or show as nothing.
 */
export const UNSEEN = String.raw`\p{Default_Ignorable_Code_Point}\0-\x08\x0e-\x1f\x7f\ufff9-\ufffb`;

/** ASCII, with nothing in it that nobody sees. */
export const PLAIN_ASCII = /^[\t-\r -~]*$/;
