// @ts-check
// The pages of a site: times in the reader's own zone, lines to copy, what a change would have meant, the live check, and comments of the past to be decided.
import "./times.js";
import "./copy.js";
import "./chips.js";
import "./preview.js";
import "./suspects.js";
import "./wire.js";
