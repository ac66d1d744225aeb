"""The only folder that knows Alexa's SDK."""

from skill.alexa import sdk as sdk  # before any file of this folder imports the SDK
