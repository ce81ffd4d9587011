// A slow link to a server: bytes arrive late and not faster than the link carries them, whoever in the browser asks.
//
// What it is not: the browser's own throttling, which does not reach every worker. Each connection begins with one
// round trip; all share the link, as they would share a reader's line. Start reading at `startLink`.

import { connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** How much is sent at once: small enough that connections take turns. */
const CHUNK = 16_384;

/** No limit, and bytes counted all the same. */
export const FULL_SPEED = { name: "full speed" };
/** An ordinary mobile line: bits a second, and seconds of a round trip. */
export const TEN_MEGABITS = { name: "10 Mbit/s, 40 ms", bandwidth: 10e6, roundTrip: 0.04 };

/** A link to the server at `url`: its own address, and how many bytes came down it. */
export async function startLink(url, conditions) {
  const link = new Link(conditions);
  const { hostname, port } = new URL(url);
  const server = createServer((client) => link.join(client, () => connect(Number(port), hostname)));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://localhost:${server.address().port}/`,
    received: () => link.received,
    close() {
      server.close();
      link.cut();
    },
  };
}

class Link {
  received = 0;
  /** When the line has carried everything that was sent so far, in seconds. */
  #free = 0;
  #bandwidth;
  #delay;
  #sockets = new Set();

  constructor({ bandwidth = Infinity, roundTrip = 0 }) {
    this.#bandwidth = bandwidth / 8;
    this.#delay = roundTrip / 2;
  }

  async join(client, dial) {
    const server = dial();
    const end = () => [client, server].forEach((socket) => socket.destroy());
    [client, server].forEach((socket) => this.#keep(socket).setNoDelay().on("error", end));
    server.on("data", ({ length }) => (this.received += length)).pause();
    if (this.#bandwidth === Infinity) {
      client.pipe(server).pipe(client);
      return;
    }
    await sleep(2000 * this.#delay);
    this.#carry(client, server, () => 0).then(end, end);
    this.#carry(server, client, (bytes) => this.#occupied(bytes)).then(end, end);
  }

  /** Ends all that still goes over the link. */
  cut() {
    for (const socket of this.#sockets) socket.destroy();
  }

  #keep(socket) {
    this.#sockets.add(socket);
    return socket.on("close", () => this.#sockets.delete(socket));
  }

  /** Hands on what comes, in order: each chunk once the line has carried it, and then the delay later. */
  async #carry(from, to, occupied) {
    let behind = Promise.resolve();
    for await (const data of from) {
      for (let at = 0; at < data.length; at += CHUNK) {
        const chunk = data.subarray(at, at + CHUNK);
        await sleep(1000 * occupied(chunk.length));
        behind = Promise.all([behind, sleep(1000 * this.#delay)]).then(() => to.writable && to.write(chunk));
      }
    }
    await behind;
  }

  /** Seconds until the line has carried that many bytes more. */
  #occupied(bytes) {
    const now = performance.now() / 1000;
    this.#free = Math.max(this.#free, now) + bytes / this.#bandwidth;
    return this.#free - now;
  }
}
