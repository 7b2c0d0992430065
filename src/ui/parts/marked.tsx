import type { FC } from "hono/jsx";

/** A message in which *some words* count more. What strangers wrote must be `plain` to stand in one. */
export const Marked: FC<{ text: string }> = ({ text }) => (
  <>{text.split("*").map((part, n) => (n % 2 === 1 ? <b>{part}</b> : part))}</>
);

/** Words of strangers, for a message: without the sign that marks, and not too long. */
export const plain = (words: string): string => words.replaceAll("*", "∗").slice(0, 80);
