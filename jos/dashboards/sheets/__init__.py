"""The sheet of a neighbourhood or a movement circle: for professionals, on paper, and for everybody."""
