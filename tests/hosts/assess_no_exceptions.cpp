// The same as C++17; compiled without exceptions and without types at run time.
#include "assess.c"
