import { type FC, useContext } from "hono/jsx";
import { languages, PageLanguage, useMessages } from "../messages/messages.ts";

/** A link for each language, named in itself. */
export const LanguageChoice: FC = () => {
  const { tag, path } = useContext(PageLanguage);
  const { frame } = useMessages();
  return (
    <nav class="languages" aria-label={frame.language}>
      {Object.entries(languages).map(([other, { name }]) =>
        other === tag ? (
          <b lang={other}>{name}</b>
        ) : (
          <a
            href={`/language?${new URLSearchParams({ to: other, next: path })}`}
            lang={other}
            hreflang={other}
          >
            {name}
          </a>
        ),
      )}
    </nav>
  );
};
