// How a file of words is read (it begins with how it is written), here and when the page is built.

/** What plurals end in: one of something, and any other number of it. */
const FORMS = [".one", ".other"];

/** The parts of a file, each with its texts by their names, as they come. */
export function parts(file) {
  const found = {};
  let part;
  for (const line of file.split("\n")) {
    const heading = /^\[(.+)\]$/.exec(line);
    if (heading) part = found[heading[1]] = {};
    else if (line && !line.startsWith("#")) {
      const end = line.indexOf(" = ");
      part[line.slice(0, end)] = line.slice(end + 3);
    }
  }
  return found;
}

/** A text of a part, with values in the place of their names in braces; of a plural `values.count` decides. */
export function filled(texts, name, values = {}) {
  const text = texts?.[name] ?? texts?.[name + FORMS[Number(values.count !== 1)]] ?? name;
  return text.replace(/\{(\w+)\}/g, (_, value) => values[value]);
}
