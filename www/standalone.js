// The notebook as one file of HTML that needs nothing else: text, code, outputs and figures as they are on the page.
// Fetched when it is first asked for.
//
// What it is not: a page that runs; nothing in the file does. Start reading at `save`.

import { save as saveFile } from "./save.js";

/** What only makes sense on the page. */
const LEFT_OUT = "button, .between, .text-tools, .rail, .empty, .next, .present-controls, .hear, [hidden], details.difference, .edited";

const asAddress = (blob) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });

/** A figure as a picture in its place. */
function pictureOf(canvas) {
  const picture = document.createElement("img");
  picture.alt = canvas.getAttribute("aria-label") ?? "";
  picture.src = canvas.toDataURL();
  picture.style.width = `${canvas.clientWidth}px`;
  return picture;
}

/** The code that an editor shows, in its colours. */
function codeOf(editor) {
  const code = document.createElement("pre");
  const lines = [...editor.querySelectorAll(".cm-line")];
  code.innerHTML = lines.map((line) => line.innerHTML.replace(/^<br>$/, "")).join("\n");
  return code;
}

/** Pictures of the lesson's become part of the file; one that does not come keeps its address. */
async function takePictures(deck) {
  const pictures = [...deck.querySelectorAll("img")].filter((picture) => !picture.src.startsWith("data:"));
  await Promise.all(
    pictures.map(async (picture) => {
      const response = await fetch(picture.src).catch(() => undefined);
      if (response?.ok) picture.src = await asAddress(await response.blob());
    }),
  );
}

/** The deck as it is shown, without what can be pressed. */
async function still() {
  const deck = document.getElementById("deck");
  const copy = deck.cloneNode(true);
  const canvases = deck.querySelectorAll("canvas");
  copy.querySelectorAll("canvas").forEach((canvas, index) => canvas.replaceWith(pictureOf(canvases[index])));
  for (const editor of copy.querySelectorAll(".cm-editor")) editor.replaceWith(codeOf(editor));
  for (const element of copy.querySelectorAll(LEFT_OUT)) element.remove();
  for (const element of copy.querySelectorAll("[tabindex], [contenteditable]")) {
    element.removeAttribute("tabindex");
    element.removeAttribute("contenteditable");
  }
  await takePictures(copy);
  return copy.innerHTML;
}

const STYLE = `
  .room { padding-bottom: 2rem !important; }
  .code { grid-template-columns: minmax(0, 1fr) !important; }
  .editor pre { padding-left: 1rem; white-space: pre-wrap; overflow-wrap: anywhere; }
  .out, .foot, .difference { padding-left: 1rem !important; }
  .out { max-height: none !important; }
`;

/** Makes the file and has the browser save it. */
export async function save(title, name) {
  const escaped = title.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const styles = [...document.head.querySelectorAll("style")].map((style) => style.textContent).join("\n");
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data: https:";
  const html = `<!doctype html>
<html lang="${document.documentElement.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escaped}</title>
<style>${styles}${STYLE}</style>
</head>
<body><div class="room alone"><main id="deck">${await still()}</main></div></body>
</html>
`;
  saveFile(name, "text/html", html);
}
