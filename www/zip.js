// All files as one archive.
//
// What it is not: a compressor: archives hold files as they are. Fetched when it is asked for. Start reading at `zip`.

/** An archive of files, none of them compressed, as a Blob. */
export function zip(files) {
  const [parts, directory] = [[], []];
  let offset = 0;
  const entry = (signature, { name, bytes, checksum, date }, tail) => {
    const isInDirectory = signature === 0x02014b50;
    const head = new DataView(new ArrayBuffer(isInDirectory ? 46 : 30));
    head.setUint32(0, signature, true);
    let at = 4;
    const put = (width, value) => {
      if (width === 2) head.setUint16(at, value, true);
      else head.setUint32(at, value, true);
      at += width;
    };
    if (isInDirectory) put(2, 20);
    // Version 2.0, names in UTF-8, stored.
    for (const value of [20, 0x800, 0]) put(2, value);
    put(4, date);
    for (const value of [checksum, bytes.length, bytes.length]) put(4, value);
    put(2, name.length);
    if (isInDirectory) head.setUint32(42, tail, true);
    return [head.buffer, name];
  };
  for (const { path, bytes, modified } of files) {
    const file = { name: new TextEncoder().encode(path), bytes, checksum: crc32(bytes), date: dosTime(new Date(modified)) };
    parts.push(...entry(0x04034b50, file), bytes);
    directory.push(...entry(0x02014b50, file, offset));
    offset += 30 + file.name.length + bytes.length;
  }
  const size = directory.reduce((sum, part) => sum + (part.byteLength ?? part.length), 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  for (const at of [8, 10]) end.setUint16(at, files.length, true);
  end.setUint32(12, size, true);
  end.setUint32(16, offset, true);
  return new Blob([...parts, ...directory, end.buffer], { type: "application/zip" });
}

/** A date as archives have it: the day above the time, in steps of two seconds, from 1980 on. */
function dosTime(date) {
  const day = ((Math.max(date.getFullYear(), 1980) - 1980) << 9) | ((date.getMonth() + 1) << 5) | date.getDate();
  return ((day << 16) | (date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1)) >>> 0;
}

function crc32(bytes) {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
