"""Fuzz: requests that nobody would write, by the hundred thousand, against the app itself. `make fuzz`."""
