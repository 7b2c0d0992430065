import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { callerAt, isPublicAddress, networkPrefix } from "../../src/secrets/identity.ts";

describe("the part of the network that an address is in", () => {
  it.each([
    ["203.0.113.7", "203.0.113.0/24"],
    ["::ffff:203.0.113.7", "203.0.113.0/24"],
    ["::FFFF:cb00:7107", "203.0.113.0/24"],
    ["64:ff9b::203.0.113.7", "203.0.113.0/24"],
    ["2001:db8:1:2::7", "2001:db8:1::/48"],
    ["2001:0DB8:0001::", "2001:db8:1::/48"],
    ["2001:db8::7", "2001:db8:0::/48"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"],
  ])("of %s is %s", (ip, prefix) => {
    expect(networkPrefix(ip)).toBe(prefix);
  });
});

describe("whose guesses are counted together", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "::ffff:203.0.113.7"],
    ["2001:db8:1:2::7", "2001:db8:1:2::/64"],
    ["2001:0DB8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"],
    ["2001:db8:1:3::7", "2001:db8:1:3::/64"],
    ["local", "local"],
    ["", ""],
  ])("of %s is %s", (ip, caller) => {
    expect(callerAt(ip)).toBe(caller);
  });
});

describe("an address that says nothing of a person", () => {
  it.each([
    "0.0.0.0",
    "10.0.0.5",
    "100.64.0.1",
    "100.127.255.255",
    "127.0.0.1",
    "127.9.9.9",
    "169.254.1.1",
    "172.16.0.1",
    "172.18.0.1",
    "172.31.255.255",
    "192.168.1.10",
    "198.18.0.1",
    "198.19.255.255",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:10.0.0.5",
    "::ffff:7f00:1",
    "64:ff9b::10.0.0.5",
    "fc00::1",
    "fd12:3456::1",
    "FE80::1",
    "fec0::1",
    "ff02::1",
    "fe80::1%eth0",
    "unknown",
    "",
  ])("is %s", (ip) => {
    expect(isPublicAddress(ip)).toBe(false);
  });

  it.each([
    "8.8.8.8",
    "100.63.255.255",
    "100.128.0.1",
    "126.255.255.255",
    "128.0.0.1",
    "172.15.255.255",
    "172.32.0.1",
    "192.167.1.1",
    "198.17.1.1",
    "198.20.1.1",
    "203.0.113.7",
    "223.255.255.255",
    "::ffff:203.0.113.7",
    "2001:db8::1",
    "2606:4700::1111",
  ])("is not %s", (ip) => {
    expect(isPublicAddress(ip)).toBe(true);
  });

  it("is the same however it is written", () => {
    const group = fc.integer({ min: 0, max: 0xffff });
    fc.assert(
      fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
        const plain = groups.map((one) => one.toString(16)).join(":");
        const padded = groups.map((one) => one.toString(16).padStart(4, "0").toUpperCase()).join(":");
        expect([isPublicAddress(padded), networkPrefix(padded)]).toEqual([
          isPublicAddress(plain),
          networkPrefix(plain),
        ]);
      }),
    );
  });
});
