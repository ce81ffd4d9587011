//! The worker: requests come in, are taken one after another, and end as events. Start reading at [`listen`].

#![expect(deprecated, reason = "wasm-bindgen marks JSPI so while it is experimental")]

use std::{cell::RefCell, collections::VecDeque, rc::Rc};

use js_sys::Function;
use kindling_protocol::{Accelerator, CellError, CellId, Event, File, Request, Status, StreamName};
use kindling_python::{Host, MemoryFiles, Outcome, RunResult, Session, Shown, held, webgpu};
use wasm_bindgen::prelude::*;
use web_sys::MessageEvent;

use crate::{
    post::{now, post, scope},
    printing::shortened,
    reserve,
    screen::Screen,
    suspend,
    warm_up::WarmUp,
};

#[derive(Default)]
struct Worker {
    requests: RefCell<VecDeque<Request>>,
    /// Taken out while requests are worked off: mail that comes meanwhile only waits.
    kernel: RefCell<Option<Kernel>>,
    screen: Rc<Screen>,
    warm_up: Rc<WarmUp>,
}

struct Kernel {
    session: Session,
    files: Rc<MemoryFiles>,
    /// What the page was told last, since something asked for the GPU.
    accelerator: Option<webgpu::Status>,
}

thread_local! {
    static WORKER: Worker = Worker::default();
}

/// Called once the module is loaded. A panic is thrown as an error that says what happened; the page hears of
/// it as of any error of the worker.
pub fn start() {
    std::panic::set_hook(Box::new(|panic| wasm_bindgen::throw_str(&panic.to_string())));
}

/// Gives the kernel Python, with these modules imported.
pub fn start_python(imported: &[&'static str]) {
    WORKER.with(|worker| {
        let files = Rc::new(MemoryFiles::new(js_sys::Date::now));
        let mut session = Session::new(worker.screen.clone(), files.clone());
        session.preload(imported);
        worker.kernel.replace(Some(Kernel { session, files, accelerator: None }));
    });
}

/// Begins to listen, in the browser, where Python was started when the kernel was built ([`crate::image`]). `work` is
/// this module's [`work`] as JavaScript sees it, or [`work_without_suspending`] where the browser cannot suspend;
/// `warms_up` is false where the reader's device is to be spared.
#[wasm_bindgen]
pub fn listen(work: Function, can_suspend: bool, warms_up: bool) {
    suspend::set_can_suspend(can_suspend);
    webgpu::set_can_wait(can_suspend);
    // Without it products are rounded before they are added, and take longer.
    let _ = kindling_python::fuse_products();
    if warms_up {
        WORKER.with(|worker| WarmUp::allow(&worker.warm_up, work.clone()));
    }
    let on_message =
        Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| receive(&message, &work));
    scope()
        .add_event_listener_with_callback("message", on_message.as_ref().unchecked_ref())
        .expect_throw("workers get messages");
    on_message.forget();
}

/// Takes a message in; unless a call of `work` is under way, calls it.
fn receive(message: &MessageEvent, work: &Function) {
    let request: Request =
        serde_wasm_bindgen::from_value(message.data()).expect_throw("the page sends requests only");
    let idle = WORKER.with(|worker| {
        match request {
            Request::Interrupt => worker.screen.ask_to_stop(),
            Request::InputReply { text } => worker.screen.reply(text),
            request => {
                if matches!(request, Request::Run { .. }) {
                    worker.screen.forget_stop();
                }
                worker.requests.borrow_mut().push_back(request);
            }
        }
        worker.kernel.borrow().is_some()
    });
    if idle {
        work.call0(&JsValue::UNDEFINED).expect_throw("work returns");
    }
}

/// Works off the requests that wait. To JavaScript it is a promise: whatever a cell calls may suspend it.
#[wasm_bindgen(jspi)]
pub fn work() {
    WORKER.with(Worker::work);
}

/// As [`work`], where the browser cannot suspend: mail waits until the last cell is done.
#[wasm_bindgen]
pub fn work_without_suspending() {
    WORKER.with(Worker::work);
}

impl Worker {
    fn work(&self) {
        let Some(mut kernel) = self.kernel.take() else { return };
        loop {
            // The borrow must end before the request is answered, which may suspend.
            let Some(request) = self.requests.borrow_mut().pop_front() else { break };
            kernel.answer(request, &self.screen);
            self.warm_up.put_off();
        }
        self.warm_up.go_on(&mut kernel.session);
        self.kernel.replace(Some(kernel));
    }
}

impl Kernel {
    fn answer(&mut self, request: Request, screen: &Screen) {
        match request {
            Request::Start { files } => {
                for file in files {
                    self.put(file);
                }
                post(&Event::Ready { can_interrupt: suspend::can_suspend() });
                wasm_bindgen_futures::spawn_local(async { post_accelerator(webgpu::probe().await) });
            }
            Request::Run { cell, source } => self.run(&cell, &source, screen),
            // Meant for the cell that was running; it is over.
            Request::Interrupt | Request::InputReply { .. } => {}
            Request::Ask { ticket, question, code, cursor, beside } => {
                let answer = self.session.answer(question, &code, cursor, &beside);
                post(&Event::Answer { ticket, answer });
            }
            Request::ListVariables => post(&Event::Variables { variables: self.session.variables() }),
            Request::LookInto { name } => {
                let inside = self.session.look_into(&name);
                post(&Event::Inside { name, inside });
            }
            Request::WriteFile(file) => {
                self.put(file);
                self.post_files();
            }
            Request::DeleteFile { path } => {
                // The list that follows shows whether it worked.
                let _ = self.files.delete(&path);
                self.post_files();
            }
        }
    }

    fn run(&mut self, cell: &CellId, source: &str, screen: &Screen) {
        let execution_count = self.session.execution_count() + 1;
        post(&Event::Started { cell: cell.clone(), execution_count });
        screen.begin(cell);
        reserve::fill();
        held::begin();
        let (began, changes) = (now(), self.files.changes());
        let result = self.session.run(&format!("<cell {execution_count}>"), source);
        screen.flush();
        screen.forget_stop();
        let status = told(cell, result, screen);
        if self.files.changes() != changes {
            self.post_files();
        }
        self.tell_accelerator();
        #[expect(clippy::cast_precision_loss, reason = "three digits are shown")]
        let held = held::most_held() as f64;
        post(&Event::Finished { cell: cell.clone(), status, milliseconds: now() - began, held });
    }

    /// Tells the page of the GPU where something changed.
    fn tell_accelerator(&mut self) {
        let status = webgpu::status();
        if status != self.accelerator {
            self.accelerator.clone_from(&status);
            status.into_iter().for_each(post_accelerator);
        }
    }

    fn put(&self, file: File) {
        // A path that something else is in the way of is left out: the page's list shows what is there.
        let _ = self.files.put(file);
    }

    fn post_files(&self) {
        post(&Event::Files { files: self.files.all() });
    }
}

fn post_accelerator(status: webgpu::Status) {
    post(&Event::Accelerator(match status {
        webgpu::Status::Available { name, used } => Accelerator::Available { name, used },
        webgpu::Status::Unavailable(reason) => Accelerator::Unavailable { reason },
    }));
}

/// Tells the page what a cell ended with.
fn told(cell: &CellId, result: RunResult, screen: &Screen) -> Status {
    let RunResult { execution_count, outcome } = result;
    match outcome {
        Outcome::Done { echo } => {
            if let Some(Shown { text, forms }) = echo {
                let text = shortened(text);
                post(&Event::ExecuteResult { cell: cell.clone(), execution_count, text, forms });
            }
            Status::Ok
        }
        Outcome::Failed(error) => failed(cell, error, Status::Error),
        Outcome::Interrupted(error) => failed(cell, error, Status::Interrupted),
        Outcome::Exited { code, message } => {
            if let Some(message) = message {
                screen.write(StreamName::Stderr, &format!("{message}\n"));
                screen.flush();
            }
            if code == 0 { Status::Ok } else { Status::Error }
        }
    }
}

fn failed(cell: &CellId, error: CellError, status: Status) -> Status {
    let error = CellError { value: shortened(error.value), traceback: shortened(error.traceback), ..error };
    post(&Event::Error { cell: cell.clone(), error });
    status
}
