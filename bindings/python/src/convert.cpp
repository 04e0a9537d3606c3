#include "convert.hpp"

#include "described_types.hpp"

#include <datetime.h>

#include <algorithm>
#include <cmath>

namespace gridcase::python {

namespace {

// Once an interpreter; the macro keeps it in a variable of this file.
void need_datetime() {
  if (PyDateTimeAPI == nullptr) PyDateTime_IMPORT;
  if (PyDateTimeAPI == nullptr) throw py::error_already_set();
}

struct Civil {
  std::int64_t year;
  int month;
  int day;
};

// Days since 1970-01-01 and the civil date, after Howard Hinnant.
Civil civil_of(std::int64_t days) {
  days += 719468;
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const std::int64_t of_era = days - era * 146097;
  const std::int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const std::int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
  const std::int64_t shifted = (5 * of_year + 2) / 153;
  const int day = static_cast<int>(of_year - (153 * shifted + 2) / 5 + 1);
  const int month = static_cast<int>(shifted < 10 ? shifted + 3 : shifted - 9);
  return {year + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

constexpr std::int64_t second = 1'000'000;
constexpr std::int64_t day_long = 86'400 * second;

std::int64_t microseconds_of_delta(py::handle delta) {
  return (static_cast<std::int64_t>(PyDateTime_DELTA_GET_DAYS(delta.ptr())) * 86'400 +
          PyDateTime_DELTA_GET_SECONDS(delta.ptr())) *
             second +
         PyDateTime_DELTA_GET_MICROSECONDS(delta.ptr());
}

py::object delta_of(std::int64_t microseconds) {
  std::int64_t days = microseconds / day_long;
  std::int64_t rest = microseconds % day_long;
  if (rest < 0) {
    rest += day_long;
    --days;
  }
  PyObject* made = PyDelta_FromDSU(static_cast<int>(days), static_cast<int>(rest / second),
                                   static_cast<int>(rest % second));
  if (made == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::object>(made);
}

py::object utc(const Civil& date, std::int64_t of_day) {
  PyObject* made = PyDateTimeAPI->DateTime_FromDateAndTime(
      static_cast<int>(date.year), date.month, date.day, static_cast<int>(of_day / (3600 * second)),
      static_cast<int>(of_day / (60 * second) % 60), static_cast<int>(of_day / second % 60),
      static_cast<int>(of_day % second), PyDateTime_TimeZone_UTC, PyDateTimeAPI->DateTimeType);
  if (made == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::object>(made);
}

}  // namespace

std::string Where::path() const {
  const std::string before = up != nullptr ? up->path() : std::string();
  if (name == nullptr) return before + "[" + std::to_string(index) + "]";
  return before.empty() ? std::string(name) : before + "." + name;
}

void refuse_type(const Where& where, const char* expected, py::handle found) {
  throw py::type_error(where.path() + ": " + expected + " is needed, not " +
                       Py_TYPE(found.ptr())->tp_name);
}

void refuse_value(const Where& where, const std::string& what) {
  throw py::value_error(where.path() + ": " + what);
}

py::handle python_class(const char* name, PyObject*& kept) {
  if (kept == nullptr)
    kept = py::object(py::module_::import("gridcase.types").attr(name)).release().ptr();
  return kept;
}

py::object empty_instance(py::handle type) {
  static PyObject* nothing = PyTuple_New(0);
  auto* made =
      PyBaseObject_Type.tp_new(reinterpret_cast<PyTypeObject*>(type.ptr()), nothing, nullptr);
  if (made == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::object>(made);
}

// Past the guard of frozen dataclasses: this is their construction.
void set_attribute(const py::object& instance, const char* name, const py::object& value) {
  const auto key = py::reinterpret_steal<py::object>(PyUnicode_InternFromString(name));
  if (!key || PyObject_GenericSetAttr(instance.ptr(), key.ptr(), value.ptr()) != 0)
    throw py::error_already_set();
}

py::object attribute(py::handle object, const char* name) { return object.attr(name); }

std::vector<py::object> items_of(py::handle object, const Where& where) {
  // A text is a sequence of texts to Python, and hardly ever what was meant.
  if (PyUnicode_Check(object.ptr()) || PyBytes_Check(object.ptr()))
    refuse_type(where, "a list", object);
  PyObject* iterator = PyObject_GetIter(object.ptr());
  if (iterator == nullptr) {
    // Another error is that of an iterable of the caller's.
    if (PyErr_ExceptionMatches(PyExc_TypeError) == 0) throw py::error_already_set();
    PyErr_Clear();
    refuse_type(where, "a list", object);
  }
  std::vector<py::object> found;
  for (py::iterator item = py::reinterpret_steal<py::iterator>(iterator);
       item != py::iterator::sentinel(); ++item)
    found.push_back(py::reinterpret_borrow<py::object>(*item));
  return found;
}

py::object Convert<bool>::out(const bool& value) { return py::bool_(value); }
bool Convert<bool>::in(py::handle object, const Where& where) {
  if (!PyBool_Check(object.ptr())) refuse_type(where, "bool", object);
  return object.ptr() == Py_True;
}

py::object Convert<char>::out(const char& value) { return py::str(&value, 1); }
char Convert<char>::in(py::handle object, const Where& where) {
  const std::string text = Convert<std::string>::in(object, where);
  if (text.size() != 1) refuse_value(where, "one character of ASCII is needed");
  return text.front();
}

py::object Convert<double>::out(const double& value) { return py::float_(value); }
double Convert<double>::in(py::handle object, const Where& where) {
  if (PyBool_Check(object.ptr())) refuse_type(where, "float", object);
  const double found = PyFloat_AsDouble(object.ptr());
  if (found == -1.0 && PyErr_Occurred() != nullptr) {
    PyErr_Clear();
    refuse_type(where, "float", object);
  }
  return found;
}

py::object Convert<std::string>::out(const std::string& value) { return py::str(value); }
std::string Convert<std::string>::in(py::handle object, const Where& where) {
  if (!PyUnicode_Check(object.ptr())) refuse_type(where, "str", object);
  Py_ssize_t size = 0;
  const char* text = PyUnicode_AsUTF8AndSize(object.ptr(), &size);
  if (text == nullptr) {
    PyErr_Clear();
    refuse_value(where, "this text has half a surrogate pair and cannot be written as UTF-8");
  }
  return std::string(text, static_cast<std::size_t>(size));
}

std::int64_t whole_number(py::handle object, const Where& where, std::int64_t least,
                          std::uint64_t most) {
  if (PyBool_Check(object.ptr()) || !PyIndex_Check(object.ptr())) refuse_type(where, "int", object);
  const auto number = py::reinterpret_steal<py::object>(PyNumber_Index(object.ptr()));
  int overflow = 0;
  const long long found = number ? PyLong_AsLongLongAndOverflow(number.ptr(), &overflow) : 0;
  if (PyErr_Occurred() != nullptr) throw py::error_already_set();
  if (overflow != 0 || found < least || (found > 0 && static_cast<std::uint64_t>(found) > most))
    refuse_value(where, "a number from " + std::to_string(least) + " to " + std::to_string(most) +
                            " is needed");
  return found;
}

py::object Convert<CaseId>::out(const CaseId& value) { return py::int_(to_number(value)); }
CaseId Convert<CaseId>::in(py::handle object, const Where& where) {
  return static_cast<CaseId>(Convert<std::int64_t>::in(object, where));
}

py::object Convert<Instant>::out(const Instant& value) {
  need_datetime();
  const std::int64_t at = to_microseconds(value);
  std::int64_t days = at / day_long;
  std::int64_t of_day = at % day_long;
  if (of_day < 0) {
    of_day += day_long;
    --days;
  }
  return utc(civil_of(days), of_day);
}
Instant Convert<Instant>::in(py::handle object, const Where& where) {
  need_datetime();
  if (!PyDateTime_Check(object.ptr())) refuse_type(where, "datetime", object);
  if (object.attr("utcoffset")().is_none())
    refuse_value(where, "a datetime with a time zone is needed, such as "
                        "datetime(2018, 3, 16, 8, 30, tzinfo=ZoneInfo(\"Asia/Shanghai\"))");
  const py::object epoch = utc({1970, 1, 1}, 0);
  const auto since =
      py::reinterpret_steal<py::object>(PyNumber_Subtract(object.ptr(), epoch.ptr()));
  if (!since) throw py::error_already_set();
  return from_microseconds(microseconds_of_delta(since));
}

py::object Convert<Duration>::out(const Duration& value) {
  need_datetime();
  return delta_of(value.count());
}
Duration Convert<Duration>::in(py::handle object, const Where& where) {
  need_datetime();
  if (!PyDelta_Check(object.ptr())) refuse_type(where, "timedelta", object);
  const std::int64_t days = PyDateTime_DELTA_GET_DAYS(object.ptr());
  if (days < -100'000'000 || days > 100'000'000) refuse_value(where, "this is too long a time");
  return Duration{microseconds_of_delta(object)};
}

// Nanoseconds are whole numbers here, as time.monotonic_ns() gives them.
py::object Convert<std::chrono::nanoseconds>::out(const std::chrono::nanoseconds& value) {
  return py::int_(value.count());
}
std::chrono::nanoseconds Convert<std::chrono::nanoseconds>::in(py::handle object,
                                                               const Where& where) {
  return std::chrono::nanoseconds{Convert<std::int64_t>::in(object, where)};
}

// The date that was not given has no year; date.min stands for it.
py::object Convert<Date>::out(const Date& value) {
  need_datetime();
  const bool none = value == Date{};
  PyObject* made =
      PyDate_FromDate(none ? 1 : value.year, none ? 1 : value.month, none ? 1 : value.day);
  if (made == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::object>(made);
}
Date Convert<Date>::in(py::handle object, const Where& where) {
  need_datetime();
  if (!PyDate_Check(object.ptr()) || PyDateTime_Check(object.ptr()))
    refuse_type(where, "date", object);
  const Date found{static_cast<std::int16_t>(PyDateTime_GET_YEAR(object.ptr())),
                   static_cast<std::uint8_t>(PyDateTime_GET_MONTH(object.ptr())),
                   static_cast<std::uint8_t>(PyDateTime_GET_DAY(object.ptr()))};
  return found == Date{1, 1, 1} ? Date{} : found;
}

py::object Convert<Decimal>::out(const Decimal& value) {
  return py::module_::import("decimal").attr("Decimal")(format_decimal(value));
}
Decimal Convert<Decimal>::in(py::handle object, const Where& where) {
  const py::object type = py::module_::import("decimal").attr("Decimal");
  // A float is not what was written: 0.1 is no tenth.
  if (!py::isinstance(object, type) && (!PyLong_Check(object.ptr()) || PyBool_Check(object.ptr())))
    refuse_type(where, "Decimal or int", object);
  const py::object text =
      py::module_::import("builtins")
          .attr("format")(type(py::reinterpret_borrow<py::object>(object)), "f");
  try {
    return parse_decimal(Convert<std::string>::in(text, where));
  } catch (const Error& error) {
    refuse_value(where, error.what());
  }
}

py::object Convert<Marks>::out(const Marks& value) {
  py::list made;
  for (const auto& [mark, name] : Names<Mark>::all())
    if (value.has(mark)) made.append(python::out(mark));
  return py::frozenset(made);
}
Marks Convert<Marks>::in(py::handle object, const Where& where) {
  Marks found;
  for (const auto& item : items_of(object, where))
    found.add(Convert<Mark>::in(item, where));
  return found;
}

py::object Convert<RoadNetwork>::out(const RoadNetwork&) { return py::none(); }
RoadNetwork Convert<RoadNetwork>::in(py::handle object, const Where& where) {
  return RoadNetwork(Convert<Roads>::in(object, where));
}

py::object Convert<Digest>::out(const Digest& value) {
  return py::bytes(reinterpret_cast<const char*>(value.data()), value.size());
}
Digest Convert<Digest>::in(py::handle object, const Where& where) {
  Digest found{};
  if (!PyBytes_Check(object.ptr())) refuse_type(where, "bytes", object);
  if (static_cast<std::size_t>(PyBytes_GET_SIZE(object.ptr())) != found.size())
    refuse_value(where, "32 bytes are needed");
  std::copy_n(PyBytes_AS_STRING(object.ptr()), found.size(), reinterpret_cast<char*>(found.data()));
  return found;
}

py::object member_named(const char* enumeration, PyObject*& kept, const char* name) {
  return python_class(enumeration, kept)(name);
}

void refuse_name(const Where& where, const char* enumeration, py::handle found) {
  refuse_value(where, std::string(py::str(found)) + " is none of gridcase." + enumeration);
}

std::optional<std::string> name_given(py::handle object) {
  if (!PyUnicode_Check(object.ptr())) return std::nullopt;
  // Members are texts themselves; their value is the name.
  const char* text = PyUnicode_AsUTF8(object.ptr());
  if (text == nullptr) throw py::error_already_set();
  return std::string(text);
}

}  // namespace gridcase::python
