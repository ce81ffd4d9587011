//! A student's document: whatever is done to it can be undone, is kept for the next visit, and is exported.

use kindling_notebook::edit::{
    Changes, Content, Document, Editing, Kind, Mine, MyCell, Piece, Side, written,
};
use kindling_notebook::{Format, Notebook, export, open};
use proptest::prelude::*;

const DECK: &str = r#"---
marp: true
title: A lesson
---

# A lesson

Words.

---

## Data

```python
x = 1
print(x)
```

```
1
```

More words.

```python
y = 2
```

---

## Columns

<div class="columns">
<div>

Left.

```python
left = 1
```

</div>
<div>

```python
right = 2
```

</div>
</div>

<details>
<summary>Answer</summary>

```python
answer = 42
```

</details>

The end.
"#;

fn lesson() -> Notebook {
    open("lessons/a.md", DECK).expect("a deck")
}

fn ids(document: &Document) -> Vec<String> {
    document.cells().into_iter().map(|(_, content)| content.id.clone()).collect()
}

fn sources(document: &Document) -> Vec<&str> {
    document.cells().into_iter().map(|(_, content)| content.source.as_str()).collect()
}

fn own(id: &str, source: &str) -> Content {
    Content { id: id.to_owned(), kind: Kind::Code, source: source.to_owned() }
}

fn text(id: &str, source: &str) -> Content {
    Content { kind: Kind::Markdown, ..own(id, source) }
}

/// What is kept of a document, put into the lesson again.
fn kept_in(lesson: &Document, document: &Document) -> Document {
    let changes = serde_json::to_string(&document.changes(lesson)).expect("plain values");
    let changes: Changes = serde_json::from_str(&changes).expect("as written");
    lesson.clone().with(&changes, |id| document.cell(id).map(|content| content.source.clone()))
}

#[derive(Debug, Clone)]
enum Act {
    Insert(usize, bool),
    Append(usize),
    Remove(usize),
    Shift(usize, bool),
    Bring(usize, usize, bool),
    Heading(usize, usize),
    Split(usize),
    Merge(usize),
    Convert(usize),
    Write(usize, String),
    AddSlide(usize),
    RemoveSlide(usize),
    MoveSlide(usize, usize),
    Reset,
    Undo,
    Redo,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        (0..9_usize, any::<bool>()).prop_map(|(at, above)| Act::Insert(at, above)),
        (0..4_usize).prop_map(Act::Append),
        (0..9_usize).prop_map(Act::Remove),
        (0..9_usize, any::<bool>()).prop_map(|(at, up)| Act::Shift(at, up)),
        (0..9_usize, any::<bool>()).prop_map(|(at, up)| Act::Shift(at, up)),
        (0..9_usize, 0..9_usize, any::<bool>()).prop_map(|(at, beside, above)| Act::Bring(at, beside, above)),
        (0..9_usize, 1..7_usize).prop_map(|(at, level)| Act::Heading(at, level)),
        (0..9_usize).prop_map(Act::Split),
        (0..9_usize).prop_map(Act::Merge),
        (0..9_usize).prop_map(Act::Convert),
        (0..9_usize, "[a-z \n]{0,6}").prop_map(|(at, text)| Act::Write(at, text)),
        (0..5_usize).prop_map(Act::AddSlide),
        (0..5_usize).prop_map(Act::RemoveSlide),
        (0..5_usize, 0..5_usize).prop_map(|(from, to)| Act::MoveSlide(from, to)),
        Just(Act::Reset),
        Just(Act::Undo),
        Just(Act::Redo),
    ]
}

fn side(is_above: bool) -> Side {
    if is_above { Side::Above } else { Side::Below }
}

fn perform(editing: &mut Editing, act: &Act, lesson: &Document, number: usize) -> bool {
    let id = |at: usize| ids(editing.document()).get(at).cloned().unwrap_or_default();
    let new = own(&format!("own-{number}"), &format!("own = {number}"));
    let document = editing.document().clone();
    let operation = match act {
        Act::Insert(at, above) => document.insert(&id(*at), side(*above), vec![new]),
        Act::Append(slide) => document.append(*slide, vec![new]),
        Act::Remove(at) => document.remove(&id(*at)),
        Act::Shift(at, up) => document.shift(&id(*at), side(*up)),
        Act::Bring(at, beside, above) => document.bring(&id(*at), &id(*beside), side(*above)),
        Act::Heading(at, level) => document.set_heading(&id(*at), *level),
        Act::Split(at) => document.split(&id(*at), "head\n", "tail", new.id),
        Act::Merge(at) => document.merge(&id(*at)),
        Act::Convert(at) => {
            let kind = document.cell(&id(*at)).map(|content| content.kind).unwrap_or_default();
            document.set_kind(&id(*at), if kind == Kind::Code { Kind::Markdown } else { Kind::Code })
        }
        Act::AddSlide(place) => document.add_slide(*place, vec![Content { kind: Kind::Markdown, ..new }]),
        Act::RemoveSlide(place) => document.remove_slide(*place),
        Act::MoveSlide(from, to) => document.move_slide(*from, *to),
        Act::Reset => document.become_like(lesson),
        Act::Write(at, text) => return editing.write(&id(*at), text),
        Act::Undo => return editing.undo(),
        Act::Redo => return editing.redo(),
    };
    editing.apply(operation)
}

proptest! {
    #[test]
    fn whatever_is_done_can_be_undone_redone_and_kept(acts in prop::collection::vec(act(), 0..30)) {
        let lesson = Document::of(&lesson());
        let mut editing = Editing::new(lesson.clone());
        for (number, act) in acts.iter().enumerate() {
            perform(&mut editing, act, &lesson, number);
            let now = ids(editing.document());
            let unique: std::collections::HashSet<&String> = now.iter().collect();
            prop_assert_eq!(unique.len(), now.len(), "no cell is there twice");
        }
        let last = editing.document().clone();
        prop_assert_eq!(&kept_in(&lesson, &last), &last);
        let undone = std::iter::from_fn(|| editing.undo().then_some(())).count();
        prop_assert_eq!(editing.document(), &lesson);
        prop_assert!(editing.document().changes(&lesson).is_empty());
        for _ in 0..undone {
            prop_assert!(editing.redo());
        }
        prop_assert_eq!(editing.document(), &last);
    }

    #[test]
    fn the_lessons_text_stays_in_its_order(acts in prop::collection::vec(act(), 0..30)) {
        let lesson = Document::of(&lesson());
        let mut editing = Editing::new(lesson.clone());
        for (number, act) in acts.iter().enumerate() {
            perform(&mut editing, act, &lesson, number);
        }
        for slot in 0..8 {
            let texts = |document: &Document| {
                document.slot(slot).iter().filter(|piece| piece.cell().is_none()).cloned().collect::<Vec<Piece>>()
            };
            prop_assert_eq!(texts(editing.document()), texts(&lesson));
        }
    }

    #[test]
    fn what_is_exported_has_my_cells_in_my_order(acts in prop::collection::vec(act(), 0..20)) {
        let notebook = lesson();
        let lesson = Document::of(&notebook);
        let mut editing = Editing::new(lesson.clone());
        for (number, act) in acts.iter().enumerate() {
            perform(&mut editing, act, &lesson, number);
        }
        let document = editing.document();
        let code = |document: &Document| -> Vec<String> {
            let code = document.cells().into_iter().filter(|(_, content)| content.kind == Kind::Code);
            code.map(|(_, content)| content.source.trim_end().to_owned()).collect()
        };
        let mine = written(&notebook, &mine_of(document));
        for (name, format) in [("a.ipynb", Format::Ipynb), ("a.py", Format::Py), ("a.md", Format::Md)] {
            let again = open(name, &export(&mine, format)).expect("what was exported");
            let read: Vec<String> = again.cells.iter().map(|cell| cell.source.trim_end().to_owned()).collect();
            // A program has no cell of nothing.
            let expected = code(document);
            let some = |all: &[String]| all.iter().filter(|source| !source.is_empty()).cloned().collect::<Vec<_>>();
            prop_assert_eq!(some(&read), some(&expected), "{}", export(&mine, format));
        }
    }
}

fn mine_of(document: &Document) -> Mine {
    let cells = document.cells().into_iter().map(|(slide, content)| MyCell {
        content: content.clone(),
        slide,
        follows_text: document.follows_text(&content.id),
        execution_count: None,
        outputs: None,
    });
    Mine { slides: document.of_lesson_each(), cells: cells.collect() }
}

#[test]
fn slides_of_mine_are_kept_and_exported_where_they_are() {
    let notebook = lesson();
    let lesson = Document::of(&notebook);
    let mut editing = Editing::new(lesson.clone());
    editing.apply(lesson.add_slide(1, vec![text("own-1", "## Mine"), own("own-2", "mine = 1")]));
    let columns_first = editing.document().move_slide(3, 0);
    editing.apply(columns_first);
    let without_the_title = editing.document().remove_slide(1);
    editing.apply(without_the_title);
    let mine = editing.document().clone();
    assert_eq!(mine.slides(), [2, 3, 1]);
    assert_eq!(kept_in(&lesson, &mine), mine);
    let later = DECK.replace("# A lesson\n", "# A lesson\n\n---\n\n# New\n");
    let later = Document::of(&open("lessons/a.md", &later).expect("a deck"));
    let now = later.with(&mine.changes(&lesson), |id| mine.cell(id).map(|content| content.source.clone()));
    // The title's slide has become two others; each stands after the one it follows in the lesson.
    assert_eq!(now.slides(), [0, 1, 3, 4, 2]);
    for (format, name) in [(Format::Md, "a.md"), (Format::Ipynb, "a.ipynb"), (Format::Py, "a.py")] {
        let again =
            open(name, &export(&written(&notebook, &mine_of(&mine)), format)).expect("what was exported");
        let titles: Vec<&str> = again.slides.iter().map(|slide| slide.title.as_str()).collect();
        assert_eq!(titles, ["Columns", "Mine", "Data"], "{name}");
    }
}

#[test]
fn the_last_slide_stays_and_a_slide_that_goes_takes_its_cells_along() {
    let lesson = Document::of(&lesson());
    let mut editing = Editing::new(lesson.clone());
    for left in [2, 1] {
        let first = editing.document().remove_slide(0);
        assert!(editing.apply(first));
        assert_eq!(editing.document().slides().len(), left);
    }
    assert_eq!(sources(editing.document()), ["left = 1", "right = 2", "answer = 42"]);
    assert_eq!(editing.document().remove_slide(0), None);
    assert_eq!(editing.document().find(&ids(&lesson)[0]), None);
    assert!(editing.undo() && editing.undo());
    assert_eq!(editing.document(), &lesson);
}

#[test]
fn typing_in_one_cell_is_one_operation() {
    let lesson = Document::of(&lesson());
    let mut editing = Editing::new(lesson.clone());
    let id = ids(&lesson)[0].clone();
    for text in ["a", "ab", "abc"] {
        assert!(editing.write(&id, text));
    }
    assert!(!editing.write(&id, "abc"), "nothing was typed");
    assert_eq!(sources(editing.document())[0], "abc");
    assert!(editing.undo());
    assert_eq!(editing.document(), &lesson);
    assert!(!editing.undo());
}

#[test]
fn a_cell_is_split_and_merged_again() {
    let lesson = Document::of(&lesson());
    let mut editing = Editing::new(lesson.clone());
    let id = ids(&lesson)[0].clone();
    editing.apply(lesson.split(&id, "x = 1\n", "print(x)", "own-1".to_owned()));
    assert_eq!(sources(editing.document())[..3], ["x = 1", "print(x)", "y = 2"]);
    let merge = editing.document().merge(&id);
    editing.apply(merge);
    assert_eq!(editing.document(), &lesson);
}

#[test]
fn cells_move_in_and_out_of_columns_and_to_the_next_slide() {
    let notebook = lesson();
    let mut editing = Editing::new(Document::of(&notebook));
    let id = ids(editing.document())[0].clone();
    let mut slides = Vec::new();
    loop {
        let down = editing.document().shift(&id, Side::Below);
        if !editing.apply(down) {
            break;
        }
        slides.push(editing.document().find(&id).expect("it is there"));
    }
    let last = *slides.last().expect("it moved");
    let slots: Vec<usize> = slides.iter().map(|place| place.slot).collect();
    assert!(slots.windows(2).any(|pair| pair[0] != pair[1]));
    assert_eq!(editing.document().slide_of(last.slot), notebook.slides.len() - 1);
    loop {
        let up = editing.document().shift(&id, Side::Above);
        if !editing.apply(up) {
            break;
        }
    }
    assert_eq!(ids(editing.document())[0], id);
}

#[test]
fn my_cells_stay_where_they_were_in_a_later_version_of_the_lesson() {
    let old = Document::of(&lesson());
    let mut editing = Editing::new(old.clone());
    let cells = ids(&old);
    let after_x = old.insert(&cells[0], Side::Below, vec![own("own-1", "mine"), text("own-2", "My words")]);
    editing.apply(after_x);
    let at_end = editing.document().append(0, vec![own("own-3", "on the first slide")]);
    editing.apply(at_end);
    let gone = editing.document().remove(&cells[1]);
    editing.apply(gone);
    let mine = editing.document().clone();
    let later = DECK
        .replace("# A lesson\n", "# New\n\nA slide before.\n\n```python\nnew = 1\n```\n\n---\n\n# A lesson\n")
        .replace("answer = 42", "answer = 43");
    let later = Document::of(&open("lessons/a.md", &later).expect("a deck"));
    let now = later.with(&mine.changes(&old), |id| mine.cell(id).map(|content| content.source.clone()));
    assert_eq!(
        sources(&now),
        [
            "new = 1",
            "on the first slide",
            "x = 1\nprint(x)",
            "mine",
            "My words",
            "left = 1",
            "right = 2",
            "answer = 43"
        ]
    );
}

#[test]
fn an_exported_deck_is_its_authors_with_mine_of() {
    let notebook = lesson();
    let lesson = Document::of(&notebook);
    let cells = ids(&lesson);
    let mut editing = Editing::new(lesson.clone());
    assert_eq!(export(&written(&notebook, &mine_of(&lesson)), Format::Md), DECK);
    editing.apply(lesson.insert(
        &cells[0],
        Side::Below,
        vec![own("own-1", "mine = 1"), text("own-2", "Mine\n\n---")],
    ));
    let deck = export(&written(&notebook, &mine_of(editing.document())), Format::Md);
    let mine = "```\n1\n```\n\n```python\nmine = 1\n```\n\n\n\nMine\n\n<hr>\n\n";
    assert!(deck.contains(mine), "{deck}");
    let again = open("lessons/a.md", &deck).expect("a deck");
    assert_eq!(again.slides.len(), notebook.slides.len());
    assert_eq!(again.cells[0].expected.as_deref(), Some("1"));
    assert_eq!(again.cells[1].expected, None);
}

#[test]
fn a_deleted_cell_takes_the_output_along_that_the_lesson_shows_of_it() {
    let notebook = lesson();
    let lesson = Document::of(&notebook);
    let mut editing = Editing::new(lesson.clone());
    editing.apply(lesson.remove(&ids(&lesson)[0]));
    let deck = export(&written(&notebook, &mine_of(editing.document())), Format::Md);
    assert!(!deck.contains("```\n1\n```") && deck.contains("More words."), "{deck}");
}

#[test]
fn what_a_run_showed_is_exported() {
    let notebook = lesson();
    let mut mine = mine_of(&Document::of(&notebook));
    let output = serde_json::json!({ "output_type": "stream", "name": "stdout", "text": "1\n" });
    mine.cells[0].outputs = Some(output.as_object().cloned().into_iter().collect());
    mine.cells[0].execution_count = Some(3);
    let again = open("a.ipynb", &export(&written(&notebook, &mine), Format::Ipynb)).expect("a notebook");
    assert_eq!(again.cells[0].execution_count, Some(3));
    assert_eq!(again.cells[0].outputs[0].nbformat["text"], "1\n");
    assert!(again.cells[1].outputs.is_empty());
}

#[test]
fn a_cell_goes_beside_another_from_either_side() {
    let lesson = Document::of(&lesson());
    let all = ids(&lesson);
    let (first, last) = (&all[0], &all[all.len() - 1]);
    for (id, beside, side) in [(first, last, Side::Below), (last, first, Side::Above)] {
        let mut editing = Editing::new(lesson.clone());
        assert!(editing.apply(lesson.bring(id, beside, side)));
        let now = ids(editing.document());
        let place = |id: &String| now.iter().position(|other| other == id).expect("it is there");
        assert_eq!(place(id) + 1, place(beside) + if side == Side::Above { 0 } else { 2 });
        assert!(editing.undo());
        assert_eq!(ids(editing.document()), all);
    }
    assert_eq!(lesson.bring(first, first, Side::Below), None);
    assert_eq!(lesson.bring(first, first, Side::Above), None);
}

#[test]
fn a_cell_becomes_a_heading_and_another_one() {
    let mut editing = Editing::new(Document::of(&lesson()));
    let id = ids(editing.document())[0].clone();
    editing.write(&id, "Data");
    let mut headed = |level: usize| {
        let operation = editing.document().set_heading(&id, level);
        editing.apply(operation);
        let content = editing.document().cell(&id).expect("it is there");
        (content.kind, content.source.clone())
    };
    assert_eq!(headed(2), (Kind::Markdown, "## Data".to_owned()));
    assert_eq!(headed(1), (Kind::Markdown, "# Data".to_owned()));
}

#[test]
fn a_lesson_of_text_is_not_blank() {
    let is_blank = |deck: &str| Document::of(&open("a.md", deck).unwrap()).is_blank();
    assert!(is_blank("") && is_blank("---\nmarp: true\n---\n"));
    assert!(!is_blank("# Text") && !is_blank("```python\n1\n```"));
}
