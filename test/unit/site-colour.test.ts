import { expect, it } from "vitest";
import { siteColour, siteColours } from "../../src/ui/parts/face.tsx";

const sites = (n: number) => Array.from({ length: n }, (_, i) => `blog-${i}`);

it("a site has one colour of six wherever it stands alone", () => {
  const colours = sites(200).map(siteColour);
  expect(colours).toEqual(sites(200).map(siteColour));
  expect(new Set(colours)).toEqual(new Set(["s1", "s2", "s3", "s4", "s5", "s6"]));
});

it("up to six sites side by side have six colours, the first of them their own", () => {
  for (let n = 1; n <= 6; n++) {
    const colours = siteColours(sites(n));
    expect(new Set(colours.values()).size).toBe(n);
    expect(colours.get("blog-0")).toBe(siteColour("blog-0"));
  }
  expect(siteColours(sites(31)).size).toBe(31);
});
