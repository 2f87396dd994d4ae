// Answers of a kiosk: first kept on the device, then sent, then forgotten. Each has a key of its own, so that sending it
// again stores nothing twice. What the portal refuses is set aside with the reason and never thrown away here.
// Kept: round, language, key, answers. Not kept: a time, an order (keys are random).

const name = "lang-nghe-kiosk";
const sixDays = 6 * 24 * 60 * 60 * 1000;
/** Answers that say “later”, not “no”. */
const later = new Set([408, 425, 429, 500, 502, 503, 504]);

export async function openQueue({ token, tooOld, changed }) {
  const db = await open().catch(() => null);
  const inMemory = new Map();
  let sending = null;

  const all = async (store) => (db ? ask(db.transaction(store).objectStore(store).getAll()) : store === "waiting" ? [...inMemory.values()] : []);

  async function put(store, item) {
    if (!db) return void inMemory.set(item.key, item);
    await write([store], (stores) => stores[0].put(item));
  }

  async function forget(key) {
    if (!db) return void inMemory.delete(key);
    await write(["waiting"], (stores) => stores[0].delete(key));
  }

  /** From one store to the other in one transaction: it is always in exactly one of them. */
  async function setAside(item, reason) {
    if (!db) return;
    await write(["waiting", "aside"], ([waiting, aside]) => {
      waiting.delete(item.key);
      aside.put({ ...item, reason });
    });
  }

  async function retryAside() {
    if (!db) return;
    const items = await all("aside");
    await write(["waiting", "aside"], ([waiting, aside]) => {
      for (const { reason: _, triedOn: __, ...item } of items) {
        aside.delete(item.key);
        waiting.put(item);
      }
    });
    await tell();
  }

  function write(stores, work) {
    const transaction = db.transaction(stores, "readwrite");
    work(stores.map((store) => transaction.objectStore(store)));
    return new Promise((resolve, reject) => {
      transaction.addEventListener("complete", () => resolve());
      for (const kind of ["abort", "error"]) transaction.addEventListener(kind, () => reject(transaction.error));
    });
  }

  async function tell() {
    changed({ waiting: (await all("waiting")).length, aside: await all("aside") });
  }

  /** Keeps an answer; it is on the device when this is done. */
  async function keep(item) {
    await put("waiting", item);
    await tell();
  }

  /** Sends one: "stored", "refused" (with the portal's words), or "later". */
  async function send(item) {
    if (item.triedOn && Date.now() - Date.parse(item.triedOn) > sixDays) {
      await setAside(item, tooOld);
      return { came: "refused", detail: tooOld };
    }
    let response;
    try {
      response = await fetch(`/api/v1/rounds/${encodeURIComponent(item.round)}/answers`, {
        method: "POST",
        headers: {
          Authorization: `Kiosk ${token}`,
          "Content-Type": "application/json",
          "Idempotency-Key": item.key,
          "Accept-Language": item.lang,
        },
        body: JSON.stringify(item.body),
        credentials: "omit",
        cache: "no-store",
      });
    } catch {
      // It may have arrived: the portal remembers keys for a week. Only the day is noted.
      await put("waiting", { ...item, triedOn: item.triedOn ?? new Date().toISOString().slice(0, 10) });
      return { came: "later" };
    }
    if (response.ok) {
      await forget(item.key);
      return { came: "stored" };
    }
    if (later.has(response.status)) return { came: "later" };
    const problem = await response.json().catch(() => ({}));
    return { came: "refused", status: response.status, detail: problem.detail ?? String(response.status), errors: problem.errors ?? [] };
  }

  async function flush() {
    if (!token) return;
    for (const item of await all("waiting")) {
      const { came, detail } = await send(item);
      if (came === "refused") await setAside(item, detail);
      if (came === "later") break;
    }
  }

  async function flushAndTell() {
    try {
      await flush();
    } finally {
      sending = null;
      await tell();
    }
  }

  return {
    isLasting: db !== null,
    keep,
    forget,
    setAside,
    retryAside,
    tell,
    send,
    /** Sends what waits, one after another; asked twice at once, it is done once. */
    flush() {
      sending ??= flushAndTell();
      return sending;
    },
  };
}

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.addEventListener("upgradeneeded", () => {
      for (const store of ["waiting", "aside"]) request.result.createObjectStore(store, { keyPath: "key" });
    });
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error));
  });
}

function ask(request) {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error));
  });
}
