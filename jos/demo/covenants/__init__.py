"""What the demo city and its partners promised each other over four years, and how it went. All of it is fictional."""
