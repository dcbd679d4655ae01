"""You said, we did: what everybody reads of dossiers and rounds. Never a raw word, never a sensitive theme.

Everything here begins with `Dossier.objects.public()` and `Round.objects.public()`. Why it works like this:
docs/decisions/0016-rounds-and-public-answers.md.
"""
