/** Of workerd: fills a view as far as there is anything to come, in one call. */
interface AtLeast {
  readAtLeast(bytes: number, view: Uint8Array): Promise<{ readonly value?: Uint8Array<ArrayBuffer> }>;
  cancel(): Promise<void>;
}

/** Whether a body is larger than so many bytes by what its headers say. */
export const saysLargerThan = (most: number, { headers }: Request): boolean =>
  Number(headers.get("content-length") ?? 0) > most;

/**
 * A request's body of at most so many bytes, however many pieces it comes in. Undefined: it is larger, and no more of
 * it was read than is needed to know.
 */
export async function bodyUpTo(request: Request, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (saysLargerThan(most, request)) return undefined;
  if (!request.body) return new Uint8Array();
  if (request.headers.has("content-length")) return new Uint8Array(await request.arrayBuffer());
  const reader = request.body.getReader({ mode: "byob" }) as unknown as AtLeast;
  const { value } = await reader.readAtLeast(most + 1, new Uint8Array(most + 1));
  if ((value?.length ?? 0) <= most) return value ?? new Uint8Array();
  await reader.cancel();
  return undefined;
}
