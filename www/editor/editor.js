// The code editor: CodeMirror 6, set up for Python cells and wrapped in the few calls that the page makes.
//
// What it is not: a place for lesson or kernel logic; keys that run cells are handed to the page by name.
// Bundled by esbuild (see build.mjs); the page imports the bundle as `./editor.js` and nothing else of it.

import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { Compartment, EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, drawSelection, EditorView, highlightSpecialChars, keymap, rectangularSelection, ViewPlugin } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";

import { assistance } from "./assistance.js";

const setFailedLine = StateEffect.define();
const failedLine = Decoration.line({ class: "cm-failed-line" });

/** The line that a traceback points at, until the next edit or run. */
const failedLineField = StateField.define({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setFailedLine)) return markedLine(transaction.state.doc, effect.value);
    }
    return transaction.docChanged ? Decoration.none : marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function markedLine(doc, number) {
  const inside = number >= 1 && number <= doc.lines;
  return inside ? Decoration.set([failedLine.range(doc.line(number).from)]) : Decoration.none;
}

/** How deep each line that is seen is indented, for the guides that the reader may want. */
const indents = ViewPlugin.define(
  (view) => {
    const found = () => {
      const marks = [];
      for (const { from, to } of view.visibleRanges) {
        for (let at = from; at <= to; ) {
          const line = view.state.doc.lineAt(at);
          const depth = /^ */.exec(line.text)[0].length;
          if (depth > 0 && line.text.trim()) marks.push(Decoration.line({ attributes: { style: `--indent: ${depth}` } }).range(line.from));
          at = line.to + 1;
        }
      }
      return Decoration.set(marks);
    };
    const plugin = { decorations: found(), update: ({ docChanged, viewportChanged }) => void ((docChanged || viewportChanged) && (plugin.decorations = found())) };
    return plugin;
  },
  { decorations: ({ decorations }) => decorations },
);

const command = (onCommand, name) => () => {
  onCommand(name);
  return true;
};

/** Escape leaves the editor for its cell; in slide view the page does, as there is nothing to do with a cell there. */
const leave = (onCommand) => () => {
  if (document.documentElement.dataset.view === "slides") return false;
  onCommand("leave");
  return true;
};

const keys = (onCommand) =>
  keymap.of([
    { key: "Shift-Enter", run: command(onCommand, "run-and-move") },
    { key: "Mod-Enter", run: command(onCommand, "run") },
    { key: "Ctrl-Enter", run: command(onCommand, "run") },
    { key: "Alt-Enter", run: command(onCommand, "run-and-insert") },
    { key: "Escape", run: leave(onCommand) },
    ...closeBracketsKeymap,
    ...historyKeymap,
    ...defaultKeymap,
  ]);

const setup = [
  highlightSpecialChars(),
  history(),
  // Several cursors: by Alt and dragging, and by Ctrl and a click.
  EditorState.allowMultipleSelections.of(true),
  rectangularSelection(),
  drawSelection(),
  EditorState.tabSize.of(4),
  indentUnit.of("    "),
  indentOnInput(),
  bracketMatching(),
  syntaxHighlighting(classHighlighter),
  failedLineField,
];

/** What code has beyond text, and text beyond code. Escape closes what helps before it leaves the editor. */
const ofCode = (ask) => [assistance(ask), closeBrackets(), indents, python()];
const ofText = [EditorView.lineWrapping, keymap.of([indentWithTab])];

/**
 * An editor inside `parent`. `onChange` hears each new text of the student's, `onCommand` the name of a pressed
 * key's command (src/views/commands.rs), `onCursor` how far the cursor is into the text; `ask` is what `assistance` asks.
 */
export class Editor {
  constructor(parent, text, label, describedBy, isCode, onChange, onCommand, onCursor, ask) {
    this.quiet = false;
    this.attributes = new Compartment();
    this.describedBy = describedBy;
    const announce = EditorView.updateListener.of((update) => {
      if (update.docChanged && !this.quiet) onChange(update.state.doc.toString());
      if (update.docChanged || update.selectionSet) onCursor(update.state.selection.main.head);
    });
    this.view = new EditorView({
      parent,
      doc: text,
      extensions: [
        isCode ? ofCode(ask) : ofText,
        keys(onCommand),
        ...setup,
        announce,
        this.attributes.of(labelled(label, describedBy)),
      ],
    });
  }

  focus() {
    this.view.focus();
  }

  /** Replaces the text without telling the page, which already knows. */
  setText(text) {
    const doc = this.view.state.doc;
    if (doc.toString() === text) return;
    this.quiet = true;
    this.view.dispatch({ changes: { from: 0, to: doc.length, insert: text } });
    this.quiet = false;
  }

  /** What screen readers call it from now on. */
  setLabel(label) {
    this.view.dispatch({ effects: this.attributes.reconfigure(labelled(label, this.describedBy)) });
  }

  /** Selects a part of the text, and shows it. */
  select(from, to) {
    const { length } = this.view.state.doc;
    this.view.dispatch({ selection: { anchor: Math.min(from, length), head: Math.min(to, length) }, scrollIntoView: true });
  }

  /** Marks the line that failed, counted from 1; 0 takes the mark away. */
  markLine(number) {
    this.view.dispatch({ effects: setFailedLine.of(number) });
  }

  destroy() {
    this.view.destroy();
  }
}

const labelled = (label, describedBy) =>
  EditorView.contentAttributes.of({
    "aria-label": label,
    "aria-describedby": describedBy,
    autocapitalize: "off",
    tabindex: "0",
  });
