// Asks Marp what it makes of each deck here, and writes that into marp-core-5.0.2-kinds.json.
//
// Not here: what Kindling makes of them (crates/notebook/tests/marp.rs). To run it, in a folder of its own:
// npm install @marp-team/marp-core@5.0.2 cheerio, and there: node PATH/record.mjs PATH.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { cwd } from "node:process";
import { pathToFileURL } from "node:url";

const require = createRequire(join(cwd(), "here.js"));
const { Marp } = await import(pathToFileURL(join(cwd(), "node_modules/@marp-team/marp-core/lib/index.mjs")));
const { load } = require("cheerio");

const folder = process.argv[2];
const decks = readdirSync(folder).filter((name) => name.startsWith("k"));
const made = Object.fromEntries(decks.map((name) => [name, slides(readFileSync(join(folder, name), "utf8"))]));
writeFileSync(join(folder, "marp-core-5.0.2-kinds.json"), `${JSON.stringify(made, null, 1)}\n`);

function slides(text) {
  const marp = new Marp({ html: true, script: false, inlineSVG: true });
  const { html, comments } = marp.render(text);
  const $ = load(html);
  return $("svg[data-marpit-svg]").toArray().map((svg, index) => slide($, $(svg), comments[index]));
}

function slide($, svg, comments) {
  const layer = "data-marpit-advanced-background";
  const content = svg.find(`section:not([${layer}="background"], [${layer}="pseudo"])`).first();
  const heading = content.find("h1, h2, h3, h4, h5, h6").first();
  const style = content.attr("style") ?? "";
  const property = (name) => style.match(new RegExp(`(?:^|;)${name}:([^;]*)`))?.[1] ?? "";
  return {
    title: heading.text().trim(),
    class: content.attr("class") ?? "",
    header: content.children("header").text().trim(),
    footer: content.children("footer").text().trim(),
    page: content.attr("data-marpit-pagination") ?? "",
    pictures: svg.find(`section[${layer}="background"] figure`).length,
    split: content.attr(`${layer}-split`) ?? "",
    steps: content.find("[data-marpit-fragment]").length > 0,
    color: property("color"),
    background: property("background-color"),
    notes: comments.join("\n\n"),
  };
}
