// A look into a file: text, tables, pictures, and the tensors of a checkpoint.
//
// What it is not: where files are kept (kept.js, src/browser/store.rs), or what Python reads of them. Fetched when a look is
// asked for. Start reading at `preview`.

import { words } from "./words/words.js";

const say = words("preview");

const IMAGES = { png: "png", jpg: "jpeg", jpeg: "jpeg", gif: "gif", webp: "webp", bmp: "bmp", svg: "svg+xml" };
/** So much is enough for a look. */
const [CHARACTERS, ROWS, COLUMNS] = [4000, 20, 12];

/** Shows in `host` what is in a file. */
export function preview(host, path, bytes) {
  const kind = path.split(".").pop().toLowerCase();
  try {
    if (Object.hasOwn(IMAGES, kind)) host.replaceChildren(image(bytes, `image/${IMAGES[kind]}`, path));
    else if (kind === "csv" || kind === "tsv") host.replaceChildren(table(rows(text(bytes), kind === "csv" ? "," : "\t")));
    else if (kind === "safetensors") host.replaceChildren(tensors(ofSafetensors(bytes)));
    else if (kind === "pth" || kind === "pt") host.replaceChildren(tensors(ofCheckpoint(bytes)));
    else host.replaceChildren(pre(text(bytes)));
  } catch {
    host.replaceChildren(Object.assign(document.createElement("p"), { textContent: say("nothing") }));
  }
}

function image(bytes, type, path) {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const image = Object.assign(new Image(), { src: address, alt: path });
  image.onload = () => URL.revokeObjectURL(address);
  return image;
}

/** Throws if the bytes are no text. */
function text(bytes) {
  const shown = new TextDecoder("utf-8", { fatal: bytes.length <= 4 * CHARACTERS }).decode(bytes.subarray(0, 4 * CHARACTERS));
  if (/[\0-\x08\x0e-\x1a]/.test(shown)) throw new TypeError("no text");
  return shown.length > CHARACTERS || bytes.length > 4 * CHARACTERS ? `${shown.slice(0, CHARACTERS)}…` : shown;
}

function pre(text) {
  const element = Object.assign(document.createElement("pre"), { textContent: text, tabIndex: 0 });
  element.className = "scroll";
  return element;
}

/** The first lines of a table, in which a quote holds separators and lines together. */
function rows(text, separator) {
  const found = [[""]];
  let isQuoted = false;
  for (const character of text) {
    const row = found.at(-1);
    if (character === '"') isQuoted = !isQuoted;
    else if (character === separator && !isQuoted) row.push("");
    else if (character === "\n" && !isQuoted) {
      if (found.length > ROWS) break;
      found.push([""]);
    } else if (character !== "\r") row[row.length - 1] += character;
  }
  return found.filter((row) => row.length > 1 || row[0]).slice(0, ROWS + 1);
}

function table([head = [], ...body]) {
  const cells = (row, name) =>
    row.slice(0, COLUMNS).map((text) => Object.assign(document.createElement(name), { textContent: text }));
  const line = (row, name) => {
    const element = document.createElement("tr");
    element.append(...cells(row, name));
    return element;
  };
  const table = document.createElement("table");
  table.createTHead().append(line(head, "th"));
  table.createTBody().append(...body.map((row) => line(row, "td")));
  const box = Object.assign(document.createElement("div"), { className: "scroll", tabIndex: 0 });
  box.append(table);
  return box;
}

const tensors = (found) => table([["name", "shape", "dtype"], ...found.map(({ name, shape, dtype }) => [name, `(${shape.join(", ")})`, dtype])]);

function ofSafetensors(bytes) {
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)));
  return Object.entries(head)
    .filter(([name]) => name !== "__metadata__")
    .map(([name, { shape, dtype }]) => ({ name, shape, dtype }));
}

/** The tensors of what `torch.save` wrote: an archive, in which `data.pkl` says what there is. */
function ofCheckpoint(bytes) {
  const found = [];
  const visit = (value, name) => {
    if (value?.shape) found.push({ name, ...value });
    else if (value instanceof Map) for (const [key, inner] of value) visit(inner, name ? `${name}.${key}` : String(key));
    else if (Array.isArray(value)) value.forEach((inner, index) => visit(inner, `${name}[${index}]`));
  };
  visit(unpickled(member(bytes, "/data.pkl")), "");
  return found;
}

/** The content of an archive's member, which is stored as it is. */
function member(bytes, end) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = bytes.length - 22;
  while (view.getUint32(at, true) !== 0x06054b50) at -= 1;
  const count = view.getUint16(at + 10, true);
  let entry = view.getUint32(at + 16, true);
  for (let index = 0; index < count; index++) {
    const [size, nameLength] = [view.getUint32(entry + 24, true), view.getUint16(entry + 28, true)];
    const start = view.getUint32(entry + 42, true);
    const name = new TextDecoder().decode(bytes.subarray(entry + 46, entry + 46 + nameLength));
    if (name.endsWith(end)) {
      const content = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
      return bytes.subarray(content, content + size);
    }
    entry += 46 + nameLength + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
  }
  throw new RangeError("no such member");
}

/** What a pickle says, without running any of it: tensors as shape and dtype, dictionaries as maps. */
function unpickled(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [stack, marks, memo] = [[], [], new Map()];
  let at = 0;
  const string = (length) => new TextDecoder().decode(bytes.subarray(at, (at += length)));
  const line = () => string(bytes.indexOf(10, at) + 1 - at).slice(0, -1);
  const number = (width, signed) => {
    let value = 0;
    for (let index = width - 1; index >= 0; index--) value = value * 256 + bytes[at + index];
    at += width;
    return signed && value >= 2 ** (8 * width - 1) ? value - 2 ** (8 * width) : value;
  };
  const sinceMark = () => stack.splice(marks.pop());
  const last = (count) => stack.splice(stack.length - count);
  const setItems = (items) => {
    const target = stack.at(-1);
    for (let index = 0; index < items.length; index += 2) if (target instanceof Map) target.set(items[index], items[index + 1]);
  };
  const push = (value) => stack.push(value);
  const OPERATIONS = {
    0x80: () => (at += 1), 0x95: () => (at += 8),
    "(": () => marks.push(stack.length), ".": () => {},
    "}": () => push(new Map()), "]": () => push([]), ")": () => push([]), N: () => push(null), 0x88: () => push(true), 0x89: () => push(false),
    X: () => push(string(number(4))), 0x8c: () => push(string(number(1))), 0x8d: () => push(string(number(8))),
    K: () => push(number(1)), M: () => push(number(2)), J: () => push(number(4, true)), 0x8a: () => push(number(number(1), true)),
    G: () => (push(view.getFloat64(at)), (at += 8)),
    c: () => push({ callable: (line(), line()) }), 0x93: () => push({ callable: last(2)[1] }),
    q: () => memo.set(number(1), stack.at(-1)), r: () => memo.set(number(4), stack.at(-1)), 0x94: () => memo.set(memo.size, stack.at(-1)),
    h: () => push(memo.get(number(1))), j: () => push(memo.get(number(4))),
    t: () => push(sinceMark()), 0x85: () => push(last(1)), 0x86: () => push(last(2)), 0x87: () => push(last(3)),
    Q: () => push({ storage: last(1)[0] }),
    R: () => push(made(...last(2))), 0x81: () => push(made(...last(2))), b: () => last(1),
    s: () => setItems(last(2)), u: () => setItems(sinceMark()),
    a: () => { const [value] = last(1); stack.at(-1).push(value); }, e: () => { const values = sinceMark(); stack.at(-1).push(...values); },
  };
  for (;;) {
    const code = bytes[at++];
    if (code === 46) return stack.pop();
    (OPERATIONS[code] ?? OPERATIONS[String.fromCharCode(code)])();
  }
}

/** What a call would make. */
function made({ callable }, values) {
  if (callable === "OrderedDict") return new Map();
  if (callable === "_rebuild_tensor_v2") return { shape: values[2], dtype: dtypeOf(values[0].storage[1].callable) };
  if (callable === "_rebuild_parameter") return values[0];
  return { callable, values };
}

const DTYPES = { Float: "float32", Double: "float64", Half: "float16", BFloat16: "bfloat16", Long: "int64", Int: "int32", Short: "int16", Char: "int8", Byte: "uint8", Bool: "bool" };
const dtypeOf = (storage) => DTYPES[storage.replace(/Storage$/, "")] ?? storage;
