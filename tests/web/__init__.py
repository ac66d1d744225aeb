"""The HTTPS door, asked over real sockets, with real certificates."""
