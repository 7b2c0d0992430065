/** The posts that the demonstration's comments stand under. */
export const tides = {
  url: "https://blog.example/tides",
  title: "Why there are two tides a day",
  excerpt: "The moon pulls, but that explains only one of the two bulges of the sea.",
};

export const bread = {
  url: "https://blog.example/sourdough",
  title: "Sourdough without a schedule",
  excerpt: "Cold dough forgives you: how I bake once a week with five minutes of work.",
};

export const loops = {
  url: "https://blog.example/loops",
  title: "Loops you can read aloud",
  excerpt: "A for loop with three names in it is a sentence nobody can say.",
};
