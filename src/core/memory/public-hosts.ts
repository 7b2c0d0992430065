/** Where everybody reads, keeps a place or looks things up, so that many link there on any day. */
const PUBLIC = new Set(
  // Looked up.
  (
    "wikipedia.org wikimedia.org wiktionary.org wikidata.org wikihow.com fandom.com britannica.com archive.org archive.ph gutenberg.org openlibrary.org goodreads.com imdb.com openstreetmap.org arxiv.org doi.org jstor.org nature.com science.org sciencedirect.com springer.com researchgate.net plos.org nih.gov cdc.gov nasa.gov who.int un.org europa.eu gov.uk loc.gov baike.com zhihu.com douban.com quora.com " +
    // Seen and heard.
    "youtube.com youtu.be vimeo.com dailymotion.com twitch.tv spotify.com soundcloud.com bandcamp.com ted.com netflix.com bilibili.com nicovideo.jp rutube.ru flickr.com imgur.com unsplash.com giphy.com xkcd.com " +
    // Kept and said.
    "twitter.com x.com facebook.com fb.com instagram.com threads.net linkedin.com reddit.com pinterest.com tumblr.com tiktok.com mastodon.social bsky.app vk.com ok.ru weibo.com weibo.cn baidu.com qq.com 163.com sina.com.cn discord.com discord.gg medium.com substack.com wordpress.com blogger.com blogspot.com livejournal.com typepad.com about.me gravatar.com disqus.com patreon.com kickstarter.com change.org meetup.com eventbrite.com naver.com daum.net tistory.com hatena.ne.jp ameblo.jp fc2.com note.com qiita.com csdn.net cnblogs.com jianshu.com juejin.cn over-blog.com canalblog.com habr.com pikabu.ru " +
    // Made.
    "github.com github.io gitlab.com bitbucket.org codeberg.org sourceforge.net stackoverflow.com stackexchange.com serverfault.com superuser.com askubuntu.com npmjs.com pypi.org crates.io docs.rs python.org php.net mozilla.org w3.org ietf.org kernel.org debian.org ubuntu.com apache.org gnu.org wordpress.org mdn.dev jsfiddle.net codepen.io codesandbox.io jsbin.com dev.to ycombinator.com lobste.rs huggingface.co " +
    // Firms with which everybody deals.
    "microsoft.com apple.com adobe.com mozilla.com cloudflare.com openai.com paypal.com etsy.com dropbox.com notion.so zoom.us " +
    // Papers and channels.
    "nytimes.com theguardian.com bbc.co.uk bbc.com washingtonpost.com wsj.com ft.com economist.com reuters.com apnews.com bloomberg.com cnn.com npr.org nbcnews.com forbes.com theatlantic.com newyorker.com wired.com theverge.com arstechnica.com techcrunch.com vice.com independent.co.uk telegraph.co.uk dailymail.co.uk lemonde.fr lefigaro.fr liberation.fr spiegel.de zeit.de faz.net sueddeutsche.de tagesschau.de heise.de derstandard.at nzz.ch elpais.com elmundo.es corriere.it repubblica.it globo.com uol.com.br folha.uol.com.br aljazeera.com aljazeera.net haaretz.com timesofindia.com thehindu.com indiatimes.com asahi.com nikkei.com yomiuri.co.jp nhk.or.jp yna.co.kr xinhuanet.com people.com.cn rbc.ru lenta.ru kompas.com detik.com vnexpress.net hurriyet.com.tr"
  ).split(" "),
);
/** The same with an ending for each country. */
const EVERYWHERE = /^(?:google|amazon|ebay|yahoo|yandex|microsoft)\.[a-z.]{2,6}$/;

/** Whether a registered domain is one of everybody's: that many link to it says nothing. */
export const isPublicHost = (domain: string): boolean => PUBLIC.has(domain) || EVERYWHERE.test(domain);
