// Boost.JSON is compiled here, once; everybody else includes its declarations.
#include <boost/json/src.hpp>
