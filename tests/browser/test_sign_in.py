from tests.browser.walking import press


def test_a_person_signs_in_with_address_and_password(page, staff):
    page.goto("/account/login/")
    page.locator("input[name=login]").fill(staff.email)
    page.locator("input[name=password]").fill("een-lang-wachtwoord")
    press(page.locator("main form button").first)

    assert page.url.endswith("/")
    assert "login" not in page.url
    assert page.locator("main h1").is_visible()
