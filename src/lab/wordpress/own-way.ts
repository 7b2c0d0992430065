import { arrivals } from "./arrivals.ts";
import { byCode } from "./by-code.ts";
import { answerInHamlet, decideInBlog, decideInHamlet } from "./decisions.ts";
import { SITE } from "./hamlet.ts";
import { manners } from "./manners.ts";
import { network } from "./network.ts";
import { forgeries, outage, wrongKey } from "./outage.ts";
import { picture } from "./pictures.ts";
import { themes } from "./themes.ts";
import type { Tour } from "./tour.ts";
import { upload } from "./upload.ts";

/** Hamlet's own plugin, connected by a key. */
export async function ownWay(tour: Tour): Promise<void> {
  await upload(tour, "hamlet.zip");
  await connect(tour);
  await arrivals(tour);
  await picture(tour, "column", "edit-comments.php?comment_status=moderated");
  await decideInBlog(tour);
  await decideInHamlet(tour);
  await answerInHamlet(tour);
  await outage(tour);
  await wrongKey(tour);
  await forgeries(tour);
  await themes(tour);
  await byCode(tour);
  await network(tour);
  await manners(tour);
}

async function connect(tour: Tour): Promise<void> {
  const { admin, hamlet, table } = tour;
  await picture(tour, "connect", "options-general.php?page=hamlet");
  const address = `${hamlet.url}/sites/${SITE}`;
  const refused = await admin.connect({ address, word: "0123456789ab", secret: "" });
  table.note("a wrong key is refused", refused.includes("does not know this key"), refused);
  const unsafe = await admin.connect({
    address: "http://hamlet.example/sites/blog",
    word: hamlet.key,
    secret: "",
  });
  table.note("a key is not sent to an address without https", unsafe.includes("https://"), unsafe);
  const made = await admin.connect({ address, word: hamlet.key, secret: hamlet.deliverySecret });
  table.note("the right key connects", made.startsWith("Connected"), made);
  await picture(tour, "connected", "options-general.php?page=hamlet");
}
