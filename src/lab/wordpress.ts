import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { command } from "../cli/command.ts";
import { exitOnSignals } from "../cli/service.ts";
import { launch } from "./browser.ts";
import { Admin } from "./wordpress/admin.ts";
import { akismetWay } from "./wordpress/akismet-way.ts";
import { Blog } from "./wordpress/blog.ts";
import { posts } from "./wordpress/comments.ts";
import { Hamlet } from "./wordpress/hamlet.ts";
import { ownWay } from "./wordpress/own-way.ts";
import { Table } from "./wordpress/table.ts";
import { OtherBlog, type Post, Ways } from "./wordpress/ways.ts";

const { positionals, values } = command({
  call: "npm run wordpress",
  takes: { usage: "PATH", least: 1, most: 1 },
  about: `Drives the WordPress that lies at PATH both ways, in a real browser, each with a Hamlet of its own: by Hamlet's plugin, and by the Akismet plugin, which
must lie there, too.
Its comments are deleted and plugins are switched: only a WordPress whose address is http://127.0.0.1:PORT is touched.`,
  options: {
    way: { type: "string", value: "WAY", help: "only this one: own (Hamlet's plugin) or akismet" },
    away: {
      type: "string",
      value: "SECONDS",
      default: "20",
      help: "how long Hamlet is away in the middle (20)",
    },
    pictures: { type: "string", value: "FOLDER", help: "make the pictures for docs/integrations there" },
  },
  examples: [
    "npm run wordpress -- ../wordpress",
    "npm run wordpress -- --way akismet --away 300 ../wordpress",
  ],
  exits: {
    0: "all is as it must be, or there is no php or no browser to see it with",
    1: "something is not",
  },
});

const PASSWORD = "play-with-me-1";

const [path] = positionals as [string];
if (spawnSync("php", ["-v"]).status !== 0)
  skip("SKIPPED: no php here (Debian: apt-get install php-cli php-mysql).", 0);
if (!existsSync(join(path, "wp-load.php"))) skip(`There is no WordPress at ${path}.`, 2);
const browser = await launch();
if (!browser) process.exit(0);
exitOnSignals();

const ways = {
  own: { about: "Hamlet's own plugin", owner: "Owner", drive: ownWay },
  akismet: { about: "The Akismet plugin, unchanged, with Hamlet's file", owner: "owner", drive: akismetWay },
} as const;
const prepared = {
  posts,
  password: PASSWORD,
  users: { owner: "administrator", editor: "editor", reader: "subscriber" },
  options: {
    comment_moderation: "",
    comment_previously_approved: "1",
    require_name_email: "1",
    comment_registration: "",
    moderation_keys: "",
    default_comment_status: "open",
    show_avatars: "",
    permalink_structure: "/%postname%/",
  },
};

const blog = new Blog(resolve(path));
const other = new OtherBlog();
const table = new Table();
try {
  const { wordpress, php, database, network } = await blog.serve();
  console.log(`WordPress ${wordpress}, PHP ${php}, ${database}${network ? ", a network of blogs" : ""}`);
  await other.listen(blog.url);
  for (const name of Object.keys(ways) as (keyof typeof ways)[])
    if (values.way === undefined || values.way === name) await go(name);
} catch (failure) {
  table.note("the tour came to its end", false, failure instanceof Error ? failure.message : String(failure));
} finally {
  await browser.close();
  other.close();
  blog.stop();
}
process.exit(table.close() ? 0 : 1);

function skip(why: string, code: number): never {
  console.error(why);
  process.exit(code);
}

/** Prepares the blog, makes a Hamlet for it, and goes one way. */
async function go(name: keyof typeof ways): Promise<void> {
  const { about, owner, drive } = ways[name];
  console.log(`\n${about}\n`);
  const there = await blog.inside<Post[]>("prepare", prepared);
  const hamlet = new Hamlet();
  try {
    await hamlet.start();
    await hamlet.keys(blog.url);
    const admin = await Admin.signIn(browser as NonNullable<typeof browser>, blog, "owner", PASSWORD);
    const logged = blog.logged();
    const by = new Ways(blog.url, other);
    const more = { password: PASSWORD, owner, away: 1000 * Number(values.away), pictures: values.pictures };
    await drive({ blog, hamlet, admin, ways: by, other, posts: there, table, ...more });
    const faults = blog.faults(logged);
    table.note("PHP logs no fault of Hamlet's", faults.length === 0, faults[0] ?? "none");
  } catch (failure) {
    table.note(
      "the tour came to its end",
      false,
      failure instanceof Error ? failure.message : String(failure),
    );
  } finally {
    await hamlet.stop();
  }
}
