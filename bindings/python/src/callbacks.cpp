// Functions of the host, called from inside the engine without the GIL.

#include "convert.hpp"

#include "described_types.hpp"
#include "host.hpp"

namespace gridcase::python {

Callable::Callable(py::handle function)
    : function_(function.inc_ref().ptr(), [](PyObject* held) {
        // After the interpreter nothing is left that could be counted.
        if (Py_IsInitialized() == 0) return;
        py::gil_scoped_acquire gil;
        Py_DECREF(held);
      }) {}

std::optional<Callable> callable(py::handle object, const Where& where) {
  if (object.is_none()) return std::nullopt;
  if (PyCallable_Check(object.ptr()) == 0) refuse_type(where, "a function", object);
  return Callable(object);
}

py::object Convert<Entropy>::out(const Entropy&) { return py::none(); }
Entropy Convert<Entropy>::in(py::handle object, const Where& where) {
  const auto function = callable(object, where);
  if (!function) return {};
  return [function = *function](std::uint8_t* bytes, std::size_t count) {
    const py::gil_scoped_acquire gil;
    const py::object given = function(count);
    if (!PyBytes_Check(given.ptr())) refuse_type({nullptr, "entropy", 0}, "bytes", given);
    if (static_cast<std::size_t>(PyBytes_GET_SIZE(given.ptr())) != count)
      refuse_value({nullptr, "entropy", 0}, std::to_string(count) + " bytes are needed");
    std::copy_n(PyBytes_AS_STRING(given.ptr()), count, reinterpret_cast<char*>(bytes));
  };
}

py::object Convert<Stopwatch>::out(const Stopwatch&) { return py::none(); }
Stopwatch Convert<Stopwatch>::in(py::handle object, const Where& where) {
  const auto function = callable(object, where);
  if (!function) return {};
  return [function = *function] {
    std::chrono::nanoseconds told{};
    call_for_others([&] {
      told = Convert<std::chrono::nanoseconds>::in(function(), {nullptr, "stopwatch", 0});
    });
    return told;
  };
}

py::object Convert<LogSink>::out(const LogSink&) { return py::none(); }
LogSink Convert<LogSink>::in(py::handle object, const Where& where) {
  const auto function = callable(object, where);
  if (!function) return {};
  return [function = *function](const LogRecord& record) {
    call_for_others([&] {
      py::dict fields;
      for (const LogField& field : record.fields)
        fields[py::str(std::string(field.name))] = py::str(field.value);
      const std::string_view level = name(record.level);
      function(py::str(level.data(), level.size()), py::str(std::string(record.code)),
               py::str(std::string(record.message)), fields);
    });
  };
}

}  // namespace gridcase::python
