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
void raise_error(const Error& error, const std::vector<Fault>& faults) {
  const py::object make = py::module_::import("gridcase.errors").attr("from_library");
  raise(make(py::str(std::string(name(error.code()))), static_cast<int>(error.code()),
             py::str(std::string(error.what())), py::str(error.field()), out(faults)));
}

void translate(std::exception_ptr thrown) {
  try {
    if (thrown) std::rethrow_exception(thrown);
  } catch (const DocumentError& error) {
    raise_error(error, error.faults());
  } catch (const Error& error) {
    raise_error(error, {});
  } catch (const Closed& error) {
    raise(py::module_::import("gridcase.errors").attr("ClosedError")(error.what()));
  }
}

}  // namespace

}  // namespace gridcase::python

PYBIND11_MODULE(_gridcase, module) {
  using namespace gridcase::python;
  py::register_exception_translator(&translate);
  bind_engine(module);
  bind_directory(module);
  bind_functions(module);
  module.def("drain", &drain);
  module.def("version", &gridcase::version);
  module.def("forget_calls", &forget_calls);
}
