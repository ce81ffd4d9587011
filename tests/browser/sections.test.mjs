// What the build takes out of the WebAssembly modules, and puts in.

import assert from "node:assert/strict";
import { test } from "node:test";

import { custom, leb128, moduleOf, sections, unsigned } from "../../www/sections.mjs";

const HEADER = "\0asm\x01\0\0\0";
const TYPES = "\x01\x04\x01\x60\0\0";
const NAMES = `\0\x85\x01\x04name${"\x07".repeat(0x80)}`;
const LIBRARY = "\0\x07\x03libabc";
const FUNCTIONS = "\x03\x02\x01\0";
const bytes = (...parts) => Buffer.from(parts.join(""), "latin1");

test("a module is its sections", () => {
  const module = bytes(HEADER, TYPES, NAMES, LIBRARY, FUNCTIONS);
  const all = sections(module);
  assert.deepEqual(all.map(({ number, name }) => name ?? number), [1, "name", "lib", 3]);
  assert.equal(all[2].content.toString(), "abc");
  assert.deepEqual(moduleOf(all), module);
  assert.deepEqual(moduleOf(all.filter(({ name }) => name !== "lib")), bytes(HEADER, TYPES, NAMES, FUNCTIONS));
});

test("a section is added that can be found again", () => {
  const content = "x".repeat(300);
  const [types, added] = sections(moduleOf([...sections(bytes(HEADER, TYPES)), custom("build", content)]));
  assert.equal(types.number, 1);
  assert.deepEqual([added.name, added.content.toString()], ["build", content]);
});

test("numbers are written as WebAssembly reads them", () => {
  for (const value of [0, 1, 127, 128, 624_485, 2 ** 32 - 1]) {
    assert.deepEqual(unsigned(leb128(value), 0), [value, leb128(value).length]);
  }
});

test("a damaged module is an error", () => {
  assert.throws(() => sections(bytes("<html>")), /no WebAssembly module/);
  assert.throws(() => sections(bytes(HEADER, "\x01\x7f")), /longer than the module/);
  assert.throws(() => sections(bytes(HEADER, "\x01\xff")), /no length/);
});
