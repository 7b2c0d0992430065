import { useContext } from "hono/jsx";
import { PageLanguage } from "../messages/messages.ts";

/** Digits that all languages of the pages use, so that figures compare. */
const useFormat = (options: Intl.NumberFormatOptions): ((value: number) => string) => {
  const { tag } = useContext(PageLanguage);
  const format = new Intl.NumberFormat(`${tag}-u-nu-latn`, options);
  return (value) => format.format(value);
};

/** Writes a share of 0..1 in percent. */
export const usePercent = () => useFormat({ style: "percent", maximumFractionDigits: 1 });

/** Writes a number with its thousands apart. */
export const useNumber = () => useFormat({});
