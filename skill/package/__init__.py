"""The skill package: what the ASK CLI deploys, made from the repository's own sources."""
