"""How a young person says something: four screens without an account, a session or a cookie, then a code."""
