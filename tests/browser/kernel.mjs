// A kernel of a test's own beside the page's, spoken to by messages: for what no cell's editor is needed for.
//
// Not here: what a student sees of it (page.mjs). Start reading at `kernelIn`.

/** Gives the page a class `TestKernel`; what is passed to `page.evaluate` may use it. */
export const kernelIn = (page) => page.evaluate(define);

function define() {
  let module;
  globalThis.TestKernel = class {
    /** Called with what is printed. */
    onprint = () => {};
    #worker = new Worker("kernel-loader.js", { type: "module" });
    #ends;
    #error;

    constructor() {
      module ??= WebAssembly.compileStreaming(fetch("kindling-kernel_bg.wasm"));
      module.then((module) => this.#worker.postMessage(module));
      this.#worker.onmessage = ({ data }) => this.#hear(data);
      this.#worker.onerror = ({ message }) => this.#ends?.({ status: "Died", name: "", value: message });
      this.#worker.postMessage({ Start: { files: [] } });
    }

    #hear({ Stream, StreamEnd, Error, ExecuteResult, Finished }) {
      if (Stream) this.onprint(Stream.text);
      if (StreamEnd) this.onprint(StreamEnd.end.text);
      if (ExecuteResult) this.onprint(ExecuteResult.text);
      if (Error) this.#error = Error.error;
      if (Finished) this.#ends?.({ status: Finished.status, ...this.#error });
    }

    /** Runs a cell: `{ status: "Ok" | "Error" | "Interrupted" | "Died" | "Hangs", name, value }`, the last two of an error. */
    run(source, { stopAfter = Infinity, patience = 60_000 } = {}) {
      this.#error = undefined;
      return new Promise((resolve) => {
        const timers = [setTimeout(() => this.#ends({ status: "Hangs", name: "", value: "" }), patience)];
        if (stopAfter < Infinity) timers.push(setTimeout(() => this.stop(), stopAfter));
        this.#ends = (result) => {
          timers.forEach(clearTimeout);
          resolve(result);
        };
        this.#worker.postMessage({ Run: { cell: "test", source } });
      });
    }

    stop() {
      this.#worker.postMessage("Interrupt");
    }

    end() {
      this.#worker.terminate();
    }
  };
}
