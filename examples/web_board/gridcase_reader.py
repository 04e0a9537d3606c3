"""A store opened for reading, through the C interface and ctypes: no build, nothing to install.

Everything but opening and closing is a request in JSON, as src/c_api/README.md has them.
"""

import ctypes
import json


class GridcaseError(Exception):
    """`code`, `field`, `message` and all `faults`, as the library says them."""

    def __init__(self, detail):
        super().__init__(detail["message"])
        self.code, self.field, self.faults = detail["code"], detail["field"], detail["faults"]


class Options(ctypes.Structure):
    """gridcase_options; the functions of the host stay empty."""
    _fields_ = [("struct_size", ctypes.c_size_t), ("abi_version", ctypes.c_int32), ("durability", ctypes.c_int32),
                ("hash", ctypes.c_int32), ("read_only", ctypes.c_int32), ("busy_wait_ms", ctypes.c_int32),
                ("allow_network", ctypes.c_int32), ("user", ctypes.c_void_p), ("entropy", ctypes.c_void_p),
                ("number", ctypes.c_void_p), ("stopwatch", ctypes.c_void_p)]


class Reader:
    """Any thread, several at once. Sees what is committed, and keeps no writer waiting."""

    def __init__(self, library, store):
        self._c = ctypes.CDLL(library)
        self._c.gridcase_error_detail.restype = ctypes.c_char_p
        self._c.gridcase_error_detail.argtypes = [ctypes.c_void_p]
        self._c.gridcase_error_free.argtypes = [ctypes.c_void_p]
        self._c.gridcase_string_free.argtypes = [ctypes.c_void_p]
        self._c.gridcase_close.argtypes = [ctypes.c_void_p]
        self._c.gridcase_call.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t, ctypes.c_void_p, ctypes.c_void_p]
        self._c.gridcase_open.argtypes = [ctypes.c_char_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p]
        options = Options(ctypes.sizeof(Options), self._c.gridcase_abi_version(), 1, 1, 1, 5000)
        self._engine, error = ctypes.c_void_p(), ctypes.c_void_p()
        self._check(self._c.gridcase_open(store.encode(), ctypes.byref(options), ctypes.byref(self._engine),
                                          ctypes.byref(error)), error)

    def call(self, call, **fields):
        request = json.dumps({"call": call, **fields}).encode()
        answer, error = ctypes.c_void_p(), ctypes.c_void_p()
        self._check(self._c.gridcase_call(self._engine, request, len(request), ctypes.byref(answer), ctypes.byref(error)),
                    error)
        try:
            return json.loads(ctypes.string_at(answer))
        finally:
            self._c.gridcase_string_free(answer)

    def close(self):
        self._c.gridcase_close(self._engine)
        self._engine = None

    def _check(self, code, error):
        if code == 0:
            return
        detail = json.loads(self._c.gridcase_error_detail(error))
        self._c.gridcase_error_free(error)
        raise GridcaseError(detail)
