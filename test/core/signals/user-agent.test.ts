import { userAgent } from "../../../src/core/signals/user-agent.ts";
import { table } from "./table.ts";

const programs =
  "curl wget python requests aiohttp httpx java okhttp go-http-client libwww perl ruby php guzzle scrapy headless phantomjs selenium puppeteer playwright bot spider crawler";

table(userAgent, {
  is: { name: "user-agent", group: "form", points: 1.5 },
  finds: [
    [
      "a library says its name",
      { author: { userAgent: "python-requests/2.31" } },
      {
        strength: 1,
        evidence: "python",
      },
    ],
    [
      "in capitals",
      { author: { userAgent: "Mozilla/5.0 (compatible; BOT 1.0)" } },
      {
        strength: 1,
        evidence: "BOT",
      },
    ],
    ...["Googlebot", "bingbot", "AhrefsBot", "Baiduspider", "SomeCrawler", "HeadlessChrome"].map(
      (name) =>
        [
          name,
          { author: { userAgent: `Mozilla/5.0 (compatible; ${name}/2.1)` } },
          {
            strength: 1,
            evidence: /bot|spider|crawler|headlesschrome/i.exec(name)?.[0] ?? "",
          },
        ] as const,
    ),
    ...programs
      .split(" ")
      .map(
        (name) =>
          [name, { author: { userAgent: `Any ${name}/1.0` } }, { strength: 1, evidence: name }] as const,
      ),
  ],
  passes: [
    [
      "Firefox",
      { author: { userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" } },
    ],
    [
      "Safari on a telephone",
      {
        author: {
          userAgent:
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1",
        },
      },
    ],
    [
      "a telephone named Cubot is no bot",
      {
        author: {
          userAgent:
            "Mozilla/5.0 (Linux; Android 11; CUBOT NOTE 20) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36",
        },
      },
    ],
    ...["robots", "Javascript", "rubyfox", "Perlman", "curly", "spiders", "requested", "Phpstorm"].map(
      (word) => [`${word} is another word`, { author: { userAgent: `Mozilla/5.0 (${word})` } }] as const,
    ),
    ["none was sent", { author: {} }],
    ["it is empty", { author: { userAgent: "" } }],
    ["a server sent it: it is a program by right", { type: "pingback", author: { userAgent: "curl/8.5" } }],
  ],
  missing: [
    ["none was sent", { author: {} }, "no User-Agent sent"],
    ["it is empty", { author: { userAgent: "" } }, undefined],
  ],
});
