// The sections of WebAssembly modules: which there are, and modules made of others' sections.
//
// What it is not: an optimiser. The compiler has optimised the whole program at link time already; binaryen's
// `wasm-opt -Oz` after that took 8 minutes and made the module 8 % smaller, but its Brotli form 5 % larger.

const HEADER = Buffer.from("\0asm\x01\0\0\0", "latin1");
const CUSTOM = 0;

/** A number in LEB128 at `at`, and where it ends. */
export function unsigned(bytes, at) {
  let value = 0;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = bytes[at++];
    if (byte === undefined) break;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
  throw new Error("a section has no length");
}

/** `value` in LEB128. */
export function leb128(value) {
  const bytes = [];
  for (; value >= 0x80; value = Math.floor(value / 0x80)) bytes.push((value % 0x80) | 0x80);
  return Buffer.from([...bytes, value]);
}

/**
 * The module's sections: each with its number, its content, and its name if it is a custom one. Behind the section of
 * number `last`, if one is told, may be anything.
 */
export function sections(module, last) {
  if (!module.subarray(0, HEADER.length).equals(HEADER)) throw new Error("this is no WebAssembly module");
  const found = [];
  for (let at = HEADER.length; at < module.length; ) {
    const [length, start] = unsigned(module, at + 1);
    const end = start + length;
    if (end > module.length) throw new Error("a section is longer than the module");
    found.push(section(module[at], module.subarray(start, end)));
    at = module[at] === last ? module.length : end;
  }
  return found;
}

function section(number, content) {
  if (number !== CUSTOM) return { number, content };
  const [length, start] = unsigned(content, 0);
  return { number, name: content.toString("utf8", start, start + length), content: content.subarray(start + length) };
}

/** A section that means nothing to the machine. */
export const custom = (name, content) => ({ number: CUSTOM, name, content: Buffer.from(content) });

/** The module that has these sections. */
export const moduleOf = (sections) => Buffer.concat([HEADER, ...sections.flatMap(written)]);

function written({ number, name, content }) {
  const head = name === undefined ? [] : [leb128(Buffer.byteLength(name)), Buffer.from(name)];
  const length = [...head, content].reduce((sum, { length }) => sum + length, 0);
  return [Buffer.from([number]), leb128(length), ...head, content];
}
