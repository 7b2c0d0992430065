import { describe, expect, it } from "vitest";
import { isReserved, memberName } from "../../src/contract/members.ts";
import { type LanguageTag, languages } from "../../src/ui/messages/messages.ts";

/** Those of the names that people may have. */
const free = (names: readonly string[]) => names.filter((name) => memberName.safeParse(name).success);

describe("a person's name", () => {
  it("is none of those by which the record means what is no person, nor what people are here", () => {
    expect(
      free([
        ...["Hamlet", "Blog", "link", "Key", "token", "System", "Owner", "Author", "Moderator", "Admin"],
        ...[
          "administrator",
          "Besitzerin",
          "Eigentümer",
          "EIGENTU\u0308MER",
          "Inhaberin",
          "Autor",
          "Verfasserin",
        ],
        ...["المالك", "المؤلف", "الكاتب", "المشرف", "المدير", "النظام", "المدونة", "هاملت"],
      ]),
    ).toEqual([]);
  });

  it("does not look like one of them: capitals, letters of other scripts, what is not seen, an article", () => {
    expect(
      free([
        ...["OWNER", "  hAM\u200blet ", "Ｏｗｎｅｒ", "Оwnеr", "ѕуѕtеm", "Αuthor", "Âuthor", "𝐀𝐝𝐦𝐢𝐧"],
        ...["The Owner", "the author", "der Autor", "Die Moderatorin"],
      ]),
    ).toEqual([]);
  });

  it("does not read like a blog's key, in any language of the pages", () => {
    const told = (Object.keys(languages) as LanguageTag[]).flatMap((tag) => {
      const { byKey, byKeyFor } = languages[tag].messages.words;
      return [byKey(1), byKeyFor(12, "Mo")];
    });
    expect(free([...told, "blog, key 1", "The blog's KEY 2", "مفتاح المدونة ٣"])).toEqual([]);
  });

  it("is anybody's own else, also where a part of it is one of them", () => {
    const own = [
      ...["Anna", "Mo", "Owner Smith", "Hamletta", "Ophelia's admin", "Keyhan 2", "Francis Key", "Linka"],
      ...["مالك", "مشرف", "أحمد", "Ольга", "Ωmega", "王伟", "Zoë", "Annika Blogg", "O. W. Ner"],
    ];
    expect([free(own), own.filter(isReserved)]).toEqual([own, []]);
  });
});
