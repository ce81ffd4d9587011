// What is wrong with a cell is underlined before it runs: what Python cannot read, and what is most likely not meant.
//
// What it is not: the knowledge, which is the running Python's (`_kindling_problems.py`). The line that is being written is
// left in peace until the cursor has left it. Start reading at `problems`.

import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin } from "@codemirror/view";

/** Nobody types for so many milliseconds: then it is asked. */
const PAUSE = 600;

const setProblems = StateEffect.define();

/** What Python said of the text as it is, moved along while that changes. */
const field = StateField.define({
  create: () => [],
  update(found, transaction) {
    for (const effect of transaction.effects) if (effect.is(setProblems)) return effect.value;
    if (!transaction.docChanged) return found;
    const moved = ({ from, to, ...rest }) => ({ ...rest, from: transaction.changes.mapPos(from, 1), to: transaction.changes.mapPos(to, -1) });
    return found.map(moved).filter(({ from, to }) => from < to);
  },
});

/** The position of a character, as CodeMirror counts. */
function positions(text) {
  const letters = [...text];
  return (at) => letters.slice(0, at).join("").length;
}

const marks = EditorView.decorations.compute([field, "selection"], (state) => {
  const line = state.doc.lineAt(state.selection.main.head);
  const isWritten = ({ from, to }) => from <= line.to && to >= line.from;
  const shown = state.field(field).filter((problem) => !problem.isError || problem.isOld || !isWritten(problem));
  const mark = ({ from, to, isError, text }) => Decoration.mark({ class: isError ? "cm-problem" : "cm-hint", attributes: { title: text } }).range(from, to);
  return Decoration.set(shown.map(mark), true);
});

/** Asks when it is time to; an editor that is gone asks nobody any more. */
class Watch {
  constructor(view, asked) {
    this.view = view;
    this.asked = asked;
  }

  update({ docChanged }) {
    if (docChanged) this.lookIn(PAUSE, false);
  }

  /** Who leaves the cell has written the line to its end. */
  left() {
    if (this.view.state.field(field).length > 0) this.lookIn(0, true);
  }

  lookIn(pause, isOld) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(isOld), pause);
  }

  async look(isOld) {
    const { state } = this.view;
    const answer = await this.asked(state, "check", 0);
    if (this.isGone || !answer?.Problems || !this.view.state.doc.eq(state.doc)) return;
    const position = positions(state.doc.toString());
    const found = answer.Problems.map(({ start, end, is_error, text }) => ({ from: position(start), to: position(end), isError: is_error, isOld, text }));
    this.view.dispatch({ effects: setProblems.of(found.filter(({ from, to }) => from < to)) });
  }

  destroy() {
    this.isGone = true;
    clearTimeout(this.timer);
  }
}

/** The extension; `asked(state, question, position)` is a promise of the answer. */
export function problems(asked) {
  const watch = ViewPlugin.define((view) => new Watch(view, asked), { eventHandlers: { blur() { this.left(); } } });
  return [field, marks, watch];
}
