import { html } from "hono/html";
import { type LanguageTag, PageLanguage } from "../messages/messages.ts";
import { LoginPage } from "./login-page.tsx";

/** Signs for what is each reader's own: no text of a page holds them, and in an address they stand escaped. */
const NEXT = "\ue000";
const NAME = "\ue001";
const OPTIONS = "\ue002";
const PATH = "\ue003";
const SIGN = new RegExp(`[${NEXT}${NAME}${OPTIONS}]|${encodeURIComponent(PATH)}`, "g");

interface Shown extends Omit<Parameters<typeof LoginPage>[0], "access"> {
  readonly tag: LanguageTag;
  /** Where the reader is. */
  readonly path: string;
}

/** Pages with signs in them, by what else they depend on: languages, faults, and which way comes first. */
const pages = new Map<string, string>();

/**
 * The page to sign in, as text: made once for each language and fault, since to make it takes longer than all else of a
 * refusal.
 */
export async function loginHtml({ tag, path, next, name = "", options, ...shown }: Shown): Promise<string> {
  const key = JSON.stringify([tag, shown.byPasskey, shown.fault]);
  const page = pages.get(key) ?? (await made(tag, shown));
  pages.set(key, page);
  const own: Readonly<Record<string, string>> = { [NEXT]: next, [NAME]: name, [OPTIONS]: options };
  return page.replace(SIGN, (sign) => String(html`${own[sign] ?? encodeURIComponent(path)}`));
}

const made = async (tag: LanguageTag, shown: Pick<Shown, "byPasskey" | "fault">): Promise<string> =>
  String(
    await (
      <PageLanguage.Provider value={{ tag, path: PATH }}>
        <LoginPage next={NEXT} name={NAME} options={OPTIONS} {...shown} />
      </PageLanguage.Provider>
    ).toString(),
  );
