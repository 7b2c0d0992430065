// @ts-check
// The pages of a site: times in the reader's own zone, lines to copy, what a change would have meant, and the live check.
import "./times.js";
import "./copy.js";
import "./preview.js";
import "./wire.js";
