// The C interface as a class: texts in and out are objects, errors are thrown, nothing is left to free.
// Only gridcase.h knows the functions; everything but opening and closing is a request in JSON.
import koffi from "koffi";

const CODE_OK = 0;

export class GridcaseError extends Error {
  constructor(detail) {
    super(detail.message);
    Object.assign(this, detail);  // code, field, message, faults
  }
}

// A text that the library gave out is freed by it as soon as it is a string of ours.
function textOf(library) {
  const free = library.func("void gridcase_string_free(void* text)");
  return koffi.disposable("gridcase_text", "str", free);
}

// The functions of the library at a path, such as "/usr/lib/libgridcase.so.0".
export function load(path) {
  const library = koffi.load(path);
  koffi.opaque("gridcase_engine");
  koffi.opaque("gridcase_error");
  textOf(library);
  const functions = {
    version: library.func("const char* gridcase_version()"),
    create: library.func("int gridcase_create(const char* path, const char* policy, size_t size, void* options, int64_t now, _Out_ gridcase_engine** engine, _Out_ gridcase_error** error)"),
    open: library.func("int gridcase_open(const char* path, void* options, _Out_ gridcase_engine** engine, _Out_ gridcase_error** error)"),
    close: library.func("void gridcase_close(gridcase_engine* engine)"),
    call: library.func("int gridcase_call(gridcase_engine* engine, const char* request, size_t size, _Out_ gridcase_text* answer, _Out_ gridcase_error** error)"),
    detail: library.func("const char* gridcase_error_detail(gridcase_error* error)"),
    freeError: library.func("void gridcase_error_free(gridcase_error* error)"),
  };

  function check(code, error) {
    if (code === CODE_OK) return;
    const detail = JSON.parse(functions.detail(error[0]));
    functions.freeError(error[0]);
    throw new GridcaseError(detail);
  }

  const microseconds = (date) => BigInt(date.getTime()) * 1000n;

  return class Engine {
    #engine;
    constructor(engine) { this.#engine = engine; }

    static version() { return functions.version(); }

    static create(path, policy, now) {
      const engine = [null], error = [null], text = JSON.stringify(policy);
      check(functions.create(path, text, Buffer.byteLength(text), null, microseconds(now), engine, error), error);
      return new Engine(engine[0]);
    }

    static open(path) {
      const engine = [null], error = [null];
      check(functions.open(path, null, engine, error), error);
      return new Engine(engine[0]);
    }

    // A request and its answer, as src/c_api/README.md has them.
    call(request) {
      if (!this.#engine) throw new GridcaseError({ code: "invalid_argument", field: "engine", message: "the engine is closed", faults: [] });
      const answer = [null], error = [null], text = JSON.stringify(request);
      check(functions.call(this.#engine, text, Buffer.byteLength(text), answer, error), error);
      return JSON.parse(answer[0]);
    }

    close() {
      if (this.#engine) functions.close(this.#engine);
      this.#engine = null;
    }
  };
}
