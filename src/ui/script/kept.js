// @ts-check
// Decisions that could not be sent, kept on this device in the order in which they were taken, each with whose it is.

/**
 * What is sent of a decision. Sent twice it is taken once: the revision says what was seen, the name of a batch which bulk it is.
 * @typedef {Record<string, string>} Fields
 * @typedef {{ fields: Fields, author: string, n: number, maybe: boolean, undone?: boolean }} Taken `maybe`: it may have arrived, if only its answer was lost
 * @typedef {Taken & { key: number, owner: string, at: number }} Kept
 */

const STORE = "decisions";
/** What nobody came back for is let go after so long, milliseconds. */
const LONGEST = 30 * 86_400_000;

/** Whose page this is: nobody else sends what she decided. */
const owner = document.body.dataset.owner ?? "";

/** @type {Promise<IDBDatabase> | undefined} */
let opened;

/** @returns {Promise<IDBDatabase>} */
const open = () =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open("hamlet", 1);
    request.onupgradeneeded = () =>
      request.result.createObjectStore(STORE, { keyPath: "key", autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** @template T @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest<T>} work @returns {Promise<T>} */
async function run(mode, work) {
  opened ??= open();
  const transaction = (await opened).transaction(STORE, mode);
  const request = work(transaction.objectStore(STORE));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** @param {Taken} taken @returns {Promise<number>} its key */
export const keep = async (taken) =>
  Number(await run("readwrite", (store) => store.add({ ...taken, owner, at: Date.now() })));

/** Her own, in order. @returns {Promise<Kept[]>} */
export async function kept() {
  const all = /** @type {Kept[]} */ (await run("readonly", (store) => store.getAll()));
  for (const { key, at } of all) if (Date.now() - at > LONGEST) void drop(key);
  return all.filter((one) => one.owner === owner && Date.now() - one.at <= LONGEST);
}

/** @param {Kept} record */
export const change = (record) => run("readwrite", (store) => store.put(record));

/** @param {number} key */
export const drop = (key) => run("readwrite", (store) => store.delete(key));
