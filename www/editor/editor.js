// The code editor: CodeMirror 6, set up for Python cells and wrapped in the few calls that the page makes.
//
// What it is not: a place for lesson or kernel logic; keys that run cells are handed to the page by name.
// Bundled by esbuild (see build.mjs); the page imports the bundle as `./editor.js` and nothing else of it.

import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { Compartment, EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, highlightSpecialChars, keymap } from "@codemirror/view";
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

const command = (onCommand, name) => () => {
  onCommand(name);
  return true;
};

/** Escape followed by Tab leaves the editor: CodeMirror's own way out for keyboard users. */
const keys = (onCommand) =>
  keymap.of([
    { key: "Shift-Enter", run: command(onCommand, "run-and-move") },
    { key: "Mod-Enter", run: command(onCommand, "run") },
    { key: "Ctrl-Enter", run: command(onCommand, "run") },
    ...closeBracketsKeymap,
    ...historyKeymap,
    ...defaultKeymap,
  ]);

const setup = [
  highlightSpecialChars(),
  history(),
  EditorState.tabSize.of(4),
  indentUnit.of("    "),
  indentOnInput(),
  bracketMatching(),
  closeBrackets(),
  python(),
  syntaxHighlighting(classHighlighter),
  failedLineField,
];

/**
 * An editor inside `parent`. `onChange` hears each new text of the student's, `onCommand` the name of a pressed
 * key's command: "run" or "run-and-move"; `ask` is what `assistance` asks.
 */
export class Editor {
  constructor(parent, text, label, describedBy, onChange, onCommand, ask) {
    this.quiet = false;
    this.attributes = new Compartment();
    const announce = EditorView.updateListener.of((update) => {
      if (update.docChanged && !this.quiet) onChange(update.state.doc.toString());
    });
    this.view = new EditorView({
      parent,
      doc: text,
      extensions: [
        keys(onCommand),
        assistance(ask),
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
