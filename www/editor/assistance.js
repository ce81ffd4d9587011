// What helps while typing: completions, what a call takes, and what there is to read on a name.
//
// What it is not: the knowledge, which is the running Python's: `ask(question, code, cursor)` is a promise of its answer,
// of undefined while it is busy. Start reading at `assistance`.

import {
  acceptCompletion, autocompletion, completeAnyWord, completionKeymap, completionStatus, moveCompletionSelection,
  selectedCompletion, startCompletion,
} from "@codemirror/autocomplete";
import { indentLess, indentMore } from "@codemirror/commands";
import { StateEffect, StateField } from "@codemirror/state";
import { EditorView, hoverTooltip, keymap, showTooltip } from "@codemirror/view";

import { problems } from "./problems.js";

/** Names of Python's kinds that the list has pictures for. */
const PICTURES = { module: "namespace", parameter: "constant", key: "text", file: "text", folder: "namespace" };
/** Nobody moves the cursor for so many milliseconds: then it is asked what the call takes. */
const PAUSE = 120;
/** Longer texts of one choice are cut off. */
const LONGEST_DETAIL = 60;

const characters = (text) => [...text].length;
const before = (doc, position) => characters(doc.sliceString(0, position));

/** An editor's extensions for all of it. */
export function assistance(ask) {
  const asked = (state, question, position) => ask(question, state.doc.toString(), before(state.doc, position));
  return [
    // Nothing is chosen by itself, so nobody takes by mistake what has only just appeared: Tab may come at once.
    autocompletion({ override: [completions(asked, ask)], selectOnOpen: false, interactionDelay: 0, maxRenderedOptions: 100 }),
    hoverTooltip(async (view, position) => documentation(await asked(view.state, "inspect", position), position)),
    tooltip,
    calls(asked),
    problems(asked),
    keymap.of([{ key: "Tab", run: tab, shift: (view) => explain(view, asked) }, ...completionKeymap]),
  ];
}

/** What Python said last of what a name has (`torch.`), or of all names: it is asked again while Python has time to answer. */
const remembered = new Map();
/** A name of what is completed, with its dot, and as far as it is typed itself. */
const TYPED = /((?:[\p{L}_][\p{L}\p{N}_]*\.)*)([\p{L}\p{N}_]*)$/u;

/** So many milliseconds names are known well enough. */
const KNOWN_FOR = 3000;
let learned = -Infinity;

/** All names, while Python has time to say them and is asked for some anyway: by itself it would fetch what answers. */
async function learnNames(ask) {
  if (performance.now() - learned < KNOWN_FOR) return;
  learned = performance.now();
  const names = (await ask("complete", "", 0))?.Completions.matches;
  if (names) remembered.set("", names);
}

/** The answer to what is typed; while a cell runs, what was said before of the same name. */
async function answered(asked, ask, state, pos) {
  const [, owner, typed] = TYPED.exec(state.doc.sliceString(state.doc.lineAt(pos).from, pos));
  const answer = (await asked(state, "complete", pos))?.Completions;
  const start = before(state.doc, pos) - characters(typed);
  if (answer === undefined) {
    const matches = remembered.get(owner)?.filter(({ text }) => text.startsWith(typed));
    return matches && { start, matches, isOld: true };
  }
  // What is left out by what is typed may be asked for later.
  if (typed === "" && answer.start === start) remembered.set(owner, answer.matches);
  if (owner === "") void learnNames(ask);
  return answer;
}

function completions(asked, ask) {
  return async (context) => {
    const { state, pos, explicit } = context;
    if (!explicit && !context.matchBefore(/[\p{L}\p{N}_.]$/u)) return null;
    const answer = await answered(asked, ask, state, pos);
    if (answer === undefined) return completeAnyWord(context);
    const { start, matches, isOld } = answer;
    const text = [...state.doc.sliceString(0, pos)];
    // What the cells have made since then is at least a word of them.
    const words = isOld ? (completeAnyWord(context)?.options ?? []).filter(({ label }) => matches.every(({ text }) => text !== label)) : [];
    if (matches.length + words.length === 0) return null;
    return {
      from: pos - text.slice(start).join("").length,
      options: [...matches.map(option), ...words],
      validFor: /^[\p{L}\p{N}_]*$/u,
    };
  };
}

const option = ({ text, kind, detail }, at) => ({
  label: text,
  type: PICTURES[kind] ?? kind,
  detail: detail.length > LONGEST_DETAIL ? `${detail.slice(0, LONGEST_DETAIL - 1)}…` : detail,
  // In the order of the answer, where what was typed decides nothing.
  boost: -at / 10,
});

/**
 * Tab takes the first completion, or the chosen one; after a name it asks for some; it indents a selection or a line's
 * head, and elsewhere in a line moves to the next multiple of four.
 */
function tab(view) {
  const { state } = view;
  if (completionStatus(state) === "active") {
    if (!selectedCompletion(state)) moveCompletionSelection(true)(view);
    if (acceptCompletion(view)) return true;
  }
  const range = state.selection.main;
  const line = state.doc.lineAt(range.head);
  const head = line.text.slice(0, range.head - line.from);
  if (!range.empty || head.trim() === "") return indentMore(view);
  if (/[\p{L}\p{N}_.]$/u.test(head)) return startCompletion(view);
  view.dispatch(state.replaceSelection(" ".repeat(4 - (head.length % 4))), { scrollIntoView: true });
  return true;
}

const setTooltip = StateEffect.define();

/** What is shown at a place until the text or the place changes. */
const tooltip = StateField.define({
  create: () => null,
  update(shown, transaction) {
    for (const effect of transaction.effects) if (effect.is(setTooltip)) return effect.value;
    if (!shown || !transaction.docChanged) return shown;
    return shown.goesOn ? { ...shown, pos: transaction.changes.mapPos(shown.pos) } : null;
  },
  provide: (field) => showTooltip.from(field),
});

/** Shift+Tab tells of the name at the cursor; at a line's head it takes indentation away. */
function explain(view, asked) {
  const { state } = view;
  const { head, empty } = state.selection.main;
  const line = state.doc.lineAt(head);
  if (!empty || state.doc.sliceString(line.from, head).trim() === "") return indentLess(view);
  asked(state, "inspect", head).then((answer) => {
    if (view.state.doc.eq(state.doc)) view.dispatch({ effects: setTooltip.of(documentation(answer, head)) });
  });
  return true;
}

/** Asks what a call takes after a bracket or a comma, and again while its line is shown. */
function calls(asked) {
  let timer;
  let latest = 0;
  return [
    EditorView.updateListener.of((update) => {
      const { view, state } = update;
      const shown = state.field(tooltip);
      const isLine = shown?.goesOn;
      if (!update.docChanged && !(update.selectionSet && shown)) return;
      const { head } = state.selection.main;
      const typed = update.transactions.some((transaction) => transaction.isUserEvent("input.type"));
      const begins = typed && /[(,]\s?$/.test(state.doc.sliceString(Math.max(0, head - 2), head));
      if (!begins && !isLine) {
        if (shown && update.selectionSet && !update.docChanged) close(view);
        return;
      }
      clearTimeout(timer);
      const ticket = ++latest;
      timer = setTimeout(async () => {
        const answer = await asked(view.state, "call", view.state.selection.main.head);
        if (ticket !== latest) return;
        view.dispatch({ effects: setTooltip.of(callLine(answer, view.state.selection.main.head)) });
      }, PAUSE);
    }),
    keymap.of([{ key: "Escape", run: (view) => Boolean(view.state.field(tooltip)) && close(view) }]),
    EditorView.domEventHandlers({ blur: (_, view) => void (view.state.field(tooltip) && setTimeout(() => close(view))) }),
  ];
}

function close(view) {
  queueMicrotask(() => view.dispatch({ effects: setTooltip.of(null) }));
  return true;
}

function documentation(answer, pos) {
  if (!answer?.Text) return null;
  return { pos, above: true, create: () => ({ dom: linked(element("pre", "cm-documentation"), answer.Text) }) };
}

/** Puts a text into an element, its addresses as links; the lesson stays where it is. */
function linked(host, text) {
  for (const piece of text.split(/(https:\/\/\S+)/)) {
    host.append(piece.startsWith("https://") ? Object.assign(element("a", "", piece), { href: piece, target: "_blank", rel: "noopener" }) : piece);
  }
  return host;
}

function callLine(answer, pos) {
  const call = answer?.Call;
  if (!call) return null;
  const create = () => {
    const dom = element("div", "cm-call");
    const line = element("code", "", call.name);
    pieces(call.signature).forEach(({ text, index }) => {
      line.append(index !== undefined && index === call.parameter ? element("b", "", text) : text);
    });
    dom.append(line);
    if (call.summary) dom.append(element("div", "", call.summary));
    return { dom };
  };
  return { pos, above: true, goesOn: true, create };
}

/** A signature's parameters, each with its number, and what is between them. */
function pieces(signature) {
  const end = signature.lastIndexOf(")");
  const found = [{ text: "(" }];
  let [depth, text, index] = [0, "", 0];
  for (const letter of signature.slice(1, end)) {
    if ("([{".includes(letter)) depth++;
    if (")]}".includes(letter)) depth--;
    if (letter === "," && depth === 0) {
      found.push({ text, index: index++ }, { text: ", " });
      text = "";
    } else if (text || letter !== " ") text += letter;
  }
  return [...found, { text, index }, { text: signature.slice(end) }];
}

function element(name, className, text = "") {
  return Object.assign(document.createElement(name), { className, textContent: text });
}
