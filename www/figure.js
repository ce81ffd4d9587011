// A figure to take along: as a file of dots or of strokes, or in the clipboard. Fetched when one is first wanted.
//
// What it is not: the drawing, which is the canvas's, or the opener's for strokes. Start reading at `take`.

import { save } from "./save.js";

const PNG = "image/png";

const dots = (canvas) => new Promise((resolve) => canvas.toBlob(resolve, PNG));

const WAYS = {
  png: async (canvas) => save("figure.png", PNG, await dots(canvas)),
  svg: async (canvas, figure) => save("figure.svg", "image/svg+xml", await globalThis.kindlingDrawn(figure, canvas.ariaLabel ?? "")),
  // The picture is promised at once: some browsers let nothing be copied later than the press.
  copy: (canvas) => navigator.clipboard.write([new ClipboardItem({ [PNG]: dots(canvas) })]),
};

/** Saves or copies what a canvas shows; `figure` is what it was drawn from. */
export const take = (way, canvas, figure) => WAYS[way](canvas, figure);
