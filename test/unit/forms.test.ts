import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundaryOf, readMultipart } from "../../src/platform/forms/multipart.ts";
import { Parameters } from "../../src/platform/forms/parameters.ts";
import { MAX_FIELDS, MAX_PARTS, type RawField, TooManyFields } from "../../src/platform/forms/raw-field.ts";
import { readUrlencoded } from "../../src/platform/forms/urlencoded.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const pairsOf = (fields: readonly RawField[]) =>
  fields.map((field) => [field.name(), new TextDecoder().decode(field.value())]);
const urlencoded = (text: string) => readUrlencoded(bytesOf(text));
const multipart = (text: string) => readMultipart(bytesOf(text), "x");

const KB = 1024;
const MOST = 512 * KB;
/** A form of `size` bytes made of one piece over and over. */
const filled = (piece: string, size: number) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);

/** Shapes that made one reader or another look at each byte many times, within the limit of fields. */
const shapes: Readonly<Record<string, (size: number) => string>> = {
  "one name": (size) => filled("a", size),
  "one value": (size) => `a=${filled("=", size)}`,
  "one value of escapes": (size) => `a=${filled("%41", size)}`,
  "one value of broken escapes": (size) => `a=${filled("%4", size)}`,
  "names without end": (size) => filled(`${filled("n", size / 900)}&`, size),
  "one name many times": (size) => filled(`comment_content=${filled("x", size / 900)}&`, size),
  "a list": (size) => filled(`comment_context[]=${filled("x", size / 900)}&`, size),
};
const multipartShapes: Readonly<Record<string, (size: number) => string>> = {
  "one value": (size) =>
    `--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n${filled("b", size)}\r\n--x--`,
  "lines that are nearly boundaries": (size) => filled("\r\n--", size),
  "line ends": (size) => filled("\n", size),
  "a head without end": (size) => `--x\r\n${filled("a: b\r\n", size)}--x--`,
  "quotes without end": (size) => `--x\r\nContent-Disposition: ${filled('; name="', size)}`,
};

/** What a reader refuses, it has looked at all the same. */
function unlessRefused(read: () => RawField[]): RawField[] {
  try {
    return read();
  } catch (failure) {
    if (failure instanceof TooManyFields) return [];
    throw failure;
  }
}

/** Milliseconds that reading a form and looking for its key take, the best of three. */
function timeOf(read: () => RawField[]): number {
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    const parameters = new Parameters([], read());
    parameters.early("api_key", 256);
    parameters.one("comment_content");
    parameters.list("comment_context");
    return performance.now() - start;
  });
  return Math.min(...times);
}

describe("a form as large as one may be", () => {
  // Before, 64 kB of "&" took 4 seconds; a quadratic reader is over this limit by ten times, and a busy machine is not.
  const LIMIT = 2_400;
  it.each(Object.entries(shapes))("is read in time whatever it holds: %s", (_, shape) => {
    const body = bytesOf(shape(MOST));
    expect(timeOf(() => readUrlencoded(body))).toBeLessThan(LIMIT);
  });
  it.each(Object.entries(multipartShapes))("is read in time as multipart, too: %s", (_, shape) => {
    const body = bytesOf(shape(MOST));
    expect(timeOf(() => unlessRefused(() => readMultipart(body, "x")))).toBeLessThan(LIMIT);
  });
});

describe("too many fields", () => {
  it.each([
    ["separators alone", filled("&", 64 * KB)],
    ["empty values", filled("a=&", MOST)],
    ["different names", Array.from({ length: MAX_FIELDS + 1 }, (_, i) => `n${i}=1`).join("&")],
  ])("are refused before any is taken apart: %s", (_, text) => {
    expect(() => urlencoded(text)).toThrow(TooManyFields);
  });

  it("are those beyond the limit, and not the last that is allowed", () => {
    expect(urlencoded(filled("a=1&", 4 * MAX_FIELDS - 1))).toHaveLength(MAX_FIELDS);
    const part = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n';
    expect(multipart(`${part.repeat(MAX_PARTS)}--x--`)).toHaveLength(MAX_PARTS);
    expect(() => multipart(`${part.repeat(MAX_PARTS + 1)}--x--`)).toThrow(TooManyFields);
    const lined = (lines: number) => multipart(`${part.replace("1", "1\n".repeat(lines))}--x--`);
    expect(lined(3_990)).toHaveLength(1);
    expect(() => lined(4_001)).toThrow(TooManyFields);
  });
});

describe("a multipart form", () => {
  it("is read as it was written, whatever its names and values hold", async () => {
    const text = fc.string({ unit: "grapheme", maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { maxLength: 12 }), async (pairs) => {
        const form = new FormData();
        for (const [name, value] of pairs) form.append(name, value);
        const request = new Request("https://hamlet.example", { method: "POST", body: form });
        const boundary = boundaryOf(request.headers.get("content-type") ?? "") ?? "";
        const read = readMultipart(new Uint8Array(await request.arrayBuffer()), boundary);
        const lines = (value: string) => value.replace(/\r\n?|\n/g, "\r\n");
        expect(pairsOf(read)).toEqual(
          [...form].map(([name, value]) => [lines(name), lines(value as string)]),
        );
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ["a file", '--x\r\nContent-Disposition: form-data; name="a"; filename="b"\r\n\r\nc\r\n--x--'],
    ["a part without a name", "--x\r\nContent-Disposition: form-data\r\n\r\nc\r\n--x--"],
    ["one that was cut off", '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nc'],
    ["no form at all", "hello"],
    ["nothing", ""],
  ])("holds no field that is %s", (_, text) => {
    expect(multipart(text)).toEqual([]);
  });

  it("is read with line feeds alone, unquoted names and text before its first part", () => {
    const text = "ignored\n--x\nContent-Disposition: form-data; name=a\n\none\ntwo\n--x--\n";
    expect(pairsOf(multipart(text))).toEqual([["a", "one\ntwo"]]);
  });

  it.each([
    ["a name after another header", "Content-Type: text/plain\r\ncontent-disposition:form-data;name=a"],
    ["a name that looks like a file's", 'Content-Disposition: form-data; other="; filename=b"; name="a"'],
    ["the first of two names", 'Content-Disposition: form-data; name="a"; name="b"'],
    ["headers after it", 'Content-Disposition: form-data; name="a"\r\nContent-Length: 1\r\nX: y'],
  ])("may have %s", (_, head) => {
    expect(pairsOf(multipart(`--x\r\n${head}\r\n\r\n1\r\n--x--`))).toEqual([["a", "1"]]);
  });

  it.each([
    ["an empty value", 'Content-Disposition: form-data; name="a"\r\n\r\n\r\n', [["a", ""]]],
    ["an empty value at once", 'Content-Disposition: form-data; name="a"\r\n\r\n', [["a", ""]]],
    ["no empty line", 'Content-Disposition: form-data; name="a"\r\n', []],
    ["an empty name", 'Content-Disposition: form-data; name=""\r\n\r\n1\r\n', [["", "1"]]],
    ["a quote without end", 'Content-Disposition: form-data; name="a\r\n\r\n1\r\n', []],
    [
      "a head of 2 kB",
      `Content-Disposition: form-data; name="a"\r\nX: ${"y".repeat(2_000)}\r\n\r\n1\r\n`,
      [],
    ],
  ])("may be of a part with %s", (_, part, fields) => {
    expect(pairsOf(multipart(`--x\r\n${part}--x--`))).toEqual(fields);
  });
});

describe("a boundary", () => {
  it.each(["x", ".+*?^$()[]{}|/\\", "----WebKitFormBoundary7MA4YWxkTrZu0gW", "é", "--"])(
    "is met as it is written, and the first line may have it: %s",
    (boundary) => {
      const part = (name: string, value: string) =>
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
      const text = `${part("a", `--\n-${boundary}\n ${boundary}`)}${part("ü", "é")}--${boundary}--`;
      expect(pairsOf(readMultipart(bytesOf(text), boundary))).toEqual([
        ["a", `--\n-${boundary}\n ${boundary}`],
        ["ü", "é"],
      ]);
    },
  );
});

describe("a key in a form", () => {
  const early = (text: string) => new Parameters([], urlencoded(text)).early("api_key", 256);
  it.each([
    ["by itself", "api_key=abc", "abc"],
    ["escaped", "%61pi_key=%61bc", "abc"],
    ["after an empty one", "api_key=&api_key=abc", "abc"],
    ["among others", "a=1&api_key=+abc+&b=2", "abc"],
    ["that is longer than any key", `api_key=${"a".repeat(300)}`, undefined],
    ["that is empty", "api_key=", undefined],
    ["under another name", "xapi_key=abc", undefined],
  ])("is found without the rest: %s", (_, text, key) => {
    expect(early(text)).toEqual(key === undefined ? undefined : { text: key, place: "body" });
  });
});

describe("a form whose letters are not all of ASCII", () => {
  it("has its fields where its bytes part them, whatever these are", () => {
    const parts = fc.array(
      fc.oneof(
        fc.constantFrom(
          0x26,
          0x3d,
          0x41,
          0xc3,
          0xa9,
          0xe2,
          0x82,
          0xac,
          0xf0,
          0x9f,
          0x98,
          0x80,
          0xef,
          0xbb,
          0xbf,
        ),
        fc.nat(255),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(parts, (bytes) => {
        // A character for each byte, so that texts can be taken apart.
        const latin = (all: Iterable<number>) => String.fromCharCode(...all);
        const values = latin(bytes)
          .split("&")
          .filter((field) => field !== "")
          .map((field) => (field.includes("=") ? field.slice(field.indexOf("=") + 1) : "").length);
        expect(readUrlencoded(Uint8Array.from(bytes)).map((field) => field.valueLength)).toEqual(values);
      }),
    );
  });

  it("has its fields beyond what was searched as a text, too", () => {
    const [x, y] = ["x".repeat(40_000), "y".repeat(40_000)];
    expect(pairsOf(urlencoded(`a=${x}&b&c=é${y}=&${y}=ü`))).toEqual([
      ["a", x],
      ["b", ""],
      ["c", `é${y}=`],
      [y, "ü"],
    ]);
  });

  it("is refused where it is larger than one that sends its text twice", () => {
    const most = 192 * KB;
    const form = (size: number) => () => readUrlencoded(bytesOf(`c=é${"x".repeat(size - 4)}`));
    expect(form(most)()).toHaveLength(1);
    expect(form(most + 1)).toThrow(TooManyFields);
    expect(urlencoded(`c=${"x".repeat(MOST - 2)}`)).toHaveLength(1);
  });
});
