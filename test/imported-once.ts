import { getResolvedMainPath } from "cloudflare:test-internal";

/**
 * The pool imports the Worker for each request, and for each call of an object; vitest asks Node each time where it stands, over
 * a socket. What was imported once is answered at once.
 */
interface Runner {
  import: (id: string) => Promise<unknown>;
}

const { moduleRunner } = (globalThis as unknown as { __vitest_mocker__: { moduleRunner: Runner } })
  .__vitest_mocker__;

// With the isolate the runner outlives a file of tests.
if (!Object.hasOwn(moduleRunner, "import")) {
  const asked = moduleRunner.import.bind(moduleRunner);
  const main = getResolvedMainPath("service");
  let worker: unknown;
  moduleRunner.import = async (id) => {
    if (id !== main) return asked(id);
    worker ??= await asked(id);
    return worker;
  };
}
