/** What a hostile text is made of: a piece over and over, between a start and an end. */
type Shape = readonly [piece: string, start?: string, end?: string];
export type Shapes = Readonly<Record<string, Shape>>;

export function shaped([piece, start = "", end = ""]: Shape, size: number): string {
  const inside = Math.max(0, size - start.length - end.length);
  return start + piece.repeat(Math.floor(inside / piece.length)) + end;
}

const PART = 'Content-Disposition: form-data; name="a"';

/** Forms and queries. */
export const fields: Shapes = {
  "separators alone": ["&"],
  "empty values": ["a=&"],
  "one value": ["x", "a="],
  "one name": ["n"],
  "equals signs": ["="],
  semicolons: [";"],
  escapes: ["%41", "comment_content="],
  "broken escapes": ["%4", "comment_content="],
  "escaped names": ["%61%70%69_key&"],
  "large fields": [`${"x".repeat(1024)}=%&`],
  "keys of both names": ["api_key=&key=&"],
  lists: ["comment_context[]=a&"],
  "what a page asks for": ["next=%41&name=%&"],
};

export const multipart: Shapes = {
  parts: [`--x\r\n${PART}\r\n\r\n\r\n`, "", "--x--"],
  "large parts": [`--x\r\n${PART}\r\n\r\n${"b".repeat(1024)}\r\n`, "", "--x--"],
  boundaries: ["--x\r\n"],
  "lines that are nearly boundaries": ["\n--"],
  "line ends": ["\n"],
  "one value": ["b", `--x\r\n${PART}\r\n\r\n`, "\r\n--x--"],
  "a head without end": ["a: b\r\n", "--x\r\n", "--x--"],
  "quotes without end": ['; name="', "--x\r\nContent-Disposition: form-data", "\r\n--x--"],
  "files without end": [" ", `--x\r\n${PART};`, "\r\n\r\n--x--"],
};

export const json: Shapes = {
  "open lists": ["["],
  "open objects": ['{"a":'],
  "lists beside lists": ["[],", '{"content":"a","x":[', "0]}"],
  "unknown fields": ['"~/~/":0,', '{"content":"a",', '"z":0}'],
  "one field many times": ['"content":"a",', "{", '"z":0}'],
  "one number": ["9", '{"content":"a","id":', "}"],
  escapes: ["\\u0041", '{"content":"', '"}'],
  "stacked accents": ["\u0301", '{"content":"a', '"}'],
  "a long name": ["\u0301", '{"content":"a","author":{"name":"a', '"}}'],
  "broken strings": ["\\"],
  blanks: [" ", "{", "}"],
  "tags that are none": ["0,", '{"content":"a","post":{"tags":[', "0]}}"],
  "addresses without one": [",", '{"content":"a","author":{"ip":"', '"}}'],
  "a list of addresses": ["null,", '{"content":"a","author":{"ip":[', "0]}}"],
  "times without end": ["1", '{"content":"a","submittedAt":"2026-01-01T00:00:00.', 'Z"}'],
};

export const cookies: Shapes = {
  semicolons: [";"],
  "empty ones": ["=;", "", "hamlet_session=x"],
  blanks: [" ", "a=b;", "hamlet_session=x"],
  quotes: ['"', "hamlet_session="],
  "the name without a value": ["hamlet_session;"],
  "the name many times": ["hamlet_session=%4;"],
  "other names": ["hamlet_sessio=x;", "", "hamlet_session=x"],
  escapes: ["%41", "hamlet_session="],
};

export const languages: Shapes = {
  commas: [","],
  languages: ["ar;q=0.1,"],
  semicolons: [";"],
  numbers: ["9", "ar;q=0."],
  blanks: [" ", "ar,", "ar"],
  dashes: ["-a", "ar"],
};

export const authorizations: Shapes = {
  blanks: [" ", "Bearer", "x"],
  "blanks within": ["x ", "Bearer "],
  "one token": ["x", "Bearer "],
};

export const signatures: Shapes = {
  blanks: [" ", "v1,"],
  "one signature": ["A", "v1,", "="],
  "many signatures": [`v1,${"A".repeat(43)}= `],
};
