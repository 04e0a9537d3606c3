// Boost.JSON is compiled here, once; scripts of `play` are read with it.
#include <boost/json/src.hpp>
