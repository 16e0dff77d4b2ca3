"""English wordings of people, dates and their roles, class by class, and what holds for any text whatever."""

import string
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosik.accounts.account import Account, Basis
from sosik.claims.dateline import dateline_of
from sosik.claims.dates import find_dates, find_unread_dates
from sosik.claims.people import find_victims
from sosik.claims.plain import plain, unwrapped
from sosik.claims.reading import read
from sosik.claims.rules import Rules
from sosik.claims.stance import Mood, mood
from sosik.values.datespan import Period
from sosik.values.edtf import write_period, write_span
from sosik.values.ids import AccountId
from sosik.values.text import Lang, normalise

A_TUESDAY = date(2024, 11, 12)
K, H, E, M, D, R = "killed", "injured", "killed_or_injured", "missing", "detained", "repatriated"
PEOPLE = [
    ("Gunmen murdered two state officials and three train drivers.", [(K, 2, 2), (K, 3, 3)]),
    ("Two train carriages burned and nobody died.", [(K, 0, 0)]),
    ("According to a source in Onsong County, three other people died.", [(K, 3, 3)]),
    ("A mayor, his wife and two other people were murdered.", [(K, 1, 1), (K, 1, 1), (K, 2, 2)]),
    ("The murders of three reporters, two Koreans and a Russian, were admitted.", [(K, 3, 3)]),
    ("That is an average of 12 deaths a day.", []),
    ("The two gunmen killed Pak Sun Il in his car.", [(K, 1, 1)]),
    ("Eleven conscripts and a lieutenant lost their lives when the bridge gave way.", [(K, 11, 11), (K, 1, 1)]),
    ("The flood left 14 dead and six unaccounted for, a doctor in Hoeryong said.", [(K, 14, 14), (M, 6, 6)]),
    ("Two women, a boy of nine and an elderly man drowned crossing the Yalu.", [(K, 2, 2), (K, 1, 1), (K, 1, 1)]),
    ("Four dead, seven hurt as truck overturns on mountain road", [(K, 4, 4), (H, 7, 7)]),
    ("Three soldiers were killed outright; a fourth died of his wounds two days later.", [(K, 3, 3), (K, 1, 1)]),
    ("Both the driver and his passenger were killed.", [(K, 1, 1), (K, 1, 1)]),
    ("The guards shot dead one man and badly wounded another.", [(K, 1, 1), (H, 1, 1)]),
    ("He counted nine bodies under sheets in the yard.", [(K, 9, 9)]),
    ("Residents spoke of the execution of three brothers at the airfield.", [(K, 3, 3)]),
    ("The drowning of a mother and her two children was confirmed by a neighbour.", [(K, 1, 1), (K, 2, 2)]),
    ("The arrest of about twenty churchgoers followed.", [(D, 20, 20)]),
    ("News of the disappearance of two fishermen reached the coast.", [(M, 2, 2)]),
    ("The forced return of eight women from Yanji took place on Friday.", [(R, 8, 8)]),
    ("The accident claimed the lives of sixteen schoolchildren.", [(K, 16, 16)]),
    ("The outbreak has cost at least 30 lives.", [(K, 30, None)]),
    ("Soldiers opened fire, killing a trader and wounding her sister.", [(K, 1, 1), (H, 1, 1)]),
    ("Border guards gunned down two smugglers near the dam.", [(K, 2, 2)]),
    ("A landmine blew off the leg of a 27-year-old herder.", [(H, 1, 1)]),
    ("A mine took both legs off a farmhand.", [(H, 1, 1)]),
    ("An overloaded ferry sank; of the 40 on board, 31 drowned.", [(K, 31, 31)]),
    ("Agents detained a pastor, his wife and five members of the congregation.", [(D, 1, 1), (D, 1, 1), (D, 5, 5)]),
    ("China sent back 62 people in two buses, according to a broker.", [(R, 62, 62)]),
    ("Sixty-two North Koreans were sent back across the Tumen in two buses.", [(R, 62, 62)]),
    ("Seven labourers suffocated in a kiln.", [(K, 7, 7)]),
    ("A gas leak poisoned a family of four in their sleep; all four died.", [(K, 4, 4)]),
    ("Hunger has carried off ten people in the village since March.", [(K, 10, 10)]),
    ("Of the twelve who crossed, five were caught and seven got away.", [(D, 5, 5)]),
    ("One drowned, two were pulled out alive.", [(K, 1, 1)]),
    ("No fewer than 18 detainees perished over the winter.", [(K, 18, None)]),
    ("As many as 50 villagers may have died in the landslide.", [(K, 0, 50)]),
    ("Some two dozen inmates fell ill and at least six died.", [(K, 6, None)]),
    ("Between 30 and 40 workers were buried; how many lived is not known.", []),
    ("Fewer than ten people were hurt.", [(H, 0, 9)]),
    ("The blast injured 15 to 20 bystanders.", [(H, 15, 20)]),
    ("Scores of people were taken away at dawn.", [(D, 40, None)]),
    ("Half a dozen porters froze to death on the pass.", [(K, 6, 6)]),
    ("A handful of passengers were slightly hurt.", [(H, 2, None)]),
    ("Five would-be defectors were killed or maimed by mines.", [(E, 5, 5)]),
    ("The collapse left 23 casualties.", [(E, 23, 23)]),
    ("Thirteen people were either killed or injured in the stampede.", [(E, 13, 13)]),
    ("No one was killed in the fire.", [(K, 0, 0)]),
    ("There were no deaths.", [(K, 0, 0)]),
    ("The shells fell in the sea without hurting anyone.", []),
    ("None of the passengers was hurt.", [(H, 0, 0)]),
    ("The couple were not harmed.", []),
    ("Infant mortality stood at 14.2 per 1,000 births.", []),
    ("The price of rice rose to 6,200 won, killing demand.", []),
    ("Around 40 per cent of the herd died.", []),
    ("Twelve oxen died in the shed.", []),
    ("The gunmen fired 30 rounds and killed nobody.", [(K, 0, 0)]),
    ("Two bridges were destroyed and a tractor burned.", []),
    ("Room 12, block 4: one dead.", [(K, 1, 1)]),
    ("Three people survived the crash.", []),
    ("All 26 on board were rescued unhurt.", []),
    ("Nine miners were brought up alive.", []),
    ("Six women set out. All six were caught near Dandong.", [(D, 6, 6)]),
    ("Four men crossed on Monday. They were shot dead by guards on the bank.", [(K, 4, 4)]),
    ("A woman and her son hid in a barn. Both were arrested.", [(D, 2, 2)]),
    ("Nineteen people, among them four children, were executed.", [(K, 19, 19)]),
    ("Police arrested 33 people, including 12 minors.", [(D, 33, 33)]),
    ("At least seven passengers, most of them soldiers, died.", [(K, 7, None)]),
    ("Eight militiamen and three policemen were ambushed and killed.", [(K, 8, 8), (K, 3, 3)]),
    ("A dozen troops were wounded.", [(H, 12, 12)]),
    ("Forty peasants were massacred.", [(K, 40, 40)]),
    ("Five railway staff died.", [(K, 5, 5)]),
    ("Ten Chinese nationals were hurt in a knife attack.", [(H, 10, 10)]),
    ("The deputy chief of the station was stabbed to death at home.", [(K, 1, 1)]),
    ("Pastor Han Chung Il was found dead in Changbai.", [(K, 1, 1)]),
    ("An unidentified man was found hanged in cell 7.", [(K, 1, 1)]),
    ("A teenage girl went missing on the way to market.", [(M, 1, 1)]),
    ("A guard took his own life.", [(K, 1, 1)]),
    ("The 61-year-old was beaten by guards and lost two teeth.", [(H, 1, 1)]),
    ("Mine blast kills 12 near Musan", [(K, 12, 12)]),
    ("12 killed in mine blast near Musan", [(K, 12, 12)]),
    ("Bus plunge: 9 dead, 20 hurt", [(K, 9, 9), (H, 20, 20)]),
    ("Three arrested over leaflet balloons", [(D, 3, 3)]),
    ("FOUR SOLDIERS DIE AS TRUCK OVERTURNS", [(K, 4, 4)]),
    ("Two women jailed for calling South", [(D, 2, 2)]),
    ("Dozens feared dead after dam breaks", [(K, 24, None)]),
    ("The court sentenced four men to death; the sentence was carried out on the spot.", []),
    ("The court in Hamhung sentenced six people to terms of five to ten years.", [(D, 6, 6)]),
    ("Nine accused were handed prison terms.", [(D, 9, 9)]),
    ("The death toll climbed to 41.", [(K, 41, 41)]),
    ("The number of those arrested now stands at 87.", [(D, 87, 87)]),
    ("A total of 115 people died in the epidemic in 2021.", [(K, 115, 115)]),
    ("The dead numbered eight.", [(K, 8, 8)]),
    ("The injured, 16 in all, were taken to the county hospital.", [(H, 16, 16)]),
    ("Among the dead were two children.", []),
]
DATES = [
    ("It happened in early March.", "2024-03-01/2024-03-10"),
    ("It happened in mid-June 2023.", "2023-06-11/2023-06-20"),
    ("It happened in late December.", "2023-12-21/2023-12-31"),
    ("It happened at the end of September.", "2024-09-21/2024-09-30"),
    ("It happened at the beginning of May.", "2024-05-01/2024-05-10"),
    ("It happened in the middle of last month.", "2024-10-11/2024-10-20"),
    ("It happened in the first half of October.", "2024-10-01/2024-10-15"),
    ("It happened in the latter half of August.", "2024-08-16/2024-08-31"),
    ("It happened in the first ten days of July.", "2024-07-01/2024-07-10"),
    ("It happened last winter.", "2023-12-01/2024-02-29"),
    ("It happened this summer.", "2024-06-01/2024-08-31"),
    ("It happened in the spring of 2019.", "2019-03-01/2019-05-31"),
    ("It happened in the winter of 2022-23.", "2022-12-01/2023-02-28"),
    ("It happened in the third quarter.", "2024-07-01/2024-09-30"),
    ("It happened in Q2 2023.", "2023-04-01/2023-06-30"),
    ("It happened in the first half of 2022.", "2022-01-01/2022-06-30"),
    ("It happened in early 2021.", "2021-01-01/2021-04-30"),
    ("It happened last week.", "2024-11-04/2024-11-10"),
    ("It happened two weeks ago.", "2024-10-28/2024-11-03"),
    ("It happened earlier this week.", "2024-11-11/2024-11-17"),
    ("It happened the week before last.", "2024-10-28/2024-11-03"),
    ("It happened on Friday.", "2024-11-08"),
    ("It happened last Sunday.", "2024-11-10"),
    ("It will happen on Friday.", "2024-11-15"),
    ("It happened on Monday night.", "2024-11-11"),
    ("It happened on the Friday of last week.", "2024-11-08"),
    ("It happened in 2017, and many fled that year.", "2017|2017"),
    ("It happened in 2017; the following year it was repeated.", "2017|2018"),
    ("It has been so since August.", "2024-08/.."),
    ("It lasted until the end of March.", "../2024-03-31"),
    ("It was so from May to July.", "2024-05/2024-07"),
    ("It was so from 28 December to 3 January.", "2023-12-28/2024-01-03"),
    ("It happened five days ago.", "2024-11-07"),
    ("It happened ten days ago.", "2024-11-02"),
    ("It happened three months ago.", "2024-08"),
    ("It happened a year ago.", "2023"),
    ("It happened a fortnight ago.", "2024-10-28/2024-11-03"),
    ("It happened on the 3rd of October.", "2024-10-03"),
    ("It happened on October 3rd, 2023.", "2023-10-03"),
    ("It happened on the 9th.", "2024-11-09"),
    ("It happened on the 20th.", "2024-10-20"),
    ("It happened between 2 and 5 November 2024.", "2024-11-02/2024-11-05"),
    ("It happened on 30-31 October.", "2024-10-30/2024-10-31"),
    ("It happened on the night of 3 to 4 May.", "2024-05-03/2024-05-04"),
    ("It happened overnight on 31 October to 1 November.", "2024-10-31/2024-11-01"),
    ("It happened on the night of October 31-November 1.", "2024-10-31/2024-11-01"),
    ("It happened on 31 October or 1 November.", "2024-10-31/2024-11-01"),
    ("It happened in the 2022-23 school year.", "2022-01-01/2023-12-31"),
    ("It happened in fiscal 2023.", None),
    ("It happened in Juche 112.", "2023"),
    ("It happened on Chuseok.", "2024-09-17"),
    ("It happened on the eve of Chuseok.", "2024-09-16"),
    ("It happened around Lunar New Year.", "2024-02-10"),
    ("It happened on Christmas Day.", "2023-12-25"),
    ("It happened on New Year's Eve.", "2023-12-31"),
    ("It happened two days before the party's founding anniversary.", "2024-10-08"),
    ("It happened on the Day of the Sun.", "2024-04-15"),
    ("It happened on 31 June 2024.", None),
    ("It happened on 30 February.", None),
    ("It happened on 03/04/2024.", None),
    ("It happened on 2024-03-15.", "2024-03-15"),
    ("It happened on 15.3.2024.", "2024-03-15"),
    ("It happened yesterday morning.", "2024-11-11"),
    ("It happened last night.", "2024-11-11"),
    ("It happened early today.", "2024-11-12"),
    ("It happened the day before yesterday.", "2024-11-10"),
    ("It happened the other day.", None),
    ("It happened a few days ago.", None),
    ("It happened some weeks ago.", None),
    ("It happened several months ago.", None),
    ("It happened in the first ten months of this year.", "2024-01-01/2024-10-31"),
    ("It happened in the first three weeks of October.", "2024-10-01/2024-10-21"),
    ("It happened in the last two weeks of August.", "2024-08-18/2024-08-31"),
    ("It happened in September last year.", "2023-09"),
    ("It happened last September.", "2024-09"),
    ("It happened in May of last year.", "2023-05"),
    ("It happened in the autumn of the year before last.", "2022-09-01/2022-11-30"),
    ("It happened this past September.", "2024-09"),
    ("It happened on 5 Oct 89.", "1989-10-05"),
    ("It happened on Oct. 5.", "2024-10-05"),
    ("It happened Nov. 3, 2023.", "2023-11-03"),
    ("It happened on Sunday, 3 November.", "2024-11-03"),
    ("It happened over the weekend.", "2024-11-09/2024-11-10"),
    ("It happened last weekend.", "2024-11-09/2024-11-10"),
    ("It happened in the early hours of 30 October.", "2024-10-30"),
    ("It happened at dawn on Saturday.", "2024-11-09"),
    ("It happened on 7 November. The next day it was repeated.", "2024-11-07|2024-11-08"),
    ("It happened on 7 November. Two days later he died.", "2024-11-07|2024-11-09"),
    ("It happened on 7 November. A week earlier there was a raid.", "2024-11-07|2024-10-28/2024-11-03"),
    ("It happened sometime between August and October.", "2024-08-01/2024-10-31"),
    ("It happened by the end of October.", "../2024-10-31"),
    ("It happened no later than 5 November.", "../2024-11-05"),
    ("It happened at the turn of the year.", None),
    ("It happened in March or April.", "2024-03-01/2024-04-30"),
    ("It happened at 0230 on 4 November.", "2024-11-04"),
    ("It happened in the second week of September.", "2024-09-08/2024-09-14"),
    ("It happened in the last week of October.", "2024-10-25/2024-10-31"),
    ("It happened on the last day of August.", "2024-08-31"),
    ("It happened on Nov 5-7.", "2024-11-05/2024-11-07"),
    ("It happened during the first week of this month.", "2024-11-01/2024-11-07"),
    ("It happened half a year ago.", "2024-05"),
    ("It happened in the past two weeks.", "2024-10-28/2024-11-12"),
    ("It happened three years ago.", "2021"),
    ("It may have happened in May.", "2024-05"),
    ("In all, May 14 was the day.", "2024-05-14"),
]
ROLES = [
    (
        "SEOUL, Nov. 10 (Hanbit News) -- Eight soldiers were killed last week, the Joint Chiefs said Sunday.",
        "published happened told",
    ),
    ("Hyesan, 5 November — Two traders were arrested on Monday.", "published happened"),
    (
        "SAN SALVADOR, 10 JAN 90 (ACAN-EFE) -- [TEXT] A SPOKESMAN TODAY ANNOUNCED THAT SIX WERE KILLED ON 16 NOVEMBER.",
        "published told happened",
    ),
    ("The Foreign Ministry denied on Monday that guards had shot three women in late October.", "told happened"),
    ("A court in Yanbian announced on 6 November that Jin had been sentenced in May of last year.", "told happened"),
    ("Military sources today reported that 35 people died.", "told"),
    ("Residents on Sunday told of a blast.", "told"),
    ("The man arrested on Monday told his wife where the money was.", "happened"),
    ("Police yesterday arrested four men.", "happened"),
    ("I spoke to my uncle in Hyesan on the night of 3 to 4 November.", "told"),
    ("Two people were shot on Monday, the ministry said on Tuesday.", "happened told"),
    ("The ministry on Tuesday announced a curfew that began on Monday.", "told happened"),
    ("A curfew was announced on 5 November in Hyesan.", "happened"),
    ("The mayor denounced on Friday the arrest of nine people.", "told"),
    ("He was told on Friday to leave.", "happened"),
    ("A trader who fled last year said the price had doubled.", "happened"),
    ("Three soldiers were found dead on Friday, said a source who spoke by phone on Saturday.", "happened told"),
    ("In a statement dated 3 November, the group said that nine had died on 1 November.", "told happened"),
    ("In a report published on 7 November, the monitor counts nine deaths since July.", "published happened"),
    ("According to a letter received on 2 November, the camp burned in October.", "told happened"),
    ("On Monday the guard said there had been a fire on Saturday.", "told happened"),
    ("Kim, speaking from Yanji last Wednesday, described a raid on 30 October.", "told happened"),
]


@pytest.mark.parametrize(("text", "wanted"), PEOPLE, ids=[text[:48] for text, _ in PEOPLE])
def test_people_are_read_with_what_became_of_them(text, wanted):
    """Each wording gives its people and their outcome, and nobody else."""
    found = [(str(v.outcome), v.count.min, v.count.max) for v in find_victims(text, Lang.en)]

    assert sorted(found, key=str) == sorted(wanted, key=str)


@pytest.mark.parametrize("text", [text for text, wanted in PEOPLE if wanted and text[0].isupper()][:40])
def test_capitals_change_no_number(text):
    """A telex in capitals, and a line broken for its width, say what the sentence says."""
    telex = f"{text} This line is here so that the whole is long enough for a page of text in capitals.".upper()
    said = {(str(v.outcome), v.count.min, v.count.max) for v in find_victims(text, Lang.en) if v.group}

    assert said <= {(str(v.outcome), v.count.min, v.count.max) for v in find_victims(telex, Lang.en)}


@pytest.mark.parametrize(("text", "wanted"), DATES)
def test_words_of_time_name_their_days(text, wanted):
    """Counted from Tuesday, 12 November 2024; None is seen, reported, and given no day."""
    found = [write_period(d.value) if isinstance(d.value, Period) else write_span(d.value) for d in dates_of(text)]

    assert "|".join(found) == (wanted or "")
    assert bool(find_unread_dates(text, Lang.en, A_TUESDAY)) == (wanted is None)


@pytest.mark.parametrize(("text", "roles"), ROLES)
def test_days_of_telling_filing_and_happening_do_not_swap(text, roles):
    """Each date of the sentence dates what its words say, in order."""
    assert [str(d.role) for d in dates_of(text)] == roles.split()


def dates_of(text):
    return find_dates(text, Lang.en, A_TUESDAY)


@pytest.mark.parametrize("short", [(89, 1989), (33, 1933), (98, 1998)])
def test_a_year_of_two_figures_is_the_latest_seen(short):
    """5 Oct 89 is of 1989, whatever the reference's own century; 24 people are no year."""
    figures, year = short
    (found,) = dates_of(f"It happened on 5 Oct {figures}.")

    assert found.value.earliest == date(year, 10, 5)
    assert [str(v.count.min) for v in find_victims("On 5 October 24 people were killed.", Lang.en)] == ["24"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("SEOUL, Nov. 10 (Hanbit News) -- Eight died.", "SEOUL, Nov. 10 (Hanbit News) --"),
        ("Hyesan, 5 November — Two were held.", "Hyesan, 5 November —"),
        ("YANJI — Two were held.", "YANJI —"),
        ("Two men — a trader and a guard — died.", None),
        ("On 5 May — a Sunday — two men died.", None),
        ("The fire, a source said - and he saw it - killed two.", None),
    ],
)
def test_a_dateline_is_told_from_a_sentence(text, words):
    """Place with day or agency before a dash; a sentence with dashes of its own is none."""
    span = dateline_of(text)

    assert (span and span.words(text)) == words


@pytest.mark.parametrize(
    ("clause", "deed", "expected"),
    [
        ("He denied that the delay was due to the arrest of eight men.", "arrest", Mood.told),
        ("The army will investigate the murder of six priests.", "murder", Mood.told),
        ("She was accused of ordering, she said, the killing of two officers.", "killing", Mood.told),
        ("There was no arrest.", "arrest", Mood.negated),
        ("They fled the threat of arrest.", "arrest", Mood.unreal),
    ],
)
def test_what_is_taken_for_done_is_told(clause, deed, expected):
    """The murder of the six stands, whatever is denied or planned about it; a threatened arrest does not."""
    at = clause.index(deed)

    assert mood(clause, at, at + len(deed), Lang.en) is expected


@pytest.mark.parametrize(
    ("text", "totals"),
    [
        ("Six priests were shot dead on 3 May. The men also murdered two maids.", [8]),
        ("Thirty-five people died on 3 May. There were 26 farmers killed and nine rebels killed.", [35]),
        ("Ten people were killed on 3 May. Two policemen were among those killed.", [10]),
        ("Four soldiers were killed on 3 May. Another four soldiers were killed at the ford.", [8]),
        ("Two traders were killed on 3 May.\n\nSeven peasants were murdered by the militia.", [2, 7]),
    ],
)
def test_numbers_add_repeat_or_part(text, totals):
    """People told of later are added, left out as said before, or another event, by their words and numbers."""
    claims = claims_of(text)

    assert [claim.casualties["killed"].min for claim in claims if claim.casualties["killed"]] == totals


def claims_of(text):
    account = Account(id=AccountId("note"), text=normalise(text), lang=Lang.en, basis=Basis.press, published=A_TUESDAY)
    return read(account, RULES).claims


RULES = Rules.shipped()
WORDS = [w for text, _ in [*PEOPLE, *DATES] for w in text.split()]
JUNK = st.text(alphabet=st.sampled_from(string.printable + "“”’—–\u200b\u200f가나다지뢰"), max_size=12)
MIXED = st.lists(st.one_of(st.sampled_from(WORDS), JUNK), max_size=60).map(" ".join)


@given(st.one_of(MIXED, st.text(max_size=300)))
def test_any_text_is_read_with_every_value_in_a_span(text):
    """No crash, spans inside the text, digits of an exact count in its span, and the sums of the claim's own victims."""
    text = normalise(text)
    if not text.strip():
        return
    for claim in claims_of(text):
        assert all(0 <= span.start < span.end <= len(text) for span in claim.spans)
        for victims in claim.victims:
            words = "".join(c for c in victims.span.words(text) if c.isalnum())
            assert words
        stated = [v.quantity.count.min for v in claim.victims if v.quantity.outcome in {K, H, E}]
        total = claim.casualties["total"]
        assert (total.min if total else 0) == sum(stated)


@given(st.one_of(MIXED, st.text(max_size=400)))
def test_the_plain_text_is_as_long_as_the_text(text):
    """Character for character: what is made plain keeps every offset, and every figure."""
    made = plain(text)

    assert len(made) == len(text) == len(unwrapped(text))
    assert [c for c in made if c.isdigit()] == [c for c in text if c.isdigit()]


@given(
    st.lists(
        st.sampled_from(["rice", "went", "two", "miners", "were", "killed", "Monday", "in", "the", "mine"]),
        min_size=30,
        max_size=90,
    )
)
def test_a_line_broken_for_its_width_reads_as_one(words):
    """However a paragraph is wrapped at 72 characters, its people are those of the unbroken line."""
    line = " ".join(words)
    lines, at = [], ""
    for word in words:
        if len(at) + 1 + len(word) > 72:
            lines.append(at)
            at = word
        else:
            at = f"{at} {word}".strip()
    wrapped = "\n".join([*lines, at])

    assert unwrapped(wrapped) == line
