const rules = new Intl.PluralRules("ar");

/** Forms of a counted noun: one, two, 3 to 10, 11 to 99, and any other number. */
interface Forms {
  readonly one: string;
  readonly two: string;
  readonly few: string;
  readonly many: string;
  readonly other: string;
}

/** A number with its noun in the form that Arabic wants. */
export function count(n: number, forms: Forms): string {
  const form = rules.select(n);
  if (form === "one" || form === "two") return forms[form];
  return `${n} ${form === "zero" ? forms.other : forms[form]}`;
}

export const comments: Forms = {
  one: "تعليق واحد",
  two: "تعليقان",
  few: "تعليقات",
  many: "تعليقًا",
  other: "تعليق",
};
