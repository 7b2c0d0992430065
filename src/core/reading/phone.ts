import { isCount } from "./digits.ts";
import { partsOf } from "./messenger.ts";
import type { Part } from "./rewrite.ts";

/** A run of digits with what people put between them; which of them are a telephone's is sorted out afterwards. */
const DIGITS =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}\p{Sc}_.,/=&?%#№-])(?:\+\s?|\(\s?\+?|（)?\d[\d()（）.\s/‐‑–—-]{5,22}\d(?![\p{Script=Latin}\p{Script=Cyrillic}\p{N}%]|[.,:/-]\d)/gu;

/** Words that ask to call, or name a telephone, at the end of what stands before a number. */
const CALL =
  "call|phone|cell|mobile|ring|dial|tele?phone|text|contact|hotline|fax|tel|telp|hp|hub|wa|kontak|telepon|telpon|hubungi|nomor|" +
  "anruf|anrufen|ruf|telefon|handy|tél|téléphone|appelez|appeler|appelle|portable|teléfono|telefono|telefone|llama|llámame|llámanos|llame|móvil|" +
  "celular|cel|fone|ligue|liga|chama|chiama|chiamami|cellulare|bel|bellen|mobiel|zadzwoń|dzwoń|komórka|volejte|ringa|mobil|ara|arayın|gsm|tlf|tlfn|" +
  "тел|телефон|телефону|звоните|звони|позвоните|номеру|моб|дзвоніть|τηλ|τηλέφωνο|κιν|sđt|đt|gọi|alo|liên hệ|" +
  "هاتف|جوال|اتصل|رقم|موبايل|تلفن|تماس|موبایل|شماره|فون|טלפון|נייד|फोन|कॉल|मोबाइल|नंबर|ফোন";
const UNSPACED = "电话|電話|手机|手機|热线|联系|聯繫|联系方式|携帯|전화|연락처|연락|โทร|เบอร์";
const CALLED = new RegExp(
  `(?:(?<!\\p{L})(?:${CALL})(?:\\s\\p{L}{1,8}){0,3}|(?:${UNSPACED})[^\\p{N}]{0,6}?)[\\s.:：#)(-]{0,4}$`,
  "iu",
);
/** Words after which a number counts or names a thing. */
const THING =
  "order|ticket|invoice|case|issue|bug|isbn|issn|ean|upc|sku|article|serial|s/n|id|tracking|version|build|pmid|doi|part|model|ref|reference|timestamp|epoch|account|" +
  "bestellung|bestellnummer|auftrag|rechnung|kundennummer|sendung|artikel|commande|facture|référence|dossier|pedido|factura|referencia|expediente|encomenda|fatura|protocolo|" +
  "ordine|fattura|bestelling|factuur|zamówienie|zamówienia|faktura|objednávka|beställning|sipariş|takip|заказа?|заявка|заявки|счета?|договора?|артикул|трек|замовлення|" +
  "đơn hàng|mã|pesanan|resi|طلب|الطلب|فاتورة|سفارش|הזמנה|ऑर्डर|παραγγελία|παραγγελίας";
const UNSPACED_THING = "订单号?|訂單|单号|编号|注文番号|注文|주문(?:번호)?|คำสั่งซื้อ|ออเดอร์";
const NUMBERED = new RegExp(
  `(?:(?<!\\p{L})(?:${THING})(?:[\\s-]?(?:no|nr|number|num|nummer|n[°º]|número|numéro|numero|numer|č|номер|id))?|(?:${UNSPACED_THING}))[\\s.:：#№-]{0,4}$`,
  "iu",
);
/** As much of what stands before a number as is looked at, UTF-16 units. */
const BEFORE = 40;

/** Ways to write a number, by the digits alone: with the network's 0, or as one country's people do. */
const LOCAL = /^(?:0\d{8,11}|1[3-9]\d{9}|[78]9\d{9}|[6-9]\d{9}|1?[2-9]\d{9}|1[58]00\d{6})$/;
const DAY = "(?:\\d{1,2}([./-])\\d{1,2}X\\d{2,4}|\\d{4}([./-])\\d{1,2}X\\d{1,2})";
const date = (first: number) => DAY.replace("X", `\\${first}`).replace("X", `\\${first + 1}`);
const DATES = new RegExp(`^${date(1)}(?:\\s?[–—-]\\s?${date(3)})?$`);
const YEARS = /^(?:19|20)\d{2}[ ./–-]|[ ./–-](?:19|20)\d{2}$/;
const TIMES = /^\d{1,2}\.\d{2}\s?[–—-]\s?\d{1,2}\.\d{2}$/;
const NETWORK = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const FRACTION = /^\d{1,4}\.\d{5,}$/;
const THOUSANDS = /^\d{1,3}(?:[.\s]\d{3})+$/;
/** A shorter number is nobody's. */
export const LEAST_DIGITS = 7;
const MOST_DIGITS = 15;
/** Two numbers with a blank or a stroke between them. */
const TWO = /^(\+?\d{9,13})[\s/,]{1,3}\+?\d{9,13}/;
const OTHERS = [DATES, YEARS, TIMES, NETWORK, FRACTION];

/** Telephone numbers. Dates, sums, versions, and the numbers of orders and books are none. */
export function phonesIn(text: string): Part[] {
  const found: Part[] = [];
  for (const { start: index, end } of partsOf(text, DIGITS)) {
    const run = text.slice(index, end);
    const before = text.slice(Math.max(0, index - BEFORE), index);
    const two = run.length > MOST_DIGITS ? TWO.exec(run) : null;
    if (isPhone(run, before) || (two && isPhone(two[1] as string, before)))
      found.push({ start: index, end: index + ((two?.[1] as string | undefined) ?? run).length });
  }
  return found;
}

function isPhone(run: string, before: string): boolean {
  const digits = run.replace(/\D/g, "");
  if (digits.length < LEAST_DIGITS || digits.length > MOST_DIGITS || /\n/.test(run)) return false;
  if (OTHERS.some((other) => other.test(run)) || isCount(digits) || /0{5}$/.test(digits)) return false;
  if (NUMBERED.test(before)) return false;
  if (/^[+]\s?(?:1\D{0,2}[2-9]|[2-9])/.test(run)) return digits.length >= 8;
  if (/^[(（]\s?\+?\d{1,5}\s?[)）]/.test(run)) return digits.length >= 8;
  if (CALLED.test(before)) return !THOUSANDS.test(run) || (digits.length === 9 && !digits.endsWith("000"));
  return LOCAL.test(digits) && !THOUSANDS.test(run) && isGroupedAsNumber(run, digits);
}

/** Whether the groups are those of a number, where nobody is asked to call it. */
function isGroupedAsNumber(run: string, digits: string): boolean {
  const groups = run.match(/\d+/g) ?? [];
  const separators = new Set(run.match(/\D+/g));
  if (groups.length === 1) return !/^[2-5]/.test(digits);
  if (groups.every((group) => group.length === 1)) return separators.size === 1 && !separators.has(".");
  if (groups.every((group) => group.length < 3)) return digits.startsWith("0");
  return !/^1?[2-5]/.test(digits) || /^1?,?\d{3},\d{3},?\d{4}$/.test(groups.join(","));
}
