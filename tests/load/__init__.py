"""Load: how much the service bears, beside a bare hello world. `make load`, `make soak`."""
