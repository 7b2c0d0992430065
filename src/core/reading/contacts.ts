/** A way to reach somebody outside the page, as it stands in the text; offsets in UTF-16 units. */
export interface Contact {
  readonly kind: "mail" | "phone" | "messenger" | "wallet";
  readonly start: number;
  readonly end: number;
}

/** Contacts of each kind beyond these say nothing new. */
const MOST = 20;

const MAIL =
  /(?<![\w.%+-])[\w.%+-]{1,64}(?:@|\s?[[({]\s?(?:at|ät|arroba)\s?[\])}]\s?)(?:[\w-]{1,63}(?:\.|\s?[[({]\s?(?:dot|punkt|punto)\s?[\])}]\s?)){1,4}[a-z]{2,24}(?![\w-])/giu;

/** A run of digits with what people put between them; numbers that are no telephone's are sorted out afterwards. */
const DIGITS =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}_.,/=&?%#$€£-])(?:\+\s?|\(\s?\+?)?\d[\d().\s–-]{5,22}\d(?![\p{L}\p{N}%]|[.,:/-]\d)/gu;
const SPELLED =
  /(?<!\p{L})(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double)[\s,-]{1,3}){6,14}(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)(?!\p{L})/giu;

/** Messengers by the names that people call them in their own scripts. */
const NAMES =
  "whats\\s?app|wa\\.me|wa|watsapp|telegrama?|tele|tg|t\\.me|skype|viber|signal|we\\s?chat|weixin|wx|vx|kik|icq|qq|line(?:\\s?id)?|zalo|kakao\\s?talk|kakao|discord|snapchat|imo|" +
  "телеграмм?|телеграмме|телега|телегу|тг|тлг|ват?сапп?|вотсапп?|вайбере?|скайпе?|вк|" +
  "вайбер|ватсап|" +
  "واتس\\s?اب|واتساب|واتساپ|واتس|تلجرام|تليجرام|تيليجرام|تلغرام|تلگرام|" +
  "व्हाट्सएप|व्हाट्सऐप|व्हाट्सप्प|टेलीग्राम|" +
  "微信号?|薇信|威信|加微|加v|加薇|企鹅号?|扣扣|电报|" +
  "ライン|テレグラム|カカオ|라인|텔레그램|텔레|카카오톡|카톡|ไลน์|แอดไลน์";
/** A messenger's name, and beside it an account, a number or an address. */
const MESSENGER = new RegExp(
  `(?<![\\p{L}\\p{N}_])(?:${NAMES})(?:\\s?(?:id|no|nr|号码|号|账号|アカウント|아이디|ไอดี))?\\s{0,3}[:：=~>)→👉.-]{0,3}\\s{0,3}(?:@\\s?[a-z][\\w.]{3,31}|(?=[\\w.-]{5})[\\w.-]{0,24}\\d[\\w.-]{0,24}|\\+?\\(?\\d[\\d ()-]{6,18})`,
  "giu",
);
/** For scripts without spaces the name may follow any letter, and any account of Latin letters stands for one. */
const UNSPACED =
  /(?:微信|薇信|威信|加微|加v|加薇|企鹅|扣扣|QQ群?|VX|WX|LINE\s?ID|ライン|テレグラム|카톡|텔레그램|라인|ไลน์)(?:号|帐号|账号|同号|アカウント|아이디|ไอดี|id)?\s{0,2}[:：＝=➕+]{0,2}\s{0,2}(?:@?[a-z][\w-]{4,24}|\d{5,12})/giu;
/** An account alone: `@shop_bot`. An address at the beginning of a line answers somebody. */
const HANDLE =
  /(?<=[^\s][ \t]{1,3}|[:：👉→➡>)(]\s?)@[a-z][a-z0-9.]{0,31}(?:_[\w.]{1,31}|bot\b|\d{1,12}\b)/giu;
/** A messenger's own addresses. */
const ADDRESS = /(?<!\w)(?:t|wa)\.me\/\+?\w{1,32}/gi;
/** Any number after a word that asks to call. */
const CALLED = /(?<=\b(?:wa|hub|hp|tel|telp|phone|call|contact|kontak)[.:]? ?)\d{8,14}(?![\w-]|\.\d)/gi;
const WALLET =
  /(?<!\w)(?:(?:bc1|ltc1)[a-z0-9]{25,59}|[13][a-km-zA-HJ-NP-Z1-9]{25,34}|0x[a-fA-F0-9]{40}|T[1-9A-HJ-NP-Za-km-z]{33})(?!\w)/g;

/** Digits of other scripts, by the code of their zero. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19]/g;

/** Every contact of a text, by kind and in order. */
export function contactsOf(text: string): Contact[] {
  const plain = text.replace(OTHER_DIGITS, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (ZEROS.findLast((zero) => zero <= code) ?? code));
  });
  return [
    ...(/@|\bat\b|arroba/i.test(plain) ? all("mail", plain, MAIL) : []),
    ...all("phone", plain, DIGITS).filter(({ start, end }) => isPhone(plain.slice(start, end))),
    ...all("phone", plain, CALLED),
    ...all("phone", plain, SPELLED),
    ...all("messenger", plain, MESSENGER),
    ...all("messenger", plain, UNSPACED),
    ...all("messenger", plain, ADDRESS),
    ...(plain.includes("@") ? all("messenger", plain, HANDLE) : []),
    ...all("wallet", plain, WALLET),
  ];
}

function all(kind: Contact["kind"], text: string, pattern: RegExp): Contact[] {
  const found: Contact[] = [];
  for (const match of text.matchAll(pattern)) {
    found.push({ kind, start: match.index, end: match.index + match[0].length });
    if (found.length >= MOST) break;
  }
  return found;
}

/** Ways to write a telephone number, by the digits alone: with the country's number, or as one country's people do. */
const LOCAL = /^(?:0\d{8,11}|1[3-9]\d{9}|[78]9\d{9}|[6-9]\d{9}|1?[2-9]\d{9}|1[58]00\d{4,6})$/;
const DATE = /^(?:19|20)\d{2}[ .–-]|[ .–-](?:19|20)\d{2}$/;

/** Whether a run of digits is a telephone number rather than a date, a year span, a sum or a serial number. */
function isPhone(run: string): boolean {
  const digits = run.replace(/\D/g, "");
  if (digits.length < 7 || digits.length > 15 || /\n/.test(run)) return false;
  if (/^[+(]\s?\+?\d/.test(run) && digits.length >= 8) return true;
  if (/^0\.\d+$/.test(run) || DATE.test(run.trim()) || /^\d{1,3}(?:[.\s]\d{3})+$/.test(run)) return false;
  return LOCAL.test(digits);
}
