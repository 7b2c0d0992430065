import type { ExampleBody, Route } from "./schema.ts";

/** Where it is sent; the page's script puts the address there at which it was opened. */
export const ORIGIN = "https://hamlet.example";

const KEY = "YOUR_KEY";

/** One request in several languages, to be pasted. */
export interface Example {
  readonly name: string;
  readonly code: string;
}

/** `body`: what is sent; undefined: nothing. */
export function examplesOf(route: Route, path: string, body: ExampleBody | undefined): readonly Example[] {
  const call = {
    url: ORIGIN + path,
    method: route.method,
    body: body?.text,
    type: body?.type,
    isOpen: isOpen(route),
  };
  return [
    { name: "curl", code: curl(call) },
    { name: "Node", code: node(call) },
    { name: "PHP", code: php(call) },
    { name: "Python", code: python(call) },
  ];
}

const isOpen = ({ operation }: Route): boolean => (operation.security ?? []).length === 0;

interface Call {
  readonly url: string;
  readonly method: string;
  readonly body: string | undefined;
  readonly type: string | undefined;
  /** Anybody may call it. */
  readonly isOpen: boolean;
}

const headersOf = ({ isOpen, type }: Call): [string, string][] => [
  ...(isOpen ? [] : [["Authorization", `Bearer ${KEY}`] as [string, string]]),
  ...(type === undefined ? [] : [["Content-Type", type] as [string, string]]),
];

function curl(call: Call): string {
  const lines = [
    `curl -X ${call.method} '${call.url}'`,
    ...headersOf(call).map(([name, value]) => `  -H '${name}: ${value}'`),
    ...(call.body === undefined ? [] : [`  -d '${call.body.replaceAll("'", "'\\''")}'`]),
  ];
  return lines.join(" \\\n");
}

const node = (call: Call): string => `const response = await fetch("${call.url}", {
  method: "${call.method}",
  headers: ${JSON.stringify(Object.fromEntries(headersOf(call)))},${
    call.body === undefined ? "" : `\n  body: JSON.stringify(${call.body}),`
  }
});
console.log(response.status, await response.text());`;

const php = (call: Call): string => `<?php
${call.body === undefined ? "" : `$body = <<<'JSON'\n${call.body}\nJSON;\n`}$context = stream_context_create(['http' => [
    'method' => '${call.method}',
    'header' => [${headersOf(call)
      .map(([name, value]) => `'${name}: ${value}'`)
      .join(", ")}],${call.body === undefined ? "" : "\n    'content' => $body,"}
    'ignore_errors' => true,
]]);
$answer = file_get_contents('${call.url}', false, $context);
echo $http_response_header[0], "\\n", $answer;`;

const python = (call: Call): string => `import urllib.error, urllib.request

${call.body === undefined ? "" : `body = r'''${call.body}'''.encode()\n`}request = urllib.request.Request(
    "${call.url}",
    method="${call.method}",
    headers=${JSON.stringify(Object.fromEntries(headersOf(call)))},${call.body === undefined ? "" : "\n    data=body,"}
)
try:
    with urllib.request.urlopen(request) as response:
        print(response.status, response.read().decode())
except urllib.error.HTTPError as refusal:
    print(refusal.code, refusal.read().decode())`;
