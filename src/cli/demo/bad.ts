import type { DemoComment } from "./demo-comment.ts";
import { bread, tides } from "./posts.ts";

/** Comments that nobody wants: spam of all kinds, then abuse. */
export const bad: readonly DemoComment[] = [
  {
    about: "casino",
    post: tides,
    author: { name: "Best Online Casino", url: "https://lucky-spin-bonus.example/slots" },
    content:
      "Get 200 free spins today!!! No deposit needed, instant payout https://lucky-spin-bonus.example/slots",
  },
  {
    about: "pharmacy",
    post: bread,
    author: { name: "cheap pills online" },
    content:
      'Buy V1agra and C1alis without prescription, best price guaranteed, discreet delivery: http://rx-no-script.example/buy <a href="http://rx-no-script.example/buy">cheap pills</a>',
  },
  {
    about: "praise with a link",
    post: tides,
    author: { name: "Digital Marketing Agency", url: "https://rank-me-first.example/seo-services" },
    content:
      "Nice post. I was checking constantly this blog and I am impressed! Extremely useful information specifically the last part. I care for such info much.",
  },
  {
    about: "AI-like praise",
    post: bread,
    author: { name: "Eleanor Whitfield", url: "https://homekitchen-appliances.example/best-stand-mixers" },
    content:
      "What a thoughtful exploration of the topic! Your insights truly resonate, and the way you balance practicality with passion is inspiring. Posts like this remind us why quality content matters. For anyone looking to take the next step, the resources at homekitchen-appliances.example are well worth a look.",
  },
  {
    about: "crypto",
    post: tides,
    author: { name: "Mark Trader" },
    content:
      "I lost everything, then I met Mrs. Linda and earned $12,500 in one week with bitcoin. Contact her on WhatsApp +1 (555) 010-9917 or Telegram @linda_fx_pro, she never fails.",
  },
  {
    about: "loan",
    post: bread,
    author: { name: "Fast Loan Company" },
    content:
      "Do you need an urgent loan? We offer loans at 2% interest, no collateral. Apply now: fastloan.office@mailbox.example",
  },
  {
    about: "essay mill",
    post: tides,
    author: { name: "essay writing service", url: "https://write-my-essay.example/order-now" },
    content:
      "I really like your blog. If you need help with your homework visit my site, our writers are online 24/7.",
  },
  {
    about: "support scam",
    post: bread,
    author: { name: "printer support" },
    content:
      "Call our toll free number +1 (555) 010-4432 to fix printer offline error, antivirus refund and email login problems. 24/7 customer service number.",
  },
  {
    about: "BBCode",
    post: tides,
    author: { name: "Jamesmof", url: "http://replica-watches.example/a" },
    content:
      "[url=http://replica-watches.example/a]replica watches[/url] [url=http://replica-watches.example/b]cheap bags[/url] hello all",
  },
  {
    about: "look-alike letters",
    post: bread,
    author: { name: "Аnnа" },
    content: "Wаnt tо еаrn mоnеу frоm hоmе? Сliсk hеrе: http://wоrk-frоm-hоmе.example",
  },
  {
    about: "invisible characters",
    post: tides,
    author: { name: "Lena" },
    content: "Ca\u200bsi\u200bno bo\u200bnus for new pla\u200byers, cli\u200bck www.ca-si-no.example",
  },
  {
    about: "template left over",
    post: bread,
    author: { name: "Robertvek" },
    content:
      "{Hello|Hi|Hey} there! {I|We} {really|truly} {love|like} %title%. Check {out|} my page at http://spun.example/%keyword%",
  },
  {
    about: "filled honeypot",
    post: tides,
    author: { name: "Sam" },
    content: "I enjoyed the part about the harbour a lot, thanks for writing it down.",
    form: { honeypot: "http://filled.example", elapsed: 900 },
  },
  {
    about: "sent too fast",
    post: bread,
    author: { name: "Kevin", url: "http://quick-fit.example", userAgent: "python-requests/2.31" },
    content: "Very good article, I will share it with my friends. Keep it up!",
    form: { honeypot: "", elapsed: 400 },
  },
  {
    about: "Russian spam",
    post: tides,
    author: { name: "Виктор" },
    content:
      "Заработок в интернете без вложений! От 5000 руб в день, подробности здесь: http://zarabotok-online.example",
  },
  {
    about: "German spam",
    post: bread,
    author: { name: "Online Kredit ohne Schufa", url: "https://kredit-sofort.example/antrag" },
    content:
      "Toller Beitrag! Günstige Kredite ohne Schufa, sofort ausgezahlt, besuchen Sie unsere Seite https://kredit-sofort.example/antrag",
  },
  {
    about: "Chinese spam",
    post: tides,
    author: { name: "网上赌场" },
    content: "免费注册送彩金，最高返水，安全可靠，加微信 vip8888 或访问 http://bet-vip.example",
  },
  {
    about: "shouting",
    post: bread,
    author: { name: "FREE IPHONE" },
    content:
      "CONGRATULATIONS YOU HAVE BEEN SELECTED!!! CLAIM YOUR FREE PHONE NOW AT http://claim-prize.example BEFORE MIDNIGHT!!!",
  },
  {
    about: "tracked pingback",
    type: "pingback",
    post: tides,
    author: { name: "Top 10 Insurance Deals", url: "https://insurance-top10.example/pingback" },
    content: "[...] Top 10 cheap insurance deals, read more [...]",
  },
  {
    about: "short praise",
    post: bread,
    author: { name: "john", url: "http://john-smith-blog.example" },
    content: "Great article!",
  },
  {
    about: "insult",
    post: tides,
    author: { name: "anon" },
    content: "You are a pathetic moron and everybody here knows it. Stop writing, asshole.",
  },
  {
    about: "threat",
    post: bread,
    author: { name: "nobody" },
    content: "I know where you live. I will find you and then you will be sorry.",
  },
  {
    about: "hostile markup",
    post: tides,
    author: { name: "<img src=x onerror=alert(1)>" },
    content: "<script>alert('owned')</script><img src=x onerror=alert(1)> \u202Etxet desrever",
  },
];
