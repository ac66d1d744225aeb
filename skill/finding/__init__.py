"""Finding: which topic is asked for."""
