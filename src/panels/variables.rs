//! The variables of the session: a line on each, and one of them in full.
//!
//! What it is not: how they are looked at (`_kindling_variables.py`). Start reading at [`PANEL`].

use super::{Face, Panel, Place};
use crate::browser::dom::{said, size};
use crate::session::{KernelState, Session};
use crate::views::icons;
use crate::views::plot::Plot;
use crate::words::{self, Word};
use kindling_protocol::{Inside, Variable};
use leptos::prelude::*;

pub const ID: &str = "variables";

pub const PANEL: Panel = Panel {
    id: ID,
    title: words::variables_title,
    hint: words::variables_hint,
    place: Place::Wide,
    face: Face::Icon(icons::VARIABLES),
    content: |_| view! { <Variables /> }.into_any(),
    style: r#"
        .variables { list-style: none; margin: 0; padding: 0; }
        .variable { border-top: 1px solid var(--line); }
        .variable > button { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 0.8rem; width: 100%; padding: 0.5rem 0.4rem; text-align: left; line-height: 1.45; }
        .variable > button:hover { background: var(--accent-wash); }
        .variable > button > * { min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
        .variable .name { font: 600 0.8125rem/1.5 var(--code); color: var(--ink); }
        .variable .kind { font-size: 0.75rem; color: var(--soft); }
        .variable .values { grid-column: 1 / -1; font: 0.75rem/1.5 var(--code); color: var(--soft); }
        .inside { padding: 0.2rem 0.4rem 0.8rem; }
        .inside dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(7.5rem, 1fr)); gap: 0.4rem 1rem; margin: 0 0 0.6rem; }
        .inside dt { font-size: 0.75rem; color: var(--soft); }
        .inside dd { margin: 0; font: 0.8125rem/1.4 var(--code); }
        .inside canvas { width: 100%; }
        .inside pre { margin: 0; max-height: 14rem; overflow: auto; padding: 0.5rem 0.6rem; border-radius: 6px; background: var(--inset); font: 0.75rem/1.5 var(--code); }
        .sought { display: flex; gap: 0.5rem; margin: 0 0 0.7rem; }
        .sought :is(input, select) { min-height: 2.5rem; border: 1px solid var(--line); border-radius: 8px; background: var(--sheet); color: inherit; font: inherit; font-size: 0.875rem; padding: 0 0.6rem; }
        .sought input { flex: 1; min-width: 0; }
    "#,
};

/// In which order variables are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    Made,
    Name,
    Size,
}

impl Order {
    const ALL: [(Word, Self); 3] = [
        (words::variables_as_made, Self::Made),
        (words::variables_by_name, Self::Name),
        (words::variables_by_size, Self::Size),
    ];
}

#[component]
fn Variables() -> impl IntoView {
    let session = expect_context::<Session>();
    Effect::new(move |_| {
        // After each cell: while one runs, Python has no time to answer.
        if session.kernel.get() == KernelState::Ready {
            session.list_variables();
        }
    });
    let sought = RwSignal::new(String::new());
    let order = RwSignal::new(Order::Made);
    let rows = move || session.variables.with(|all| chosen(all, &sought.get(), order.get()));
    let choose = move |event| {
        let value = event_target_value(&event);
        let chosen = Order::ALL.iter().find(|(name, _)| name() == value);
        order.set(chosen.map_or(Order::Made, |(_, order)| *order));
    };
    view! {
        <Show when=move || session.variables.with(Vec::is_empty)>
            <p class="empty">{words::variables_none()}</p>
        </Show>
        <Show when=move || !session.variables.with(Vec::is_empty)>
            <div class="sought">
                <input type="search" aria-label=words::variables_filter_what() placeholder=words::variables_filter()
                    on:input=move |event| sought.set(event_target_value(&event)) />
                <select aria-label=words::variables_order() on:change=choose>
                    {Order::ALL.map(|(name, _)| view! { <option value=name()>{name()}</option> })}
                </select>
            </div>
        </Show>
        <ul class="variables">
            {move || rows().into_iter().map(|variable| view! { <Row variable=variable /> }).collect_view()}
        </ul>
    }
}

fn chosen(all: &[Variable], sought: &str, order: Order) -> Vec<Variable> {
    let sought = sought.trim().to_lowercase();
    let has = |text: &str| text.to_lowercase().contains(&sought);
    let mut rows: Vec<Variable> =
        all.iter().filter(|variable| has(&variable.name) || has(&variable.kind)).cloned().collect();
    match order {
        Order::Made => {}
        Order::Name => rows.sort_by_key(|variable| variable.name.to_lowercase()),
        Order::Size => rows.sort_by_key(|variable| std::cmp::Reverse(variable.bytes)),
    }
    rows
}

#[component]
fn Row(variable: Variable) -> impl IntoView {
    let session = expect_context::<Session>();
    let facts = facts(&variable);
    let Variable { name, bytes, preview, .. } = variable;
    let own = name.clone();
    let inside = Memo::new(move |_| {
        session
            .inside
            .with(|inside| inside.as_ref().filter(|(name, _)| *name == own).map(|(_, inside)| inside.clone()))
    });
    let asked = name.clone();
    let press = move |_| {
        if inside.with_untracked(Option::is_some) {
            session.inside.set(None);
        } else {
            session.look_into(asked.clone());
        }
    };
    let id = name.clone();
    let held = bytes.and_then(|bytes| usize::try_from(bytes).ok()).map(size);
    view! {
        <li class="variable" data-variable=id>
            <button type="button" aria-expanded=move || said(inside.with(Option::is_some)) on:click=press>
                <span><span class="name">{name}</span> " " <span class="kind">{facts}</span></span>
                <span class="kind">{held}</span>
                <span class="values">{preview}</span>
            </button>
            {move || inside.get().map(|inside| view! { <Look inside=inside /> })}
        </li>
    }
}

/// `Tensor (3, 4) float32 on webgpu, requires grad`.
fn facts(variable: &Variable) -> String {
    let mut parts: Vec<&str> = vec![&variable.kind, &variable.shape, &variable.dtype];
    parts.retain(|part| !part.is_empty());
    let mut what = parts.join(" ");
    if !["", "cpu"].contains(&variable.device.as_str()) {
        what = words::variable_on(what, &variable.device);
    }
    if variable.requires_grad { words::variable_requires_grad(what) } else { what }
}

#[component]
fn Look(inside: Inside) -> impl IntoView {
    let Inside { facts, text, figure } = inside;
    let facts: Vec<_> =
        facts.into_iter().map(|(name, fact)| view! { <div><dt>{name}</dt><dd>{fact}</dd></div> }).collect();
    view! {
        <div class="inside">
            {(!facts.is_empty()).then(|| view! { <dl>{facts}</dl> })}
            {figure.map(|figure| view! { <Plot figure=figure /> })}
            <pre tabindex="0">{text}</pre>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variable(name: &str, kind: &str, bytes: Option<u64>) -> Variable {
        let word = String::new;
        Variable {
            name: name.to_owned(),
            kind: kind.to_owned(),
            shape: word(),
            dtype: word(),
            device: word(),
            requires_grad: false,
            bytes,
            preview: word(),
        }
    }

    #[test]
    fn variables_are_found_by_name_and_type_and_ordered() {
        let all = [
            variable("x", "Tensor", Some(8)),
            variable("Batch", "int", None),
            variable("a", "Tensor", Some(64)),
        ];
        let names = |sought: &str, order: Order| {
            chosen(&all, sought, order).into_iter().map(|variable| variable.name).collect::<Vec<_>>()
        };
        assert_eq!(names("", Order::Made), ["x", "Batch", "a"]);
        assert_eq!(names("", Order::Name), ["a", "Batch", "x"]);
        assert_eq!(names(" tensor", Order::Size), ["a", "x"]);
        assert!(names("nothing", Order::Made).is_empty());
    }

    #[test]
    fn a_line_says_what_is_not_usual() {
        let mut tensor = variable("x", "Tensor", None);
        (tensor.shape, tensor.dtype, tensor.device) = ("(3,)".into(), "float32".into(), "cpu".into());
        assert_eq!(facts(&tensor), "Tensor (3,) float32");
        (tensor.device, tensor.requires_grad) = ("webgpu".into(), true);
        assert_eq!(facts(&tensor), "Tensor (3,) float32 on webgpu, requires grad");
    }
}
