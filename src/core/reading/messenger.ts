import { DENSE, NOT_ASCII, UNSPACED } from "./characters.ts";
import { literalIn, mayHold } from "./needs.ts";
import type { Part } from "./rewrite.ts";
import { surveyOf } from "./survey.ts";
import { MESSENGER, tell } from "./told-words.ts";

/** Messengers by names that mean nothing else, as people call them in their own scripts. */
const LONG =
  "whats\\s?app|watsapp|whatsap|telegramm?|skype|viber|we\\s?chat|weixin|kakao\\s?talk|kakao|discord|snapchat|botim|threema|wickr|" +
  "телеграмм?|телеге|телега|телегу|телег[иою]|ват?[сц]апп?|вотсапп?|вайбер|скайп|вконтакте|" +
  "واتس\\s?اب|واتساب|واتساپ|واتس|تلجرام|تليجرام|تيليجرام|تلغرام|تلگرام|فايبر|واٹس\\s?ایپ|ٹیلیگرام|" +
  "व्हाट्सएप|व्हाट्सऐप|व्हाट्सप्प|टेलीग्राम|হোয়াটসঅ্যাপ|টেলিগ্রাম|வாட்ஸ்அப்|டெலிகிராம்|ווא?טסאפ|טלגרם|βάιμπερ|" +
  "微信号?|薇信|威信|加微|加v|加薇|企鹅号?|扣扣|电报|飞机号?|纸飞机|" +
  "ライン|テレグラム|カカオ|라인|텔레그램|텔레|카카오톡|카톡|ไลน์|แอดไลน์|เทเลแกรม";
const SHORT = "whats|zap|tele|tg|wx|vx|kik|icq|qq|zalo|imo|wa|wsp|wpp|тг|тлг|вк";
/** Names that mean other things, too: an account must be said to be one. */
const AMBIGUOUS =
  "line|signal|max|session|instagram|insta|ig|facebook|fb|twitter|tik\\s?tok|threads|инстаграме?|инстаграм|инста|фейсбук|インスタ|인스타|انستا|انستقرام|انستجرام|اینستاگرام|इंस्टाग्राम|小红书|抖音|微博";
const NAME = `(?:(?:${LONG})(?:['’]?\\p{Ll}{1,4})?|${SHORT})`;
/** What people put between a messenger and an account. */
const WORDS =
  "(?:['’]?[ \\t]?(?:id|no|nr|number|username|user|handle|account|acc|nick|channel|group|is|numara(?:m|sı)?|numero|número|numéro|nummer|usuario|kanal[ıi]?|канал|ник|номер|по|" +
  "号码|号|账号|帐号|同号|アカウント|아이디|ไอดี|آیدی|رقم|नंबर)(?!\\p{Ll})){0,2}";
const MARKS = "[ \\t]{0,3}[:：＝=~>)→👉(\\[.-]{0,3}[ \\t]{0,3}";
const HANDLE = "@ ?[a-z][\\w.]{2,31}";
const ACCOUNT =
  "(?=[\\w.-]{5})[a-z_][\\w.-]{0,24}[\\d_][\\w.-]{0,24}|\\+?\\(?\\d[\\d ()-]{6,18}|(?=[\\w.]{2,32}#)[\\w.]+#\\d{4}";
const ALONE = "(?<![\\p{L}\\p{N}_@./?=&%-])";

const NAMED = new RegExp(`${ALONE}${NAME}(?!\\p{L})${WORDS}${MARKS}(?:${HANDLE}|${ACCOUNT})`, "giu");
/** A few words may stand before a number that is long enough to be called. */
const NUMBERED = new RegExp(
  `${ALONE}${NAME}(?!\\p{L})[^\\d\\n]{0,16}\\+?\\(?\\d(?:[ ().-]{0,2}\\d){8,13}(?!\\d)`,
  "giu",
);
/** The number of a group to join. */
const GROUP = /(?:群号?|群聊|交流群|裙|扣裙)[:：\s]{0,2}\d{6,11}(?!\d)/gu;
/** Beside an ambiguous name only an address, or an account behind a word that says so. */
const SAID = new RegExp(
  `${ALONE}(?:${AMBIGUOUS})(?!\\p{L})(?:${WORDS}${MARKS}${HANDLE}|[ \\t]?(?:id|アカウント|아이디|ไอดี|آیدی|number)[ \\t]{0,2}[:：=]?[ \\t]{0,2}(?:${ACCOUNT}))`,
  "giu",
);
/** LINE in capitals is no line of a text. */
const CAPITALS =
  /(?<![\p{L}\p{N}_@./?=&%-])(?:LINE|IG|INSTA|Insta|Instagram|Signal)[ \t]?[:：][ \t]{0,2}@?(?=[\w.-]{5})[A-Za-z_][\w.-]{0,24}[\d_][\w.-]{0,24}/gu;
/** For scripts without spaces the name may follow any letter, and any account of Latin letters stands for one. */
const WITHOUT_SPACES =
  /(?:微信|薇信|威信|[vV]信|加微|加[vV薇]|企鹅|扣扣|飞机|电报|ライン|テレグラム|カカオ|카톡|텔레그램|라인|ไลน์)(?:号|帐号|账号|同号|アカウント|아이디|ไอดี|id|ID)?[ \t]{0,2}[:：＝=➕+]{0,2}[ \t]{0,2}(?:@?[a-zA-Z][\w-]{4,24}|\d{5,12})/gu;
const INITIALS =
  /(?<![\p{Script=Latin}\p{N}_@./?=&%-])(?:QQ群?|VX|WX|LINE\s?ID)(?:号|同号)?(?:[ \t]{0,2}[:：＝=➕+]{1,2}[ \t]{0,2}@?[a-z][\w-]{4,24}|[ \t:：＝=➕+]{0,3}\d{5,12})(?!\w)/giu;
/** An account, and behind it where: `@shop.bot on Telegram`. */
const PLACE =
  "on|in|at|via|through|auf|bei|über|sur|en|por|no|na|su|di|op|på|pe|w|в|у|на|على|عبر|در|پر|पर|trên|ở";
const BEHIND = new RegExp(
  `${ALONE}@[a-z][\\w.]{2,31}(?:[ \\t]{1,2}(?:${PLACE})[ \\t]{1,2}(?:my |the )?(?:${NAME}|${AMBIGUOUS}|x)|[ \\t(（]{1,3}${NAME})(?![\\p{L}\\p{N}])`,
  "giu",
);
/** An account alone, of the kind that messengers give: `@shop_bot`. At the beginning of a line it answers somebody. */
const BARE =
  /(?<=[^\s][ \t]{1,3}|[:：👉→➡)(]\s?)@(?=[a-z][\w.]{3})[a-z][a-z0-9.]{0,31}(?:_[\w.]{1,31}|bot\b|\d{1,12}\b)/giu;
/** A bot's own name, and an account behind a request to write. */
const BOT = /(?<![\p{L}\p{N}_.@/-])@[a-z]\w{2,28}bot\b/giu;
const ASKED =
  /(?<=(?<!\p{L})(?:write|dm|pm|message|text|add|contact|ping|hit up|пиши|пишите|пишіть|напиши|напишите|сюда|сюди|подробности|деталі|schreib|schreibt|escríbeme|escribe|escribir|chama|écris|écrivez|yaz|yazın|hubungi|inbox|chat|nhắn|ib|راسلني|تواصل|پیام|संपर्क|私信|联系)(?:\s\p{L}{1,6}){0,2}[\s:：-]{1,3})@[a-z][\w.]{3,31}/giu;
/** A reader is spoken to by name: that is nobody's offer. */
const SPOKEN_TO =
  /^[\s>]*$|(?<!\p{L})(?:hi|hey|hello|dear|thanks?|thank you|thx|ty|agree with|as|like|cc|sorry|yes|no|well|so|and|hola|gracias|salut|merci|bonjour|hallo|danke|obrigad[oa]|olá|ciao|grazie|привет|спасибо|дякую|merhaba|teşekkürler)[,!]?\s{1,3}$/iu;
/** A messenger's own addresses. */
const ADDRESS =
  /(?<!\w)(?:(?:t|wa|line|zalo|m|ig)\.me\/[+~]?[\w/]{1,32}|(?:tg|whatsapp|viber|skype|weixin|line|signal|sgnl):(?:\/\/)?[\w?=&+./-]{4,64})/gi;

/** Accounts with a messenger or a network where a reader can write to somebody. */
export function messengersIn(text: string): Part[] {
  const survey = surveyOf(text);
  const signed = MAY_BE.signed(survey);
  const found: Part[] = [];
  if ((signed || MAY_BE.counted(survey)) && MAY_BE.named(survey))
    found.push(...near(text, ACCOUNTS, CALLED, [NAMED, NUMBERED, SAID, CAPITALS]));
  if (signed) found.push(...near(text, SIGNS, undefined, [BEHIND, BOT, ASKED]));
  if ((survey.classes & (DENSE | UNSPACED)) !== 0 && BESIDE_ACCOUNTS.test(text))
    found.push(...partsOf(text, WITHOUT_SPACES), ...partsOf(text, GROUP));
  if (MAY_BE.initials(survey) && LETTERS.test(text)) found.push(...partsOf(text, INITIALS));
  if (MAY_BE.address(survey)) found.push(...partsOf(text, ADDRESS));
  if (signed)
    found.push(...partsOf(text, BARE).filter(({ start }) => !SPOKEN_TO.test(lineBefore(text, start))));
  return found;
}

/** What stands in a text that holds one of some names, with a blank within or without. */
const literals = (names: string): string[] =>
  names
    .split("|")
    .flatMap((name) => [...new Set([" ", ""].map((blank) => literalIn(name.replace("\\s?", blank))))]);

const LONG_ONE = mayHold(...literals(LONG));
const SHORT_ONE = mayHold(...literals(`${SHORT}|${AMBIGUOUS}`));

/** Short names stand by themselves, or before a digit: where all is ASCII, a look at the text's words has told of them. */
tell(MESSENGER, `${SHORT}|${AMBIGUOUS}|tik|tiktok`.split("|"));

const mayBeNamed = (survey: Found): boolean =>
  LONG_ONE(survey) ||
  (((survey.told & MESSENGER) !== 0 || (survey.classes & NOT_ASCII) !== 0) && SHORT_ONE(survey));

type Found = Readonly<ReturnType<typeof surveyOf>>;

/** What each step needs, by what stands beside what: most comments hold none of it. */
const MAY_BE = {
  signed: mayHold("@"),
  counted: mayHold("0", "_"),
  named: mayBeNamed,
  initials: mayHold("qq", "vx", "wx", "line id", "lineid"),
  address: mayHold(
    ".me/",
    ..."tg whatsapp viber skype weixin line signal sgnl".split(" ").map((name) => `${name}:`),
  ),
};

/** What no account is without; and what the other patterns begin with. */
const ACCOUNTS = /[@\d_]+/g;
const SIGNS = /@/g;
const CALLED = new RegExp(`${ALONE}(?:${LONG}|(?:${SHORT}|${AMBIGUOUS})(?!\\p{L}))`, "iu");
const BESIDE_ACCOUNTS = /[微薇威信加企扣飞电群裙ラテカ카텔라ไ]/;
const LETTERS = /[QVW][QX]|LINE/i;
/** As far around a part of an account as its messenger's name may stand, UTF-16 units. */
const REACH = 64;

/** Where patterns match around the matches of another one, wherever `needed` is: the whole text need not be searched. */
function near(text: string, around: RegExp, needed: RegExp | undefined, patterns: readonly RegExp[]): Part[] {
  const found: Part[] = [];
  let from = -1;
  let to = -1;
  const search = () => {
    const window = text.slice(from, to);
    if (needed && !needed.test(window)) return;
    for (const pattern of patterns)
      for (const { start, end } of partsOf(window, pattern))
        found.push({ start: start + from, end: end + from });
  };
  for (const part of partsOf(text, around)) {
    const start = Math.max(0, part.start - REACH);
    if (start > to && to >= 0) search();
    if (start > to || to < 0) from = start;
    to = part.end + REACH;
  }
  if (to >= 0) search();
  return found;
}

/** What stands before a place in its line, as much of it as matters. */
function lineBefore(text: string, place: number): string {
  const before = text.slice(Math.max(0, place - 20), place);
  return before.slice(before.lastIndexOf("\n") + 1);
}

/** Where the matches of a global pattern stand, none of them empty. */
export function partsOf(text: string, pattern: RegExp): Part[] {
  const parts: Part[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text))
    parts.push({ start: match.index, end: match.index + match[0].length });
  return parts;
}
