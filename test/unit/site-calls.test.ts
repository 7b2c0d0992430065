import { expect, it } from "vitest";
import { decisionCalls } from "../../src/site/decisions/calls.ts";
import { deliveryCalls } from "../../src/site/delivery/calls.ts";
import { importCalls } from "../../src/site/imports/calls.ts";
import { intakeCalls } from "../../src/site/intake/calls.ts";
import { previewCalls } from "../../src/site/preview/calls.ts";
import { privacyCalls } from "../../src/site/privacy/calls.ts";
import { viewCalls } from "../../src/site/views/calls.ts";

it("no two rooms of a site answer a call of the same name", () => {
  const rooms = [
    decisionCalls,
    deliveryCalls,
    importCalls,
    intakeCalls,
    previewCalls,
    privacyCalls,
    viewCalls,
  ];
  const names = rooms.flatMap((room) => Object.keys(room));
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});
