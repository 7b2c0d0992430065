import type { Parameters } from "../../platform/forms/parameters.ts";

interface Trace {
  readonly honeypot?: string;
  readonly elapsed?: number;
  readonly token?: "passed" | "failed";
  readonly inputs?: number;
}

const MOST_INPUTS = 1_000_000;
const YEAR = 31_536_000_000;

/**
 * What the comment form noticed, as WordPress' plugin sends it along: `POST_ak_js` is when its script saw the
 * form, `ak_bfs` when it was sent, both by the reader's clock; `ak_bkpc`, `ak_bmcc` and `ak_btec` count keys,
 * clicks and touches.
 */
export function formTrace(parameters: Parameters): Trace | undefined {
  const trace: Trace = {
    ...defined("honeypot", honeypot(parameters)),
    ...defined("elapsed", elapsed(parameters)),
    ...defined("token", token(parameters)),
    ...defined("inputs", inputs(parameters)),
  };
  return Object.keys(trace).length === 0 ? undefined : trace;
}

const defined = <K extends string, V>(name: K, value: V | undefined): Partial<Record<K, V>> =>
  value === undefined ? {} : ({ [name]: value } as Record<K, V>);

/**
 * The field that `honeypot_field_name` names, under that name or as WordPress passes it on; empty: there, and
 * left alone.
 */
function honeypot(parameters: Parameters): string | undefined {
  const name = parameters.one("honeypot_field_name");
  const value =
    name === undefined
      ? parameters.raw("POST_ak_hp_textarea")
      : (parameters.raw(name) ?? parameters.raw(`POST_${name}`) ?? "");
  return value?.slice(0, 4096);
}

function elapsed(parameters: Parameters): number | undefined {
  const shown = integer(parameters.one("POST_ak_js"));
  const sent = integer(parameters.one("POST_ak_bfs"));
  // Before the script has run the field holds a small number of the server's making.
  if (shown === undefined || sent === undefined || shown < YEAR) return undefined;
  const time = sent - shown;
  return time >= 0 && time <= YEAR ? time : undefined;
}

/** Where no form was posted, by the REST API, XML-RPC or a trackback, the plugin says "failed", too. */
function token(parameters: Parameters): "passed" | "failed" | undefined {
  const nonce = parameters.one("akismet_comment_nonce");
  if (nonce === "failed" && parameters.raw("POST_comment") === undefined) return undefined;
  return nonce === "passed" || nonce === "failed" ? nonce : undefined;
}

function inputs(parameters: Parameters): number | undefined {
  const counts = ["POST_ak_bkpc", "POST_ak_bmcc", "POST_ak_btec"].map((name) =>
    integer(parameters.one(name)),
  );
  if (counts.some((count) => count === undefined)) return undefined;
  return Math.min(
    MOST_INPUTS,
    counts.reduce<number>((sum, count) => sum + (count ?? 0), 0),
  );
}

const integer = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
