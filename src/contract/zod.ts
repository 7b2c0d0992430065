import { ZodType } from "zod/v4";

/**
 * Zod as the bundle has it: whoever takes `z` as one object, as the library of OpenAPI does, takes all of it along, its messages
 * in fifty languages among them. All that is asked of that object is the class of all schemas.
 */
export * from "zod/v4";
export const z = { ZodType };
