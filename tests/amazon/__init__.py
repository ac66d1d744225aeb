"""Amazon's own tools take the package: the schema of the management API, and the real ASK CLI."""
