import type { Format } from "./format.ts";
import { artrans } from "./formats/artrans.ts";
import { blogger } from "./formats/blogger.ts";
import { comentario, commento } from "./formats/commento.ts";
import { disqus } from "./formats/disqus.ts";
import { hamlet } from "./formats/hamlet.ts";
import { issoDatabase, issoJson } from "./formats/isso.ts";
import { movableType } from "./formats/movable-type.ts";
import { remark42 } from "./formats/remark42.ts";
import { staticman } from "./formats/staticman.ts";
import { csv, jsonLines } from "./formats/table.ts";
import { twikoo } from "./formats/twikoo.ts";
import { waline } from "./formats/waline.ts";
import { wordpressJson } from "./formats/wordpress/json.ts";
import { sqlDump } from "./formats/wordpress/sql-dump.ts";
import { wxr } from "./formats/wordpress/wxr.ts";

/** All kinds of histories, the surest to recognise first. */
export const formats: readonly Format[] = [
  wxr,
  disqus,
  blogger,
  issoDatabase,
  sqlDump,
  movableType,
  wordpressJson,
  comentario,
  commento,
  remark42,
  artrans,
  twikoo,
  waline,
  issoJson,
  staticman,
  hamlet,
  jsonLines,
  csv,
];
