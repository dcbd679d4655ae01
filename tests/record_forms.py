"""What the form of a record sends back, and what it says when somebody else saved meanwhile."""


def opened(client, url: str) -> dict:
    """What a form that was just opened sends back besides what is typed."""
    return {"version": client.get(url).context["form"]["version"].value()}


def told(response) -> list[tuple[str, str, str]]:
    """The fields on which two versions differ, what is saved now, and what was typed."""
    return [(each.label, each.theirs, each.mine) for each in response.context["differences"]]
