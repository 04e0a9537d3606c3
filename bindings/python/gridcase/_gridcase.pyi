# The compiled part. What is public is typed in the modules that call it.
from typing import Any

def __getattr__(name: str) -> Any: ...
