"""The only folder that knows Alexa's SDK."""
