import type { PriorSignal } from "./signal.ts";

const LIBRARY =
  /\b(?:curl|wget|python|requests|aiohttp|httpx|java|okhttp|go-http-client|libwww|perl|ruby|php|guzzle|scrapy|headless(?:chrome)?|phantomjs|selenium|puppeteer|playwright)\b/i;
/** "Googlebot", "AhrefsBot", "Baiduspider": whatever goes before; but Cubot makes telephones. */
const ROBOT = /(?<!\bcu)(?:bot|spider|crawler)\b/i;

export const userAgent: PriorSignal = {
  name: "user-agent",
  group: "form",
  points: 1.5,
  description: "The User-Agent is a program, not a browser",
  missing: ({ comment }) => (comment.author.userAgent === undefined ? "no User-Agent sent" : undefined),
  detect({ comment, fromServer }) {
    const agent = comment.author.userAgent ?? "";
    const match = LIBRARY.exec(agent) ?? ROBOT.exec(agent);
    return match && !fromServer ? { strength: 1, evidence: match[0] } : undefined;
  },
};
