"""Replies: how what is to be said becomes a Reply."""
