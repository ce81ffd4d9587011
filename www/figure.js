// A figure to take along: as a file of dots or of strokes, or in the clipboard. Fetched when one is first wanted.
//
// What it is not: the drawing, which is the canvas's, or the opener's for strokes. Start reading at `take`.

const NAME = "figure";

function save(name, address) {
  const anchor = Object.assign(document.createElement("a"), { href: address, download: name });
  anchor.click();
}

const dots = (canvas) => new Promise((resolve) => canvas.toBlob(resolve, "image/png"));

const WAYS = {
  png: (canvas) => save(`${NAME}.png`, canvas.toDataURL()),
  svg: async (_, figure) => {
    const address = URL.createObjectURL(new Blob([await globalThis.kindlingDrawn(figure)], { type: "image/svg+xml" }));
    save(`${NAME}.svg`, address);
    URL.revokeObjectURL(address);
  },
  // The picture is promised at once: some browsers let nothing be copied later than the press.
  copy: (canvas) => navigator.clipboard.write([new ClipboardItem({ "image/png": dots(canvas) })]),
};

/** Saves or copies what a canvas shows; `figure` is what it was drawn from. */
export const take = (way, canvas, figure) => WAYS[way](canvas, figure);
