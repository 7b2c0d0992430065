// The last line of a run: `123 passed, 0 failed`, out of the JSON reports of vitest that are named. What never came to run,
// as types were wrong, a file could not be read or a run broke off, counts as one failure each. Before it stands what passed only
// at its second try.
import { readFileSync } from "node:fs";

let [passed, failed] = [0, 0];
for (const report of process.argv.slice(2)) {
  const { numPassedTests, numFailedTests, success, testResults } = read(report);
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((one) => one.status === "failed"),
  );
  const failures = numFailedTests + broken.length;
  passed += numPassedTests;
  for (const { assertionResults } of testResults)
    for (const { fullName, failureMessages } of assertionResults.filter(passedLate))
      console.log(`passed at the second try: ${fullName}\n  ${failureMessages[0].split("\n")[0]}`);
  failed += success ? failures : Math.max(failures, 1);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

function passedLate({ status, failureMessages }) {
  return status === "passed" && failureMessages?.length > 0;
}

function read(report) {
  try {
    return JSON.parse(readFileSync(report, "utf8"));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, success: false, testResults: [] };
  }
}
