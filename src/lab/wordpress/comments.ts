/** How a comment comes to the blog. */
export type Way = "form" | "rest" | "xmlrpc" | "pingback" | "trackback";

export interface LabComment {
  readonly way: Way;
  readonly kind: "ham" | "spam" | "doubtful";
  readonly author: string;
  readonly email: string;
  readonly url?: string;
  readonly text: string;
}

const person = (author: string, email: string, text: string, way: Way): LabComment => ({
  way,
  kind: "ham",
  author,
  email,
  text,
});
const spammer = (author: string, url: string, text: string, way: Way): LabComment => ({
  way,
  kind: "spam",
  author,
  email: `${author.toLowerCase().replaceAll(/[^a-z]/g, "")}${author.length}83@mail.example`,
  url,
  text,
});

/** Posts of the blog: title and text. */
export const posts: Readonly<Record<string, string>> = {
  "Sourdough without a scale":
    "I bake by feel: a cup of starter, flour until the spoon stands, water until the dough lets go of the bowl. Here is what went wrong first.",
  "A week by bicycle along the Elbe":
    "From Dresden to Magdeburg with two panniers and a headwind on every single day. Where I slept, what I ate, and which path is closed.",
  "Why my espresso is sour":
    "Too coarse, too cold, too short: three mistakes that taste the same, and how I found out which one was mine.",
};

/** Thirty comments in eight languages and more, by every way in. */
export const comments: readonly LabComment[] = [
  person(
    "Ada",
    "ada@reader.example",
    "My starter sulked in the cold kitchen for a week. On top of the fridge it doubled overnight. How warm is yours?",
    "form",
  ),
  person(
    "Jonas",
    "jonas@leser.example",
    "Bei mir war es der Mahlgrad. Zwei Stufen feiner, und die Säure war weg. Danke für die genaue Beschreibung!",
    "form",
  ),
  person(
    "Claire",
    "claire@lectrice.example",
    "J’ai fait le même trajet au printemps : la rive gauche après Wittenberg était fermée, il a fallu prendre le bac.",
    "form",
  ),
  person(
    "Lucía",
    "lucia@lectora.example",
    "Yo mido con la misma taza desde hace años. Lo importante es mirar la masa y no el reloj, como dices.",
    "form",
  ),
  person(
    "Marco",
    "marco@lettore.example",
    "Anche il mio veniva acido: l’acqua usciva a ottantotto gradi. Con la caldaia più calda è cambiato tutto.",
    "rest",
  ),
  person(
    "Inês",
    "ines@leitora.example",
    "Dormi na mesma pensão em Torgau! O vento contra também foi meu companheiro durante três dias.",
    "rest",
  ),
  person(
    "Олег",
    "oleg@chitatel.example",
    "А вы не пробовали ржаную муку? У меня закваска на ней оживает быстрее, чем на пшеничной.",
    "rest",
  ),
  person(
    "ليلى",
    "layla@qaria.example",
    "جربت الطريقة بدون ميزان ونجحت من المرة الثانية، لكن العجين كان يحتاج ماءً أقل في الصيف.",
    "form",
  ),
  person(
    "健太",
    "kenta@dokusha.example",
    "豆を細かく挽きすぎると今度は苦くなりました。抽出時間を計りながら少しずつ変えるのがよさそうです。",
    "form",
  ),
  person(
    "Ewa",
    "ewa@czytelnik.example",
    "Jechałam tamtędy w sierpniu. Ścieżka koło Meißen była już otwarta, ale za mostem trzeba zsiąść z roweru.",
    "xmlrpc",
  ),
  person(
    "Ben",
    "ben@reader.example",
    "The third mistake was mine, too. I had the machine on for four minutes and thought that was warm.",
    "xmlrpc",
  ),
  person(
    "Noor",
    "noor@lezer.example",
    "Welke banden had je? Met smalle banden vond ik het grind na Coswig geen plezier.",
    "xmlrpc",
  ),
  person(
    "Petra",
    "petra@reader.example",
    "You write that the dough should let go of the bowl. Mine never does. Is my flour too weak, or do I give up too early?",
    "form",
  ),
  spammer(
    "Cheap Pills Online",
    "http://cheap-pills.example.com/buy",
    'Buy cheap viagra online <a href="http://cheap-pills.example.com/viagra">cheap viagra</a> <a href="http://cheap-pills.example.com/cialis">cialis without prescription</a> best price guaranteed',
    "form",
  ),
  spammer(
    "Casino en ligne",
    "http://casino-bonus.example.net",
    "Casino en ligne bonus sans dépôt http://casino-bonus.example.net http://casino-bonus.example.net/machines http://poker-win.example.net jouez maintenant et gagnez 5000 €",
    "form",
  ),
  spammer(
    "SEO Expert",
    "http://rank-first.example.org",
    "Hello dear webmaster! We offer guest posts and backlinks, rank first on Google. [url=http://rank-first.example.org]SEO service[/url] Contact via WhatsApp +1 555 010 9999",
    "form",
  ),
  spammer(
    "Orologi Replica",
    "http://replica-watch.example.com",
    'Ottimo articolo!!! <a href="http://replica-watch.example.com/rolex">replica rolex</a> <a href="http://replica-watch.example.com/omega">replica omega</a> orologi di lusso economici spedizione gratuita',
    "rest",
  ),
  spammer(
    "Ganhar Dinheiro",
    "http://crypto-double.example.io",
    "Ganhei R$ 12.000 em uma semana com bitcoin. Fale com a Ana no Telegram t.me/anna_trades ou http://crypto-double.example.io para dobrar seu investimento",
    "rest",
  ),
  spammer(
    "Kredit Sofort",
    "http://kredit-sofort.example.biz",
    "Kredit ohne Schufa sofort http://kredit-sofort.example.biz http://kredit-sofort.example.biz/antrag Jetzt Kredit beantragen und Geld heute erhalten",
    "xmlrpc",
  ),
  spammer(
    "Купить дешево",
    "http://kupit-deshevo.example.ru",
    "Купить диплом недорого http://kupit-deshevo.example.ru/diplom казино онлайн бонус http://kupit-deshevo.example.ru/casino звоните сейчас",
    "xmlrpc",
  ),
  spammer(
    "Viagra Barata",
    "http://farmacia-barata.example.es",
    "Comprar viagra sin receta http://farmacia-barata.example.es/viagra mejor precio garantizado http://farmacia-barata.example.es",
    "rest",
  ),
  {
    way: "form",
    kind: "doubtful",
    author: "Tom",
    email: "tom@reader.example",
    text: "Nice article, very helpful. There is more on grinders at https://grinders.example.net/review",
  },
  {
    way: "form",
    kind: "doubtful",
    author: "Great Bikes",
    email: "info@bikes.example",
    url: "https://great-bikes.example.com",
    text: "I really like this blog. Keep up the good work!",
  },
  { way: "rest", kind: "doubtful", author: "mk", email: "mk1987@mail.example", text: "thanks" },
  {
    way: "xmlrpc",
    kind: "doubtful",
    author: "Rita",
    email: "rita@reader.example",
    url: "https://rita-bakes.example/blog/rye-bread",
    text: "I wrote about the same thing last week, with rye: https://rita-bakes.example/blog/rye-bread",
  },
  {
    way: "pingback",
    kind: "ham",
    author: "A bakery diary",
    email: "",
    text: "Today I tried what I read in this post about bread without a scale, and the loaf rose like never before.",
  },
  {
    way: "pingback",
    kind: "spam",
    author: "Casino pills",
    email: "",
    text: "casino bonus viagra cheap pills best price buy now online pharmacy loans",
  },
  {
    way: "trackback",
    kind: "doubtful",
    author: "Coffee notes",
    email: "",
    url: "https://coffee.example/notes",
    text: "An answer to a post about sour espresso, with a table of grind sizes.",
  },
  {
    way: "trackback",
    kind: "spam",
    author: "Bahis siteleri",
    email: "",
    url: "http://bahis-bonus.example.com",
    text: "Kaçak bahis siteleri, casino bonusu, hemen üye ol, bedava deneme bonusu, en iyi fiyat",
  },
  person(
    "Hanna",
    "hanna@leserin.example",
    "Welche Etappe war die schönste? Wir haben nur vier Tage und wollen nicht jeden Abend das Zelt aufbauen.",
    "form",
  ),
];
