/** A field of a form as it came: its name and value are taken apart only when somebody asks for them. */
export interface RawField {
  /** Bytes of the value as they were sent, escapes and all. */
  readonly valueLength: number;
  /** Whether its name is this one, of ASCII: without taking the name apart. */
  isNamed(name: string): boolean;
  name(): string;
  /** Still as bytes: which characters they are, the form itself may say elsewhere. */
  value(): Uint8Array;
}

/** Fields that one request may have. Clients post their whole environment along: a hundred or two. */
export const MAX_FIELDS = 1_000;
/** In parts, each of which takes longer to be read. */
export const MAX_PARTS = 200;

/** The request has more fields than it may have. */
export class TooManyFields extends Error {
  constructor(
    readonly most: number,
    readonly what: "fields" | "lines" | "bytes unless all is escaped" = "fields",
  ) {
    super(`more than ${most} ${what}`);
  }
}
