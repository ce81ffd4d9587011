// The hook that Trunk runs after each build. Trunk starts hooks all at once, so what needs an order is in one.
await import("./lessons.mjs");
await import("./words.mjs");
await import("./policy.mjs");
await import("./minify.mjs");
await import("./split.mjs");
await import("./image.mjs");
