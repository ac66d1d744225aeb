"""Door 3: a smart speaker on your own machine, without an account.

It hears a line of text as Alexa would: from the interaction model alone it finds the intent and fills the slots, builds
a real request, asks the skill through the same entry as Lambda, and reads the real response.

Where it differs from Alexa: Alexa hears sound and makes slips; the speaker takes your spelling. Alexa's statistical
model weighs all samples at once; the speaker tries, in this order, an exact sample, a very close one, the words
around a free slot, a close one, the words around a free slot after an unknown beginning, and then falls back. Alexa
may put a word that is not listed into a slot; the speaker leaves it to the free intents. Whatever you type belongs to
the skill: nothing leads to other skills or to Alexa herself.
"""
