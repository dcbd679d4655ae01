"""A second copy of this portal that acts as the city's own sign-in, for the tests of signing in with it."""
