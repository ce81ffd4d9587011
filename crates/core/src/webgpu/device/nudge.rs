//! Waiting for the GPU in a browser, with nudges.
//!
//! Chromium looks whether the GPU is done when commands come in, and otherwise every two milliseconds or so. A value
//! that takes a tenth of one would be waited for twenty times as long. So, for as long as short work takes, an empty
//! submission now and then makes it look. Work that takes longer is waited for as ever.

use futures_channel::oneshot::{Canceled, Receiver};
use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

/// Milliseconds from nudge to nudge.
const GAP: f64 = 0.2;
/// Milliseconds after which no more are given: between them the thread does not rest.
const LONGEST: f64 = 1.5;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
}

/// What `receive` brings, with empty submissions to `queue` until it is there.
///
/// # Errors
/// If the sender is gone.
pub async fn nudged<T>(queue: wgpu::Queue, mut receive: Receiver<T>) -> Result<T, Canceled> {
    let Ok(channel) = MessageChannel::new() else { return receive.await };
    let soon = nudge_until(&queue, &channel, &mut receive).await;
    channel.port1().close();
    match soon? {
        Some(value) => Ok(value),
        None => receive.await,
    }
}

/// What comes within [`LONGEST`], if anything does.
async fn nudge_until<T>(
    queue: &wgpu::Queue,
    channel: &MessageChannel,
    receive: &mut Receiver<T>,
) -> Result<Option<T>, Canceled> {
    let begin = now();
    let mut next = begin + GAP;
    while now() < begin + LONGEST {
        if let Some(value) = receive.try_recv()? {
            return Ok(Some(value));
        }
        if now() >= next {
            queue.submit([]);
            next = now() + GAP;
        }
        turn(channel).await;
    }
    Ok(None)
}

/// A turn of the event loop, in which messages from the GPU's process are heard. Timers would round it up to a
/// millisecond or four.
async fn turn(channel: &MessageChannel) {
    let heard = Promise::new(&mut |resolve: Function, _| {
        channel.port1().set_onmessage(Some(&resolve));
        // A port that cannot post would never be heard.
        if channel.port2().post_message(&JsValue::NULL).is_err() {
            resolve.call0(&JsValue::UNDEFINED).ok();
        }
    });
    JsFuture::from(heard).await.ok();
}
