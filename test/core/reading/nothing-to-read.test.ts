import { describe, expect, it } from "vitest";
import { showsNothing } from "../../../src/core/reading/nothing-to-read.ts";

describe("a comment that shows nothing to read", () => {
  it.each([
    ["nothing", ""],
    ["blanks", " \t\r\n\u00a0\u2003\u3000"],
    ["a full stop", "."],
    ["punctuation", "...!? -- ()"],
    ["zero-width characters", "\u200b\u200c\u200d\u2060\ufeff\u034f"],
    ["directions", "\u202e\u2068\u061c"],
    ["letters that look like blanks", "\u3164\u115f\uffa0\u2800"],
    ["a lone accent", "\u0301"],
    ["accents on a blank", " \u0301\u0308"],
    ["variation selectors", "\ufe0f\u{e0100}"],
    ["control characters", "\u0000\u0007"],
    ["empty elements", "<p></p><br/><DIV class='x'> </DIV>"],
    ["blanks by their names", "<p>&nbsp;&#160;&#x200b;&shy;</p>"],
    ["a comment of HTML", "<!-- read > this --> "],
    ["a script", "<script type='x'>alert(1)</script>"],
    ["a style that is left open", "<style>p { color: red }"],
    ["a link around nothing", "<a href='https://tides.example/'></a>"],
    ["a link of Markdown around nothing", "[](https://tides.example/)"],
    ["BBCode around nothing", "[b][/b] [url=https://tides.example][/url]"],
  ])("is one of %s", (_, content) => {
    expect(showsNothing({ content })).toBe(true);
  });

  it.each([
    ["a letter", "I"],
    ["a digit", "+1"],
    ["an emoji", "👍"],
    ["an emoji of several characters", "👩🏽‍🚀"],
    ["an emoji among punctuation", "‼️"],
    ["a heart", "❤"],
    ["a flag", "🇫🇷"],
    ["a word of any script", "好"],
    ["a sign", "✓"],
    ["a picture", "<img src='https://tides.example/a.png'>"],
    ["a picture of Markdown", "![](https://tides.example/a.png)"],
    ["a picture of BBCode", "[img]https://tides.example/a.png[/img]"],
    ["a link as it is", "https://tides.example"],
    ["a sign that is no tag", "&lt;"],
    ["a word after a script", "<script>x</script>word"],
    ["a word after a comment", "<!-- <script> -->word"],
    ["a word in a link", "[word](https://tides.example/)"],
  ])("is none of %s", (_, content) => {
    expect(showsNothing({ content })).toBe(false);
  });
});
