import { brand } from "../../../src/core/signals/brand.ts";
import { table } from "./table.ts";

const lucky = (evidence: string) => ({ strength: 1, evidence, variants: ["lucky"] });

table(brand, {
  is: { name: "brand", group: "text" },
  finds: [
    ["a number of luck", "Main di mawar777 tadi malam", lucky("mawar777")],
    ["digits on discs, styled letters", "Mauuuu kak 𝐁𝐓𝐕❶❻❽", lucky("btv168")],
    ["letters in squares, a digit on a key", "🅃🄾🅽4️⃣D juara", lucky("ton4d")],
    ["letters of other scripts one by one", "Dengan A Е 𝘙 О 𝟪 𝟪 saya", lucky("aero88")],
    ["a word of luck", "Kata orang mamajitu bagus", lucky("mamajitu")],
    ["digits that are drawn", "naga4d memang", lucky("naga4d")],
    ["styled letters", "coba 𝐌𝐀𝐖𝐀𝐑𝟖𝟖 deh", lucky("mawar88")],
    ["letters one by one", "coba m a w a r 8 8 deh", lucky("mawar88")],
    ["a house by its ending", "menang di nagaslot", lucky("nagaslot")],
    [
      "a name and a number",
      "coba mawar41 deh",
      { strength: 0.3, evidence: "mawar41", variants: ["numbered"] },
    ],
  ],
  passes: [
    ["plain text", "I read it twice in 2016 and again in 2020."],
    ["systems, formats and years", "Windows10, covid19, php74, utf16, step12 and figure 777"],
    ["words that end like a house", "The alphabet, Baldwin, Darwin, a parabola and a sorbet"],
    ["initials", "J. R. R. Tolkien and U. S. A."],
    ["prayers, talk, names and programs", "Tischgebet, sohbet, Ashwin, Cygwin, office365 and vector3d"],
    ["a name that is answered, with any number", "@VV777 I think you are right, mawar88, said @mawar88"],
    ["numbers in other scripts", "支持360，第4444位"],
  ],
});
