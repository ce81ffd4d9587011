// What the build takes out of the WebAssembly modules.

import assert from "node:assert/strict";
import { test } from "node:test";

import { sections, without, withSection } from "../../www/sections.mjs";

const HEADER = "\0asm\x01\0\0\0";
const TYPES = "\x01\x04\x01\x60\0\0";
const NAMES = `\0\x85\x01\x04name${"\x07".repeat(0x80)}`;
const LIBRARY = "\0\x06\x03libabc".replace("\x06", "\x07");
const FUNCTIONS = "\x03\x02\x01\0";
const bytes = (...parts) => Buffer.from(parts.join(""), "latin1");

test("only unwanted custom sections go", () => {
  const module = bytes(HEADER, TYPES, NAMES, LIBRARY, FUNCTIONS);
  assert.deepEqual(without(module, () => true), bytes(HEADER, TYPES, FUNCTIONS));
  assert.deepEqual(without(module, (name) => name === "lib"), bytes(HEADER, TYPES, NAMES, FUNCTIONS));
});

test("a custom section's content is found by its name", () => {
  const found = sections(bytes(HEADER, LIBRARY)).find(({ name }) => name === "lib");
  assert.equal(found.content.toString(), "abc");
});

test("a section is added that can be found again", () => {
  const content = "x".repeat(300);
  const module = withSection(bytes(HEADER, TYPES), "build", content);
  assert.equal(sections(module).find(({ name }) => name === "build").content.toString(), content);
  assert.deepEqual(without(module, () => true), bytes(HEADER, TYPES));
});

test("a damaged module is an error", () => {
  assert.throws(() => sections(bytes("<html>")), /no WebAssembly module/);
  assert.throws(() => sections(bytes(HEADER, "\x01\x7f")), /longer than the module/);
  assert.throws(() => sections(bytes(HEADER, "\x01\xff")), /no length/);
});
