// The compiled part of the package. It is thin: arguments in, the engine called, the answer out.

#include "described_types.hpp"
#include "host.hpp"

#include <gridcase/version.hpp>

namespace gridcase::python {

namespace {

void raise(py::handle error) {
  PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(error.ptr())), error.ptr());
}

// What the package makes of a failure of the library.
py::object exception_of(const Error& error, const std::vector<Fault>& faults) {
  const py::object make = py::module_::import("gridcase.errors").attr("from_library");
  return make(py::str(std::string(name(error.code()))), static_cast<int>(error.code()),
              py::str(std::string(error.what())), py::str(error.field()), out(faults));
}

void translate(std::exception_ptr thrown) {
  try {
    if (thrown) std::rethrow_exception(thrown);
  } catch (const DocumentError& error) {
    raise(exception_of(error, error.faults()));
  } catch (const Error& error) {
    raise(exception_of(error, {}));
  } catch (const Closed& error) {
    raise(py::module_::import("gridcase.errors").attr("ClosedError")(error.what()));
  }
}

}  // namespace

py::object Convert<DocumentError>::out(const DocumentError& error) {
  return exception_of(error, error.faults());
}

}  // namespace gridcase::python

namespace {

bool is_main_interpreter() { return PyInterpreterState_Get() == PyInterpreterState_Main(); }

void set_interpreter_error() {
  PyErr_SetString(PyExc_ImportError,
                  "gridcase works in the main interpreter of a process only; under mod_wsgi set "
                  "WSGIApplicationGroup %{GLOBAL}");
}

// Where the main interpreter imported the module first, another one gets it without its start. Not
// through pybind11, which would wait for ever there.
PyObject* require_main_interpreter(PyObject*, PyObject*) {
  if (is_main_interpreter()) Py_RETURN_NONE;
  set_interpreter_error();
  return nullptr;
}

PyMethodDef plain_functions[] = {
    {"require_main_interpreter", &require_main_interpreter, METH_NOARGS, nullptr},
    {nullptr, nullptr, 0, nullptr}};

void bind(pybind11::module_& module) {
  using namespace gridcase::python;
  py::register_exception_translator(&translate);
  bind_engine(module);
  bind_directory(module);
  bind_functions(module);
  if (PyModule_AddFunctions(module.ptr(), plain_functions) != 0) throw py::error_already_set();
  module.def("drain", &drain);
  module.def("version", &gridcase::version);
  module.def("forget_calls", &forget_calls);
}

}  // namespace

// What PYBIND11_MODULE makes, but for the first lines: in another interpreter of the process
// pybind11 would wait for ever, or take classes of the one for those of the other.
extern "C" PYBIND11_EXPORT PyObject* PyInit__gridcase() {
  if (!is_main_interpreter()) {
    set_interpreter_error();
    return nullptr;
  }
  pybind11::detail::get_internals();
  static PyModuleDef definition;
  auto module = pybind11::module_::create_extension_module("_gridcase", nullptr, &definition);
  try {
    bind(module);
    return module.release().ptr();
  }
  PYBIND11_CATCH_INIT_EXCEPTIONS
}
