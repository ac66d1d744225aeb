"""The built artifact, run as Lambda runs it: make artifact."""
