"""Private people who are no source: whoever is told of by age, kin, post or house can be recognised, and their kin with them."""

from collections.abc import Iterator

from sosik.bulletins.disclosure.ages import ages
from sosik.bulletins.disclosure.found import Found, Page
from sosik.bulletins.disclosure.kin import relations
from sosik.claims.sentences import split


def people(page: Page) -> Iterator[Found]:
    """An age or a relation in a sentence that speaks of a source is read as theirs, elsewhere as a victim's."""
    for sentence in split(page.text):
        words = page.text[sentence.start : sentence.end]
        told = any(sentence.start <= phrase.start < sentence.end for phrase in page.phrases)
        for start, end in ages(words, page.lang):
            span = (sentence.start + start, sentence.start + end)
            yield (
                Found("age", *span, numbered=True, attributes=("age",)) if told else Found("recognisable-victim", *span)
            )
        for start, end in relations(words, page.lang):
            yield Found("relation" if told else "recognisable-victim", sentence.start + start, sentence.start + end)
