import { codeOf, kept } from "../computing/kept.ts";
import { serve } from "../computing/processes.ts";
import { telling } from "./code.ts";
import { told } from "./documents.ts";
import type { Source } from "./sources.ts";

const CODE = codeOf(...telling);

serve((source: Source) =>
  kept(`documents-${source.name}`, [CODE, JSON.stringify(source)], () => told(source)),
);
