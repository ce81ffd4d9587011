//! The device menu: what there is to compute on, what it holds, and how code asks for it.
//!
//! What it is not: a switch. Which device a tensor is on is said in the code, as in PyTorch. Start reading at
//! [`DeviceButton`] and [`Devices`].

use crate::dom::{said, size};
use crate::session::{KernelState, Session};
use kindling_protocol::Accelerator;
use leptos::prelude::*;

/// What Python does, in a word and a dot, and the devices in another; opens the menu.
#[component]
pub fn DeviceButton(open: RwSignal<bool>) -> impl IntoView {
    let session = expect_context::<Session>();
    let words = move || match session.kernel.get() {
        KernelState::Starting => "Starting Python…",
        KernelState::Ready => "Ready",
        KernelState::Busy => "Running",
        KernelState::Dead => "Stopped",
    };
    let has_gpu = move || matches!(session.accelerator.get(), Some(Accelerator::Available { .. }));
    let devices = move || if has_gpu() { "· CPU + GPU" } else { "· CPU" };
    // The words that are seen come first: who speaks to the page says what is written there.
    let name = move || format!("{} {}: devices", words(), devices());
    view! {
        <button type="button" class="status" aria-label=name title="What this tab computes on"
            aria-expanded=move || said(open.get()) aria-controls="devices"
            on:click=move |_| open.update(|open| *open = !*open)>
            <i class="dot"></i>
            <span class="status-words">{words} " " <span class="device">{devices}</span></span>
        </button>
    }
}

#[component]
pub fn Devices() -> impl IntoView {
    let session = expect_context::<Session>();
    view! {
        <ul class="devices">
            <li class="device-card" data-device="cpu">
                <h3>"CPU " <code>"\"cpu\""</code></h3>
                <p>"Always there: everything is computed on it unless your code says otherwise."</p>
            </li>
            {move || gpu(session.accelerator.get())}
        </ul>
        <p class="empty">
            "A GPU pays off for large layers and batches. A line through 40 points is faster on the CPU: it takes longer "
            "to ask a GPU than to compute it."
        </p>
    }
}

fn gpu(accelerator: Option<Accelerator>) -> impl IntoView {
    let state = match &accelerator {
        None => "unknown",
        Some(Accelerator::Available { .. }) => "available",
        Some(Accelerator::Unavailable { .. }) => "unavailable",
    };
    let facts = match accelerator {
        None => view! { <p>"Python looks for it as it starts."</p> }.into_any(),
        Some(Accelerator::Available { name, used }) => view! {
            <p>{name} <span class="facts">{held(used)}</span></p>
            <pre><code>"device = torch.device(\"webgpu\")\nmodel.to(device)\nX = X.to(device)"</code></pre>
        }
        .into_any(),
        Some(Accelerator::Unavailable { reason }) => {
            view! { <p>"Not here: " {reason} ". Everything runs on the CPU."</p> }.into_any()
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
        Ok(0) | Err(_) => "holds no tensors now".to_owned(),
        Ok(bytes) => format!("holds {} of tensors", size(bytes)),
    }
}
