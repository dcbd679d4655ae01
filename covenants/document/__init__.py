"""The text of a covenant as one document: what it says, as lines and as a PDF that anybody can check."""
