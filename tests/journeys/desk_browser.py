"""A browser at a desk, for journeys: signed in, watched, in either language."""

import re

from fakes.desk_server import PASSWORD

PATIENCE = 90_000  # milliseconds: a machine may be busy with other tests


def signed_in(browser, demo, member, lang="en", **options):
    """A page of the member's."""
    context = browser.new_context(locale="ko-KR" if lang == "ko" else "en-GB", base_url=demo.address, **options)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(demo.address)
    page.fill("#id_login", member)
    page.fill("#id_password", PASSWORD)
    page.click("button.now")
    page.fill("#id_code", demo.code(member))
    page.click("button.now")
    page.wait_for_url(re.compile(r"/(incidents/|members/)?$"))
    return page
