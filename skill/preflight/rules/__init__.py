"""The rules, one a file; rule.py finds them."""
