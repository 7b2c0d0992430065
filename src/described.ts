import { apiDocument } from "./app.ts";
import { docsPage } from "./ui/docs/docs-page.tsx";

/** The API's description and its page, by the names of the files that the build makes of them: to make them takes a Worker too long. */
export async function described(): Promise<Readonly<Record<string, string>>> {
  const document = apiDocument();
  return { "api-description.json": JSON.stringify(document), "api-page.txt": await docsPage(document) };
}
