import { send } from "./arrivals.ts";
import type { LabComment } from "./comments.ts";
import type { Tour } from "./tour.ts";

const OBJECTS = ["oven", "tyre", "grinder", "tent", "kettle", "saddle"];

/** Six comments that Hamlet holds whatever its model thinks of them, for moderators to decide on. */
export async function someHeld(tour: Tour, when: string): Promise<void> {
  await tour.hamlet.set({ holdFirstTimers: true });
  const coming = OBJECTS.map(
    (object, i): LabComment => ({
      way: "rest",
      kind: "doubtful",
      author: `Reader of the ${object}`,
      email: `${object}-${when}@reader.example`,
      text: `Which ${object} do you take along in the ${when}? Mine broke on day ${i + 2}, and I had to borrow one.`,
    }),
  );
  await send(tour, coming);
  await tour.hamlet.set({ holdFirstTimers: false });
}
