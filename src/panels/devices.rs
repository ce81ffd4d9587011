//! The device menu: what there is to compute on, what it holds, and how code asks for it.
//!
//! What it is not: a switch. Which device a tensor is on is said in the code, as in PyTorch. Start reading at
//! [`PANEL`].

use super::{Face, Panel, Place};
use crate::browser::dom::size;
use crate::session::{KernelState, Session};
use crate::words;
use kindling_protocol::Accelerator;
use leptos::prelude::*;

pub const PANEL: Panel = Panel {
    id: "devices",
    title: words::devices_title,
    hint: words::devices_hint,
    place: Place::Status,
    face: Face::Told { view: |session| view! { <Told session=session /> }.into_any(), name },
    content: |_| view! { <Devices /> }.into_any(),
    style: r#"
        .devices { list-style: none; margin: 0 0 1rem; padding: 0; display: grid; gap: 0.75rem; }
        .device-card { padding: 0.75rem 0.9rem; border: 1px solid var(--line); border-radius: var(--radius); background: var(--inset); }
        .device-card h3 { margin: 0 0 0.25rem; font: 600 1rem/1.4 var(--head); }
        .device-card h3 code { font: 0.8125rem/1.4 var(--code); color: var(--soft); }
        .device-card p { margin: 0; font-size: 0.875rem; line-height: 1.5; overflow-wrap: anywhere; }
        .device-card .facts { display: block; color: var(--soft); }
        .device-card pre { margin: 0.6rem 0 0; line-height: 1.5; padding: 0.5rem 0.7rem; border-radius: 6px; background: var(--sheet); overflow-x: auto; }
        .device-card pre code { font: 0.8125rem/1.5 var(--code); }
        .device-card[data-state="available"] { border-color: color-mix(in srgb, var(--good) 45%, var(--line)); }
    "#,
};

/// What Python does, in a word and a dot, and the devices in another.
#[component]
fn Told(session: Session) -> impl IntoView {
    view! {
        <i class="dot"></i>
        <span class="status-words">
            {move || work(session)} " " <span class="device">{move || devices(session)}</span>
        </span>
    }
}

/// The words that are seen come first: who speaks to the page says what is written there.
fn name(session: Session) -> String {
    words::devices_named(work(session), devices(session))
}

fn work(session: Session) -> &'static str {
    match session.kernel.get() {
        KernelState::Starting => words::python_starting(),
        KernelState::Ready => words::python_free(),
        KernelState::Busy => words::python_busy(),
        KernelState::Dead => words::python_ended(),
    }
}

fn devices(session: Session) -> &'static str {
    match session.accelerator.get() {
        Some(Accelerator::Available { .. }) => "· CPU + GPU",
        _ => "· CPU",
    }
}

#[component]
fn Devices() -> impl IntoView {
    let session = expect_context::<Session>();
    view! {
        <ul class="devices">
            <li class="device-card" data-device="cpu">
                <h3>"CPU " <code>"\"cpu\""</code></h3>
                <p>{words::cpu_always()}</p>
                <Show when=move || !session.can_interrupt()>
                    <p class="facts" data-stop>{words::stop_restarts()}</p>
                </Show>
            </li>
            {move || gpu(session.accelerator.get())}
        </ul>
        <p class="empty">{words::gpu_pays_off()}</p>
    }
}

fn gpu(accelerator: Option<Accelerator>) -> impl IntoView {
    let state = match &accelerator {
        None => "unknown",
        Some(Accelerator::Available { .. }) => "available",
        Some(Accelerator::Unavailable { .. }) => "unavailable",
    };
    let facts = match accelerator {
        None => view! { <p>{words::gpu_sought()}</p> }.into_any(),
        Some(Accelerator::Available { name, used }) => view! {
            <p>{name} <span class="facts">{held(used)}</span></p>
            <pre><code>"device = torch.device(\"webgpu\")\nmodel.to(device)\nX = X.to(device)"</code></pre>
        }
        .into_any(),
        Some(Accelerator::Unavailable { reason }) => {
            view! { <p>{words::gpu_not_here(reason)}</p> }.into_any()
        }
    };
    view! {
        <li class="device-card" data-device="webgpu" data-state=state>
            <h3>"GPU " <code>"\"webgpu\""</code></h3>
            {facts}
        </li>
    }
}

fn held(used: u64) -> String {
    match usize::try_from(used) {
        Ok(0) | Err(_) => words::gpu_holds_nothing().to_owned(),
        Ok(bytes) => words::gpu_holds(size(bytes)),
    }
}
