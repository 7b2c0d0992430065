import { describe, expect, it } from "vitest";
import { targetFault } from "../../src/platform/address.ts";

const site = {
  url: "https://blog.example/",
  hosts: [
    "www.blog.example",
    "10.0.0.1",
    "db.internal",
    "intranet",
    "10.0.0.1.nip.io",
    "metadata.google.internal",
  ],
};

describe("an address to send events to", () => {
  const literal = "must be a host name, not a network address";
  const inner = "must be a public host";
  it.each([
    ["http", "http://blog.example/x", "must be https on port 443"],
    ["another port", "https://blog.example:8443/x", "must be https on port 443"],
    ["another scheme", "ftp://blog.example/x", "must be https on port 443"],
    ["no address", "blog.example", "not an address"],
    ["a foreign host", "https://evil.example/x", "its host evil.example is not among the site's hosts"],
    [
      "a host that only ends like it",
      "https://notblog.example/",
      "its host notblog.example is not among the site's hosts",
    ],
    ["a subdomain", "https://a.blog.example/", "its host a.blog.example is not among the site's hosts"],
    ["a trailing dot", "https://blog.example./", "its host blog.example. is not among the site's hosts"],
    ["a private address", "https://10.0.0.1/x", literal],
    ["a loopback address", "https://127.1/x", literal],
    ["a link-local address", "https://169.254.169.254/latest/meta-data", literal],
    ["a decimal address", "https://2130706433/", literal],
    ["an octal address", "https://0177.0.0.1/", literal],
    ["a hexadecimal address", "https://0x7f.0x0.0x0.0x1/", literal],
    ["an address with a dot at its end", "https://10.0.0.1./", literal],
    ["an address in full-width digits", "https://１２７.０.０.１/", literal],
    ["a public address", "https://93.184.216.34/", literal],
    ["an IPv6 address", "https://[fd00::1]/x", literal],
    ["the IPv6 loopback", "https://[::1]:443/x", literal],
    ["an IPv4 address in IPv6", "https://[::ffff:10.0.0.1]/", literal],
    ["an IPv4 address in hexadecimal IPv6", "https://[::ffff:a00:1]/", literal],
    ["a link-local IPv6 address", "https://[fe80::1]/", literal],
    ["a shared address", "https://100.64.0.1/", literal],
    ["a decimal address with a dot at its end", "https://2130706433./", literal],
    ["this machine's name", "https://localhost/x", inner],
    ["a name below this machine's", "https://a.localhost/x", inner],
    ["a metadata service", "https://metadata.google.internal/x", inner],
    ["a name of a home network", "https://nas.home.arpa/x", inner],
    ["a name of a local network", "https://nas.lan/x", inner],
    ["a name of a company's network", "https://wiki.corp./x", inner],
    ["a name of a cluster", "https://db.default.svc.cluster.local/x", inner],
    ["a name that holds an address", "https://10.0.0.1.nip.io/x", inner],
    ["a name that means this machine", "https://localtest.me/x", inner],
    ["an internal name", "https://db.internal/x", inner],
    ["a name without a dot", "https://intranet/x", inner],
    ["a local name", "https://printer.local./", inner],
    ["a user name", "https://u:p@blog.example/x", "must not hold a user name or password"],
    [
      "a host in the user name",
      "https://blog.example@evil.example/",
      "must not hold a user name or password",
    ],
    [
      "a backslash before another host",
      "https://evil.example\\@blog.example/",
      "its host evil.example is not among the site's hosts",
    ],
  ])("that is %s is refused", (_, address, fault) => {
    expect(targetFault(address, site, false)).toBe(fault);
  });

  it.each([
    ["this machine (RFC 6761)", "localhost", "hook.localhost", "localhost.localdomain"],
    ["tests, and nothing (RFC 6761)", "hook.test", "hook.invalid"],
    ["the local link (RFC 6762)", "printer.local", "db.default.svc.cluster.local"],
    ["private networks (RFC 6762, appendix G)", "a.intranet", "a.private", "a.corp", "a.home", "a.lan"],
    ["infrastructure and homes (RFC 8375)", "nas.home.arpa", "1.0.0.10.in-addr.arpa", "a.ip6.arpa", "a.arpa"],
    ["no DNS at all (RFC 7686, 9476)", "abcdefghij.onion", "hook.alt"],
    ["private use by ICANN, and its collisions", "db.internal", "metadata.google.internal", "a.mail"],
    ["service discovery and containers", "a.service.consul", "host.docker", "host.docker.internal", "a.svc"],
    ["what routers and Windows say", "a.workgroup", "a.intra", "a.localdomain"],
  ])("is refused although the site has it, as its name is of %s", (_, ...names) => {
    for (const name of names)
      for (const written of [name, name.toUpperCase(), `${name}.`])
        expect([
          written,
          targetFault(`https://${written}/hook`, { url: null, hosts: [name] }, false),
        ]).toEqual([written, inner]);
  });

  it.each(["hook.alternative.example", "test.example", "mail.example", "my-lan.example", "a.consulting"])(
    "is taken where its name only looks like one of those: %s",
    (name) => expect(targetFault(`https://${name}/`, { url: null, hosts: [name] }, false)).toBeUndefined(),
  );

  it.each(["https://blog.example/hook?a=1", "https://BLOG.example:443/", "https://www.blog.example/"])(
    "that is the site's own is taken: %s",
    (address) => expect(targetFault(address, site, false)).toBeUndefined(),
  );

  it("on this machine is taken only where that is allowed", () => {
    const address = "http://127.0.0.1:3000/hook";
    expect(targetFault(address, site, true)).toBeUndefined();
    expect(targetFault(address, site, false)).toBe("must be https on port 443");
  });
});
