import { oldBrowser } from "../../../src/core/signals/old-browser.ts";
import { table } from "./table.ts";

const at = (date: string) => ({ history: { now: Date.parse(date) } });
const by = (userAgent: string) => ({ author: { userAgent } });
const chrome = (version: number) =>
  by(`Mozilla/5.0 (X11) AppleWebKit/537.36 Chrome/${version}.0 Safari/537.36`);
const firefox = (version: string) => by(`Mozilla/5.0 (X11; rv:${version}) Gecko/20100101 Firefox/${version}`);

table(oldBrowser, {
  is: { name: "old-browser", group: "form", points: 1 },
  finds: [
    [
      "Chrome of ten years ago",
      chrome(49),
      { strength: 1, evidence: "Chrome 49, about 10 years old" },
      at("2026-11-01"),
    ],
    [
      "Chrome of three years ago",
      chrome(109),
      { strength: 1, evidence: "Chrome 109, about 3 years old" },
      at("2026-11-01"),
    ],
    [
      "Firefox 3 in 2012",
      firefox("3.6"),
      { strength: 1, evidence: "Firefox 3, about 2 years old" },
      at("2012-06-01"),
    ],
    [
      "Firefox 60 in 2022",
      firefox("60.0"),
      { strength: 1, evidence: "Firefox 60, about 3 years old" },
      at("2022-01-01"),
    ],
    [
      "Internet Explorer 6 in 2014",
      by("Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1)"),
      { strength: 1, evidence: "MSIE 6, about 11 years old" },
      at("2014-01-01"),
    ],
  ],
  passes: [
    ["Chrome of the same year", chrome(135), at("2025-06-01")],
    ["Chrome of a year ago", chrome(122), at("2025-06-01")],
    ["Firefox of the same year", firefox("140.0"), at("2025-09-01")],
    ["Chrome 5 in 2010", chrome(5), at("2010-06-01")],
    [
      "Internet Explorer 8 in 2010",
      by("Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.1)"),
      at("2010-06-01"),
    ],
    ["a version to come", chrome(400), at("2026-11-01")],
    [
      "a browser whose versions do not tell",
      by("Mozilla/5.0 (iPhone) Version/12.0 Mobile Safari/604.1"),
      at("2026-11-01"),
    ],
    ["a program", by("curl/7.1"), at("2026-11-01")],
    ["none was sent", { author: {} }, at("2026-11-01")],
    ["a server sent it", { type: "webmention", ...chrome(49) }, at("2026-11-01")],
    ["nobody knows the time: the site could not be asked", chrome(49), { history: undefined }],
  ],
  missing: [
    ["none was sent", { author: {} }, "no User-Agent sent"],
    ["one was sent", chrome(49), undefined],
  ],
});
