/**
 * The pool lays a proxy around the Worker's prototype for each request, so that the hundredth request goes through a hundred of
 * them. One is enough: a second around it is the first.
 */
const laid = new WeakSet();

globalThis.Proxy = new Proxy(Proxy, {
  construct(original, [target, handler]: [object, ProxyHandler<object>]) {
    const isThePools = handler.get?.toString().includes("getUnknownPrototypeKey") ?? false;
    if (isThePools && laid.has(target)) return target;
    const made = new original(target, handler);
    if (isThePools) laid.add(made);
    return made;
  },
});
