"""How partners decide with the city which dossiers come first (R8). Why it works like this: docs/decisions/0016."""
