"""Listening: an address -> a socket that listens there."""

from __future__ import annotations

import socket

_BACKLOG = 512


def listening(host: str, port: int) -> socket.socket:
    """In: where to listen; port 0 takes any that is free. Raises OSError with the address in its text."""
    listener = None
    try:
        family, *_, found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if hasattr(socket, "TCP_DEFER_ACCEPT"):
            # Linux keeps who connects and then says nothing away from the workers.
            listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_DEFER_ACCEPT, 1)
        listener.bind(found)
        listener.listen(_BACKLOG)
    except OSError as error:
        if listener:
            listener.close()
        raise OSError(f"{address(host, port)}: {error.strerror}") from error
    return listener


def address(host: str, port: int) -> str:
    """As in a URL."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
