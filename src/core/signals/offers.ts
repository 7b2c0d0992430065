import { fold } from "../reading/fold.ts";

/** What is offered, whatever the language. */
export type Offer = "gambling" | "work" | "loan" | "sale" | "body" | "invitation";

/** Words and pairs of words that only an offer of this kind has, in many languages; as they are written. */
const WORDS: Readonly<Record<Offer, string>> = {
  gambling:
    "casino, casinos, kasino, kasinot, jackpot, jekpot, slot online, togel, gacor, maxwin, cuan, depo, wede, judi online, bandar, " +
    "poker, pokies, roulette, baccarat, blackjack, sportsbook, bookmaker, bookie, sure bets, free spins, freespins, no deposit, deposit bonus, welcome bonus, 1xbet, pin up, mostbet, " +
    "sbobet, maxbet, ibcbet, melbet, dafabet, ufabet, parimatch, vavada, idnplay, idnpoker, pgslot, scr888, mega888, joker123, " +
    "casino en ligne, paris sportifs, glücksspiel, spielbank, spielautomaten, wettanbieter, freispiele, tragaperras, apuestas, apuestas deportivas, cassino, caça níqueis, apostas, scommesse, slot machine, " +
    "kumar, bahis, bahis siteleri, canlı bahis, kaçak bahis, rulet, iddaa, casino siteleri, deneme bonusu, казино, азарт, букмекер, букмекерская, ставки, ставках, фриспины, слоты, рулетка, джекпот, ставки на, зеркало рабочее, " +
    "kasyno, zakłady bukmacherskie, sázky, kaszinó, cờ bạc, cá cược, cá độ, nổ hũ, tài xỉu, đánh bài, nhà cái, قمار, کازینو, شرط بندی, كازينو, مراهنات, קזינו, सट्टा, जुआ, जैकपॉट",
  work:
    "job offer, now hiring, " +
    "heimarbeit, nebenverdienst, geld verdienen, passives einkommen, von zuhause, stellenangebot, travail à, gagner de, argent facile, revenu passif, complément de, ganar dinero, ingresos extra, trabajo desde, desde casa, " +
    "ganhar dinheiro, renda extra, trabalhe em, trabalhar em, guadagnare, lavoro da, guadagni, заработок, заработка, заработать, зарабатывать, подработка, подработку, подработки, вакансия, вакансии, удаленно, удалённая, доход, доход от, в неделю, " +
    "заробіток, заробітку, заробити, підробіток, вакансія, дохід, виплата, виплати, матеріальна допомога, zarabiaj, praca zdalna, dodatkowy dochód, ek gelir, ek iş, evden çalışma, evde iş, para kazan, para kazanmak, günlük kazanç, iş ilanı, iş fırsatı, personel alımı, " +
    "kerja sampingan, penghasilan tambahan, lowongan, lowongan kerja, loker, cari uang, uang tambahan, penghasilan, tuyển, tuyển dụng, cần tuyển, tuyển nhân, nhân viên, thu nhập, việc làm, làm thêm, thời vụ, tại nhà, trả lương, bao ăn, ăn ở, lương tháng, cộng tác, ctv, bán thời, " +
    "درآمد, کسب درآمد, استخدام, ربح المال, وظائف, العمل من, दिन के, घर बैठे, पैसे कमाएं, nabídka práce, přivýdělek",
  loan:
    "payday loan, payday loans, loan offer, credit repair, sofortkredit, prêt entre, offre de, crédito rápido, " +
    "займ, займы, займа, кредиты, микрозайм, без отказа, деньги в, позики, кредит онлайн, pożyczka, pożyczki, chwilówki, půjčka, půjčky, ihtiyaç kredisi, pinjaman online, dana tunai, dana cepat, bunga rendah, " +
    "vay tiền, cho vay, vay vốn, vay online, vay tín, tín dụng, nợ xấu, giải ngân, lãi suất, hỗ trợ vay, tín chấp, đáo hạn",
  sale:
    "buy now, promo code, cheap price, free shipping, order now, order here, special offer, replica, replicas, backlinks, seo services, guest post, " +
    "gutschein, kaufen sie, günstig kaufen, online kaufen, versandkostenfrei, jetzt kaufen, pas cher, livraison gratuite, code promo, achetez, commandez, descuentos, envío gratis, compra ahora, mejor precio, descontos, frete grátis, promoção, sconti, spedizione gratuita, acquista, " +
    "купить, заказать, скидка, скидки, скидкой, скидок, доставка, доставкой, недорого, дешево, оптом, распродажа, услуги, под ключ, купити, замовити, знижка, знижки, доставка по, kup teraz, promocja, tanie, sklep, indirim, indirimli, kampanya, fırsat, satılık, ucuz, ücretsiz kargo, sipariş, taksit, avantajlı, " +
    "jual, dijual, jualan, menjual, murah, termurah, diskon, ready stock, ready stok, gratis ongkir, ongkir, orderan, pesan, pesanan, stok, ori, garansi, terpercaya, produk, produknya, katalog, koleksi, toko, olshop, reseller, grosir, jasa, followers, termurah, kualitas, berkualitas, testimoni, " +
    "giá rẻ, giảm giá, khuyến mãi, ưu đãi, tặng ngay, đặt hàng, miễn phí, giao hàng, voucher, giá bán, đồng giá, bán sim, mua sim, uy tín, thanh lý, sản phẩm, chính hãng, bảo đảm, giấy tờ, bằng lái, dịch vụ, " +
    "تخفیف, ارزان, خصم, للبيع, شحن مجاني, عروض, מבצע, הנחה, למכירה, छूट, खरीदें",
  body:
    "weight loss, lose weight, fat burner, diet pills, viagra, cialis, sildenafil, kamagra, xanax, tramadol, male enhancement, escort, escorts, hookup, sex webcam, sexy girls, herbal cure, spell caster, love spell, herpes, cured of, " +
    "abnehmen, potenzmittel, perte de, minceur, voyance, marabout, adelgazar, bajar de, emagrecer, emagrecimento, dimagrire, похудеть, похудения, похудение, потенции, потенция, проститутки, эскорт, интим, знакомства, схуднення, odchudzanie, zayıflama, zayıflamak, kilo ver, bitkisel, escort bayan, ereksiyon, " +
    "pelangsing, langsing, peninggi, penggemuk, pemutih, cungkring, jerawat, glowing, tinggi badan, berat badan, nambah tinggi, suplemen, perawatan, pembesar, payudara, nutrisi, giảm cân, trị mụn, tăng chiều, trắng da, sinh lý, gái gọi, gái xinh, لاغری, تخسيس, סקס",
  invitation:
    "dm me, dm us, dm for, dm aja, contact us, whatsapp, whats app, inbox me, click here, follow us, follow ig, follow akun, follow ya, we offer, we provide, our services, " +
    "kontaktieren sie, schreib mir, schreibt mir, jetzt anmelden, folgt mir, contactez, écrivez moi, rejoignez, inscrivez, nous proposons, contáctanos, contáctame, escríbeme, únete, síganme, entre em, chama no, me chama, siga, contattami, contattaci, scrivimi, iscriviti, " +
    "пишите, пиши, напиши, напишите, в лс, в личку, личные сообщения, подписывайтесь, подпишись, переходи, переходите, обращайтесь, звоните, вступай, регистрируйся, по ссылке, кому интересно, кому нужно, пишіть, звертайтесь, переходьте, підписуйтесь, оформити, napisz do, zapraszam, zapraszamy, napište mi, " +
    "iletişim, iletişime geç, yazın, bize ulaşın, hemen ara, arayın, tıkla, tıklayın, başvuru, başvur, kayıt ol, üye ol, " +
    "minat, berminat, yang minat, yg minat, dm, wa, hubungi, cek, cek ig, cek aja, kepoin, kepo, mampir, followback, gabung, bergabung, daftar, klik, buruan, cobain, recommended, rekomendasi, rekomen, ig, igku, kita kak, cari di, ketik di, main di, maen di, cobain di, " +
    "ib, inb, inbox, nhắn tin, liên hệ, liên lạc, gọi ngay, zalo, kết bạn, đăng ký, quan tâm, sđt, alo, click vào, tham gia, ai cần, ae nào, bên mình, bên em, nhận làm, truy cập, soạn, " +
    "تماس با, دایرکت, عضو شوید, ثبت نام, تواصل معنا, راسلني, انضم, واتساب, צרו קשר, לחצו, संपर्क करें, जुड़ें, क्लिक करें",
};

/** The same where words are written without spaces, or grow endings: found anywhere. */
const UNSPACED: Readonly<Record<Offer, string>> = {
  gambling:
    "赌场 博彩 赌博 彩票 百家乐 老虎机 棋牌 菠菜 下注 时时彩 开户送 真人娱乐 娱乐城 カジノ パチンコ スロット 競馬 バカラ 카지노 바카라 토토 슬롯 도박 배팅 먹튀 꽁머니 คาสิโน สล็อต บาคาร่า แทงบอล หวย พนัน",
  work: "兼职 招聘 日结 日赚 月入 赚钱 挣钱 宝妈 在家 网赚 副业 薪 工资 招代理 招商 加盟 诚聘 急招 零钱 打工 差事 刷单 代理 副業 在宅 稼げ 稼ぐ 高収入 求人 日払い 부업 재택 고수익 알바 수익 월수입 투자 재테크 งานออนไลน์ รายได้เสริม ทำที่บ้าน",
  loan: "贷款 借款 借贷 套现 办证 网贷 無息 キャッシング ローン 消費者金融 融資 借金 借入 審査 급전 소액결제 무담보 카드깡 เงินกู้ สินเชื่อ",
  sale: "淘宝 天猫 微店 网店 包邮 代购 批发 厂家 直销 优惠 折扣 特价 热销 促销 正品 货源 报价 供应 出售 代发 專賣 高仿 克隆 有限公司 我公司 公司 销售 咨询 新品 返利 购买 旗舰 激安 通販 送料無料 販売 格安 ブランド 偽物 コピー品 割引 할인 판매 쇼핑몰 특가 무료배송 최저가 공동구매 ลดราคา ขายส่ง โปรโมชั่น ราคาถูก",
  body: "减肥 丰胸 壮阳 增高 祛斑 美白 小姐 约炮 偷情 福利 成人 激情 裸聊 妹子 同城 按摩 包养 女优 淋病 男科 ダイエット 痩せ 脱毛 出会い 風俗 精力 バイアグラ 다이어트 출장안마 출장마사지 조건만남 비아그라 오피 섹스 ลดน้ำหนัก อาหารเสริม",
  invitation:
    "加我 加微信 加qq 加q 联系我 联系qq 请联系 咨询 点击 注册 扫码 公众 微信 秋秋 扣扣 qq群 加群 复制 浏览器 百度 搜索 搜 进店 互访 回访 互踩 私信 有意 报名 详询 电话 招 ぜひ クリック 登録 ご覧 フォロー ライン追加 お問い合わせ 무료상담 문의 카톡 클릭 가입 상담 구독 방문 텔레그램 프로필 ไลน์ ติดต่อ ทักมา สมัคร คลิก",
};

/** Offers by their words, folded; pairs by both with a space between. */
export const offersByWord: ReadonlyMap<string, Offer> = new Map(
  Object.entries(WORDS).flatMap(([offer, list]) =>
    list.split(", ").map((written): [string, Offer] => [fold(written), offer as Offer]),
  ),
);

/** A letter tripled, or letters doubled in two places: no language spells so. */
const STRETCHED = /(.)\1\1|(.)\2.*(.)\3/u;
/** "Its" and "my" at the end of an Indonesian word. */
const OWNED = /(?:nya|ku)$/;
/** A short word squeezed is too easily another. */
const LEAST_SQUEEZED = 5;

const squeezed = (word: string): string => word.replace(/(.)\1+/gu, "$1");

const squeezedOffers: ReadonlyMap<string, Offer> = new Map(
  [...offersByWord].flatMap(([word, offer]): [string, Offer][] => {
    const short = squeezed(word);
    return word.includes(" ") || short.length < LEAST_SQUEEZED ? [] : [[short, offer]];
  }),
);

/** Letters that digits stand for. */
const LETTERS: Readonly<Record<string, string>> = { 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", 7: "t" };
/** A short word of digits and letters is too easily another. */
const LEAST_LETTERS = 4;
const LONGEST_DISGUISED = 30;

/** What a word offers that is written to slip by: its letters doubled, "jjuuaalaan", or digits for letters, "c4s1no88". */
export function disguisedOffer(word: string): { readonly word: string; readonly offer: Offer } | undefined {
  return withDigits(word) ?? stretchedOffer(word);
}

function withDigits(word: string): ReturnType<typeof disguisedOffer> {
  if (word.length > LONGEST_DISGUISED || !/\d/.test(word)) return undefined;
  const letters = word.replace(/\d/g, (digit) => LETTERS[digit] ?? digit);
  // Digits at the end may be a name's number.
  for (let end = word.length; end >= LEAST_LETTERS; end--) {
    const meant = letters.slice(0, end);
    const offer = meant === word.slice(0, end) ? undefined : offersByWord.get(meant);
    if (offer) return { word: meant, offer };
    if (!/\d/.test(word.charAt(end - 1))) break;
  }
  return undefined;
}

function stretchedOffer(word: string): ReturnType<typeof disguisedOffer> {
  if (word.length <= LEAST_SQUEEZED || !STRETCHED.test(word)) return undefined;
  const short = squeezed(word);
  for (const meant of [short, short.replace(OWNED, "")]) {
    const offer = squeezedOffers.get(meant);
    if (offer) return { word: meant, offer };
  }
  return undefined;
}

/** Offers in two words: by the first, then by the second. */
export const pairsBy: ReadonlyMap<string, ReadonlyMap<string, Offer>> = pairsOf(offersByWord);

function pairsOf(offers: Iterable<readonly [string, Offer]>): Map<string, Map<string, Offer>> {
  const pairs = new Map<string, Map<string, Offer>>();
  for (const [words, offer] of offers) {
    const [first = "", ...more] = words.split(" ");
    if (more.length > 0) pairs.set(first, (pairs.get(first) ?? new Map()).set(more.join(" "), offer));
  }
  return pairs;
}

/** First words of pairs that are no offer in disguise: many are everybody's. */
export const plainBeginnings: ReadonlySet<string> = new Set(
  [...pairsBy.keys()].filter((word) => disguisedOffer(word) === undefined),
);

/** Where words are not told apart by spaces: each offer's words in one pattern. */
export const unspacedOffers: readonly (readonly [offer: Offer, pattern: RegExp])[] = Object.entries(
  UNSPACED,
).map(([offer, list]) => [
  offer as Offer,
  new RegExp(
    list
      .split(" ")
      .map((word) => fold(word))
      .join("|"),
    "gu",
  ),
]);

/** Whether a word is one of an offer, as it is or disguised, or begins a pair that is. */
export const isOfOffer = (word: string): boolean =>
  offersByWord.has(word) || pairsBy.has(word) || disguisedOffer(word) !== undefined;
