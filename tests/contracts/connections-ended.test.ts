import { connect } from "#db/client.server.ts";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";

/** What PostgreSQL says last, what the driver says afterwards, and what the system says of its socket. */
const ended = /CONNECTION_CLOSED|terminating connection|ECONNRESET/;

/** A database of its own, and somebody who ends the connections of everyone else in it. */
async function makeWorld() {
  const { client, url } = await cloneDatabase(4);
  const breaker = connect(url, 1, "breaker");
  return {
    client,
    endConnections: () => breaker.client`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`,
    close: () => Promise.all([client.end({ timeout: 5 }), breaker.client.end({ timeout: 5 })]),
  };
}

test("a transaction whose connection was ended is refused, however often it asks on, and the pool goes on", { timeout: 30_000 }, async () => {
  const { client, endConnections, close } = await makeWorld();
  await client`create table marks (n integer)`;

  const transaction = client.begin(async (tx) => {
    await tx`insert into marks values (1)`;
    await endConnections();
    for (const n of [2, 3, 4]) await expect(tx`insert into marks values (${n})`).rejects.toThrow(ended);
    await tx`insert into marks values (5)`;
  });

  await expect(transaction).rejects.toThrow(ended);
  expect(await Promise.all(Array.from({ length: 12 }, (_, n) => client`select ${n}::int as n`.then(([row]) => row?.n)))).toEqual(
    Array.from({ length: 12 }, (_, n) => n),
  );
  expect(await client`select * from marks`).toHaveLength(0);
  await close();
});

test("connections that are ended under load lose nothing acknowledged and leave none that never answers", { timeout: 60_000 }, async () => {
  const { client, endConnections, close } = await makeWorld();
  await client`create table marks (n integer primary key)`;
  const acknowledged: number[] = [];
  let asked = 0;
  let refused = 0;
  let ending = true;

  async function write() {
    while (ending) {
      asked += 1;
      const n = asked;
      const done =
        n % 2 === 0
          ? client`insert into marks values (${n})`
          : client.begin(async (tx) => {
              await tx`select count(*) from marks`;
              await tx`insert into marks values (${n})`;
            });
      await done.then(
        () => acknowledged.push(n),
        () => (refused += 1),
      );
    }
  }
  const writers = Array.from({ length: 8 }, write);
  for (let times = 0; times < 60; times += 1) {
    await endConnections();
    await new Promise((resume) => setTimeout(resume, times % 7));
  }
  ending = false;
  await Promise.all(writers);

  expect(refused).toBeGreaterThan(0);
  expect(acknowledged.length).toBeGreaterThan(0);
  const kept = new Set((await client<{ n: number }[]>`select n from marks`).map(({ n }) => n));
  expect(acknowledged.filter((n) => !kept.has(n))).toEqual([]);
  const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => client`select ${n}::int as n, pg_sleep(0.01)`.then(([row]) => row?.n)));
  expect(answers).toEqual(Array.from({ length: 40 }, (_, n) => n));
  await close();
});
