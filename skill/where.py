"""Where: the place in our code an error comes from. An error's text may quote a request; its place does not."""

from __future__ import annotations


def where(error: BaseException) -> str:
    """In: an error that was raised. Out: its kind, and the file and line, such as "KeyError at skill/turn.py:80"."""
    frame = error.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    place = f"{frame.tb_frame.f_code.co_filename}:{frame.tb_lineno}" if frame else "nowhere"
    return f"{type(error).__name__} at {place}"
