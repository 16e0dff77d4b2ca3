"""What editions have said of a source is computed from them, and the check runs on all of it together."""

import pytest
from attrs import evolve
from bulletin_cases import GAZETTEER, POLICY, bulletin, case, checked, decision

from sosik.bulletins.case import Exposed, Profile
from sosik.bulletins.exposure import exposed, knowing, profiles_of, together, worst
from sosik.bulletins.kept_texts import bulletins_ever
from sosik.bulletins.what_if import also_saying
from sosik.errors import BulletinRefused


def told(text, name="b-old", sources="[s-wren]"):
    return evolve(bulletin(text, None, sources=sources), id=name)


def published(name, revision=1):
    one = decision("publish", "m-cho", "0" * 64)
    return evolve(one, about={**one.about, "bulletin": name, "revision": revision})


def exposures(of, *decisions):
    return exposed([of], decisions, case(), POLICY, GAZETTEER)


MUSAN = told("A source in Musan said that rice rose.\n")


def test_only_what_was_published_exposes():
    """A kept draft says nothing to anybody; one publish decision makes it said, a withdrawal does not unsay it."""
    assert exposures(MUSAN) == ()
    found = exposures(MUSAN, published("b-old"))
    assert [(one.source, one.bulletin, one.profile.places) for one in found] == [("s-wren", "b-old", {"kp-musan"})]
    assert exposures(MUSAN, published("b-old"), decision("withdraw", "m-cho", "0" * 64)) == found


def test_another_revision_than_the_kept_one_is_unknown():
    """The words that were published are not kept any more: nobody can say what they said, so it is unknown."""
    found = exposures(MUSAN, published("b-old", revision=7))
    assert [one.profile.is_unknown for one in found] == [True]


def test_sources_behind_what_it_cites_are_exposed_too():
    """A source that no list names, but on whose account a cited figure rests, was spoken of."""
    of = told("A source in Musan said that {figure:i-one.killed}. [claim:c-1]\n", sources="[s-lark]")
    assert {one.source for one in exposures(of, published("b-old"))} == {"s-wren", "s-lark"}


def verdict_with(text, *profiles, source="s-wren", sources="[s-wren, s-lark]"):
    known = tuple(Exposed(source, f"b-{n}", n, profile) for n, profile in enumerate(profiles))
    verdict, _ = checked(bulletin(text, None, sources=sources), case(exposure=known))
    return [(one.n_low, one.severity.value) for one in verdict.reasons if one.rule == "exposure"]


PROVINCE = "A source in North Hamgyong Province said that rice rose.\n"


def test_the_check_runs_on_the_intersection():
    """A province now and a county before is the county: 316 in Musan, a warning that neither text gives alone."""
    assert verdict_with(PROVINCE, Profile(frozenset({"kp-musan"}))) == [(316, "warn")]
    assert verdict_with(PROVINCE, Profile(frozenset({"kp-n-hamgyong"}))) == []


def test_a_sex_in_one_edition_and_a_county_in_another_are_both_counted():
    """One attribute is multiplied in, two block, for nobody has cited how they go together."""
    musan = Profile(frozenset({"kp-musan"}))
    assert verdict_with(PROVINCE, musan, Profile(attributes=frozenset({"female"}))) == [(162, "warn")]
    assert verdict_with(PROVINCE, musan, Profile(attributes=frozenset({"female", "age"}))) == [(None, "block")]


def test_places_apart_are_unknown():
    """How many were in two counties nobody has counted."""
    apart = Profile(frozenset({"kp-hyesan"}))
    assert verdict_with(PROVINCE, apart) == [(None, "block")]


def test_other_sources_and_this_very_bulletin_do_not_count():
    """Exposure belongs to one source, and a bulletin is not exposed by itself."""
    assert verdict_with(PROVINCE, Profile(frozenset({"kp-musan"})), source="s-heron") == []
    own = (Exposed("s-wren", "b-ford", 0, Profile(frozenset({"kp-musan"}))),)
    verdict, _ = checked(bulletin(PROVINCE, None), case(exposure=own))
    assert "exposure" not in {one.rule for one in verdict.reasons}


def test_who_of_two_said_it_is_taken_the_worst_way():
    """Of two sources in one edition nobody outside knows which is which; each may be the one in the county."""
    two = told("A source in Musan said so. A source in Hyesan said so too.\n", sources="[s-wren, s-lark]")
    ways = profiles_of(two, POLICY, GAZETTEER)
    assert {tuple(one.places) for one in ways} == {("kp-musan",), ("kp-hyesan",)}
    both = together([ways, [Profile(frozenset({"kp-n-hamgyong"}))]], GAZETTEER)
    assert worst(both, POLICY, GAZETTEER).n_low == 316


def test_an_edition_is_exposed_by_those_before_it_alone():
    """Built again on its own day, it is not blocked by what came later."""
    old, new = MUSAN, told(PROVINCE, "b-new")
    decisions = [published("b-new"), published("b-old")]
    for name, expected in (("b-new", set()), ("b-old", {"b-new"}), ("b-draft", {"b-old", "b-new"})):
        known = knowing(case(), evolve(new, id=name), [old, new], decisions, POLICY, GAZETTEER)
        assert {one.bulletin for one in known.exposure} - {name} == expected


def test_a_dry_run_says_what_more_would_do():
    """The same bulletin with one more sentence is checked as if it said so; without a version in that language it is refused."""
    wider = also_saying(bulletin(PROVINCE, None), "A source in Musan told us on Friday.")
    assert "contact-day" in {one.rule for one in checked(wider)[0].reasons}
    with pytest.raises(BulletinRefused):
        also_saying(bulletin(PROVINCE, None), "한 소식통은 쌀값이 올랐다고 전했다.")


def test_every_text_that_was_published_counts_not_only_the_newest():
    """A county that a first revision named stays said after a correction names the province alone."""
    first = "---\nbulletin: b-old\nlang: en\ntitle: Rice\nsources: [s-wren]\nrevision: 1\n---\nA source in Musan said that rice rose.\n"
    second = first.replace("revision: 1", "revision: 2").replace("in Musan", "in North Hamgyong Province")
    texts = bulletins_ever({"old.en.md": [first, second]})
    found = exposed(texts, [published("b-old", 1), published("b-old", 2)], case(), POLICY, GAZETTEER)

    assert [(one.revision, set(one.profile.places)) for one in found] == [(1, {"kp-musan"}), (2, {"kp-n-hamgyong"})]
    again = evolve(texts[-1], revision=3)
    known = knowing(case(), again, texts, [published("b-old", 1), published("b-old", 2)], POLICY, GAZETTEER)
    assert len(known.exposure) == 2


def test_two_texts_of_one_revision_are_both_possible():
    """Which of them left is not known, so each is one of the ways; a text that is in no language twice is read with each."""
    first = "---\nbulletin: b-old\nlang: en\ntitle: Rice\nsources: [s-wren]\n---\nA source in Musan said so.\n"
    texts = bulletins_ever({"old.en.md": [first, first.replace("Musan", "Hyesan")]})
    found = exposed(texts, [published("b-old")], case(), POLICY, GAZETTEER)

    assert {tuple(one.profile.places) for one in found} == {("kp-musan",), ("kp-hyesan",)}
