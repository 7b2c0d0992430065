import { getDomain } from "tldts";

/** Providers where anybody has an address. */
const PUBLIC = new Set(
  "gmail.com googlemail.com outlook.com hotmail.com live.com msn.com aol.com icloud.com me.com mac.com gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de freenet.de arcor.de posteo.de mailbox.org mail.ru bk.ru list.ru inbox.ru rambler.ru yandex.ru yandex.com ya.ru qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com 139.com aliyun.com naver.com daum.net hanmail.net nate.com free.fr orange.fr wanadoo.fr laposte.net sfr.fr libero.it virgilio.it tiscali.it comcast.net sbcglobal.net verizon.net att.net bellsouth.net cox.net charter.net earthlink.net btinternet.com protonmail.com proton.me pm.me tutanota.com fastmail.com fastmail.fm hey.com zoho.com mail.com ymail.com rocketmail.com uol.com.br bol.com.br terra.com.br seznam.cz wp.pl o2.pl onet.pl interia.pl ukr.net i.ua rediffmail.com docomo.ne.jp ezweb.ne.jp nifty.com telenet.be skynet.be ziggo.nl kpnmail.nl xs4all.nl planet.nl bluewin.ch hispeed.ch telia.com online.no walla.co.il abv.bg mynet.com".split(
    " ",
  ),
);
/** Providers with an ending for each country. */
const EVERYWHERE = /^(?:yahoo|hotmail|live|outlook|gmx|aol|msn)\.[a-z.]{2,6}$/;

/** Whose address a mail address is: a provider's, of the same domain as the website, or of another domain. */
export function mailDomainKind(
  email: string,
  site: string | undefined,
): "public" | "own" | "other" | undefined {
  const host = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
  if (!host.includes(".")) return undefined;
  if (PUBLIC.has(host) || EVERYWHERE.test(host)) return "public";
  return site !== undefined && (getDomain(host) ?? host) === site ? "own" : "other";
}
