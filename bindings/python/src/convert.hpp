#pragma once
// From values of the library to objects of Python and back. What a struct or an enumeration is made
// of is written by tools/generate.py, in files described_*; everything here is about how.
//
// Every function needs the GIL. What is wrong with an argument is a TypeError or a ValueError that
// names it by its path, such as "action.orders[2].unit".

#include <gridcase/gridcase.hpp>

#include <pybind11/pybind11.h>

#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace gridcase::python {

namespace py = pybind11;

// Where in an argument something stands. Lives on the stack while an argument is read.
struct Where {
  const Where* up = nullptr;
  const char* name = nullptr;  // of a field, or of the argument
  std::size_t index = 0;       // of an item, if there is no name

  std::string path() const;
};

[[noreturn]] void refuse_type(const Where& where, const char* expected, py::handle found);
[[noreturn]] void refuse_value(const Where& where, const std::string& what);

// A class of the package, by its name. Found once and kept for good.
py::handle python_class(const char* name, PyObject*& kept);
// An instance made without its constructor, and what holds its attributes.
py::object empty_instance(py::handle type);
void set_attribute(const py::object& instance, const char* name, const py::object& value);
py::object attribute(py::handle object, const char* name);
std::vector<py::object> items_of(py::handle object, const Where& where);

template <class T, class = void> struct Convert;  // out(value) and in(object, where)
template <class T> struct Described;              // python, each(value, function)
template <class E> struct Names;                  // python, all(): values with their names

template <class T> py::object out(const T& value) { return Convert<T>::out(value); }
template <class T> T in(py::handle object, const char* name) {
  return Convert<T>::in(object, Where{nullptr, name, 0});
}

#define GRIDCASE_PYTHON_CONVERTS(T)                                                                \
  template <> struct Convert<T> {                                                                  \
    static py::object out(const T& value);                                                         \
    static T in(py::handle object, const Where& where);                                            \
  }
GRIDCASE_PYTHON_CONVERTS(bool);
GRIDCASE_PYTHON_CONVERTS(char);  // a text of one character
GRIDCASE_PYTHON_CONVERTS(double);
GRIDCASE_PYTHON_CONVERTS(std::string);
GRIDCASE_PYTHON_CONVERTS(CaseId);
GRIDCASE_PYTHON_CONVERTS(Instant);
GRIDCASE_PYTHON_CONVERTS(Duration);
GRIDCASE_PYTHON_CONVERTS(std::chrono::nanoseconds);
GRIDCASE_PYTHON_CONVERTS(Date);
GRIDCASE_PYTHON_CONVERTS(Decimal);
GRIDCASE_PYTHON_CONVERTS(Marks);
GRIDCASE_PYTHON_CONVERTS(RoadNetwork);  // from the roads it is made of
using Digest = std::array<std::uint8_t, 32>;
GRIDCASE_PYTHON_CONVERTS(Digest);
using Entropy = std::function<void(std::uint8_t*, std::size_t)>;
GRIDCASE_PYTHON_CONVERTS(Entropy);
using Stopwatch = std::function<std::chrono::nanoseconds()>;
GRIDCASE_PYTHON_CONVERTS(Stopwatch);
GRIDCASE_PYTHON_CONVERTS(LogSink);

std::int64_t whole_number(py::handle object, const Where& where, std::int64_t least,
                          std::uint64_t most);

template <class T>
struct Convert<T, std::enable_if_t<std::is_integral_v<T> && !std::is_same_v<T, bool>>> {
  static py::object out(T value) { return py::int_(value); }
  static T in(py::handle object, const Where& where) {
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<T>::max());
    constexpr auto top = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    return static_cast<T>(whole_number(object, where,
                                       static_cast<std::int64_t>(std::numeric_limits<T>::min()),
                                       most < top ? most : top));
  }
};

// Answers only: a view of what is gone when Python sees it would be no good argument.
template <> struct Convert<std::string_view> {
  static py::object out(std::string_view value) { return py::str(value.data(), value.size()); }
};
template <> struct Convert<DocumentError> { static py::object out(const DocumentError& error); };

// A function of Python's that may be let go of on any thread.
class Callable {
public:
  explicit Callable(py::handle function);
  // With the GIL held. What Python raises goes through the engine and back as it was.
  template <class... A> py::object operator()(A&&... arguments) const {
    return py::handle(function_.get())(std::forward<A>(arguments)...);
  }

private:
  std::shared_ptr<PyObject> function_;
};
// Nothing for None.
std::optional<Callable> callable(py::handle object, const Where& where);

template <class R, class... A> struct Convert<std::function<R(A...)>> {
  static py::object out(const std::function<R(A...)>&) { return py::none(); }
  static std::function<R(A...)> in(py::handle object, const Where& where) {
    const auto function = callable(object, where);
    if (!function) return {};
    return [function = *function, name = where.name](const A&... arguments) -> R {
      const py::gil_scoped_acquire gil;
      const py::object given = function(Convert<std::decay_t<A>>::out(arguments)...);
      if constexpr (!std::is_void_v<R>) return Convert<R>::in(given, Where{nullptr, name, 0});
    };
  }
};

// A function that the call cannot do without.
template <class T> T in_needed(py::handle object, const char* name) {
  if (object.is_none()) refuse_type(Where{nullptr, name, 0}, "a function", object);
  return in<T>(object, name);
}

template <class A, class B> struct Convert<std::pair<A, B>> {
  static py::object out(const std::pair<A, B>& value) {
    return py::make_tuple(Convert<A>::out(value.first), Convert<B>::out(value.second));
  }
  static std::pair<A, B> in(py::handle object, const Where& where) {
    const auto items = items_of(object, where);
    if (items.size() != 2) refuse_value(where, "a pair is needed");
    return {Convert<A>::in(items[0], Where{&where, nullptr, 0}),
            Convert<B>::in(items[1], Where{&where, nullptr, 1})};
  }
};

template <class T> struct Convert<std::optional<T>> {
  static py::object out(const std::optional<T>& value) {
    return value ? Convert<T>::out(*value) : py::none();
  }
  static std::optional<T> in(py::handle object, const Where& where) {
    if (object.is_none()) return std::nullopt;
    return Convert<T>::in(object, where);
  }
};

template <class T> struct Convert<std::vector<T>> {
  static py::object out(const std::vector<T>& values) {
    py::tuple made(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
      made[i] = Convert<T>::out(values[i]);
    return std::move(made);
  }
  static std::vector<T> in(py::handle object, const Where& where) {
    std::vector<T> found;
    const auto items = items_of(object, where);
    found.reserve(items.size());
    for (std::size_t i = 0; i < items.size(); ++i)
      found.push_back(Convert<T>::in(items[i], Where{&where, nullptr, i}));
    return found;
  }
};

template <class T, std::size_t N> struct Convert<std::array<T, N>> {
  static py::object out(const std::array<T, N>& values) {
    py::tuple made(N);
    for (std::size_t i = 0; i < N; ++i)
      made[i] = Convert<T>::out(values[i]);
    return std::move(made);
  }
  static std::array<T, N> in(py::handle object, const Where& where) {
    const auto items = items_of(object, where);
    if (items.size() != N)
      refuse_value(where,
                   std::to_string(N) + " items are needed, not " + std::to_string(items.size()));
    std::array<T, N> found{};
    for (std::size_t i = 0; i < N; ++i)
      found[i] = Convert<T>::in(items[i], Where{&where, nullptr, i});
    return found;
  }
};

template <class K, class V> struct Convert<std::map<K, V>> {
  static py::object out(const std::map<K, V>& values) {
    py::dict made;
    for (const auto& [key, value] : values)
      made[Convert<K>::out(key)] = Convert<V>::out(value);
    return std::move(made);
  }
  static std::map<K, V> in(py::handle object, const Where& where) {
    if (!PyDict_Check(object.ptr())) refuse_type(where, "dict", object);
    std::map<K, V> found;
    for (const auto& [key, value] : py::reinterpret_borrow<py::dict>(object))
      found.emplace(Convert<K>::in(key, where), Convert<V>::in(value, where));
    return found;
  }
};

template <class T> struct Convert<std::shared_ptr<const T>> {
  static py::object out(const std::shared_ptr<const T>& value) {
    return value ? Convert<T>::out(*value) : py::none();
  }
};
template <class T> struct Convert<const T*> {
  static py::object out(const T* value) { return value ? Convert<T>::out(*value) : py::none(); }
  static const T* in(py::handle, const Where& where) {
    refuse_value(where, "this is an answer and cannot be given");
  }
};

// ---- what is generated

// The member of the enumeration in Python for a name; a ValueError lists the names there are.
py::object member_named(const char* enumeration, PyObject*& kept, const char* name);
[[noreturn]] void refuse_name(const Where& where, const char* enumeration, py::handle found);
std::optional<std::string> name_given(py::handle object);

template <class E> struct Convert<E, std::void_t<decltype(Names<E>::all())>> {
  static py::object out(E value) {
    static PyObject* kept = nullptr;
    for (const auto& [known, name] : Names<E>::all())
      if (known == value) return member_named(Names<E>::python, kept, name);
    return py::int_(static_cast<std::int64_t>(value));
  }
  static E in(py::handle object, const Where& where) {
    const auto given = name_given(object);
    if (!given) refuse_type(where, Names<E>::python, object);
    for (const auto& [value, name] : Names<E>::all())
      if (*given == name) return value;
    refuse_name(where, Names<E>::python, object);
  }
};

// Of structs; defined where they are described.
template <class T> py::object describe(const T& value) {
  static PyObject* kept = nullptr;
  const py::object made = empty_instance(python_class(Described<T>::python, kept));
  Described<T>::each(value, [&](const char* name, const auto& field) {
    set_attribute(made, name, Convert<std::decay_t<decltype(field)>>::out(field));
  });
  return made;
}

template <class T> T read_described(py::handle object, const Where& where) {
  static PyObject* kept = nullptr;
  const int is_one =
      PyObject_IsInstance(object.ptr(), python_class(Described<T>::python, kept).ptr());
  if (is_one < 0) throw py::error_already_set();
  if (is_one == 0) refuse_type(where, Described<T>::python, object);
  T found;
  Described<T>::each(found, [&](const char* name, auto& field) {
    field =
        Convert<std::decay_t<decltype(field)>>::in(attribute(object, name), Where{&where, name, 0});
  });
  return found;
}

// The alternative whose class the object is of.
template <class T> bool is_described(py::handle object) {
  static PyObject* kept = nullptr;
  return PyObject_IsInstance(object.ptr(), python_class(Described<T>::python, kept).ptr()) == 1;
}

template <class... T> struct Convert<std::variant<T...>> {
  static py::object out(const std::variant<T...>& value) {
    return std::visit([](const auto& held) { return python::out(held); }, value);
  }
  static std::variant<T...> in(py::handle object, const Where& where) {
    std::optional<std::variant<T...>> found;
    (void)((is_described<T>(object) ? (found = Convert<T>::in(object, where), true) : false) ||
           ...);
    if (!found) refuse_type(where, "one of the classes it is documented to take", object);
    return *found;
  }
};

}  // namespace gridcase::python
