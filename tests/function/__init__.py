"""Lambda's door: what it writes."""
