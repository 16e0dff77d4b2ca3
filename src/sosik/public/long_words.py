"""The pages that are all words: how we know, and what about the network is said; a heading and its paragraph each."""

from sosik.public.long_words_zh import ABOUT_ZH, METHOD_ZH
from sosik.public.tongue import Tongue

METHOD: dict[Tongue, tuple[tuple[str, str], ...]] = {
    Tongue.en: (
        (
            "Why there are ranges",
            (
                "People in a closed country tell what they saw or heard. They rarely agree to the last detail. Where one says "
                "“five” and another “four or five”, we do not choose for them: we say “four or five”, and draw it as a bar."
            ),
        ),
        (
            "How a number is made",
            (
                "The lowest number is the lowest that any account we accept gives, and the highest is the highest. A single most "
                "likely number stands only where accounts agree on it. We never average. Where people were “killed or injured” and "
                "nobody can say how many of each, both are shown hatched. “At least” has no upper limit, and is drawn with an arrow."
            ),
        ),
        (
            "Days and places",
            (
                "“Mid-October” is every day from the 11th to the 20th. “Near” a town is a circle around it. A river is a line and a "
                "province an area. We often publish a place more coarsely than we know it, to protect people. We do not falsify it."
            ),
        ),
        (
            "What the four words mean",
            (
                "Confirmed, corroborated, reported and unconfirmed say how well something is corroborated, never how important it "
                "is. An account that repeats another counts once, however often it is repeated."
            ),
        ),
        (
            "What we do not say",
            (
                "We do not say who told us, how many did, or how they know. We do not publish exact places of mines or other "
                "hazards, nor anything that would help to lay them or to find people who cross."
            ),
        ),
        (
            "Totals over many incidents",
            "A sum is a range too. Headlines give its lowest number. An incident that we do not know of is in no total.",
        ),
        (
            "When we are wrong",
            (
                "A correction stands above the text that it corrects and on the corrections page. What is withdrawn leaves a page "
                "that says so, and its number in the dataset is not used again."
            ),
        ),
    ),
    Tongue.ko: (
        (
            "왜 범위로 말하나",
            (
                "닫힌 나라에서 사람들은 보고 들은 것을 전합니다. 작은 데까지 들어맞는 일은 드뭅니다. 한 사람이 “다섯”, 다른 사람이 "
                "“네다섯”이라고 하면 우리가 골라 정하지 않습니다. “4~5명”이라 쓰고 막대로 그립니다."
            ),
        ),
        (
            "수는 어떻게 정하나",
            (
                "가장 작은 수는 받아들인 진술 가운데 가장 작은 수, 가장 큰 수는 가장 큰 수입니다. 한 수로 모일 때에만 그 수를 따로 "
                "적습니다. 평균은 내지 않습니다. “숨지거나 다쳤다”고만 전해져 가릴 수 없으면 둘 다 빗금으로 나타냅니다. “최소”에는 "
                "위쪽 한도가 없으며 화살표로 그립니다."
            ),
        ),
        (
            "날짜와 곳",
            (
                "“10월 중순”은 11일부터 20일까지의 모든 날입니다. “근처”는 그 둘레의 원입니다. 강은 선, 도는 구역입니다. 사람을 "
                "지키려고 아는 것보다 넓게 싣는 때가 많습니다. 거짓으로 바꾸지는 않습니다."
            ),
        ),
        (
            "네 낱말의 뜻",
            (
                "확인됨, 뒷받침됨, 전해짐, 미확인은 얼마나 뒷받침되는지를 말할 뿐 얼마나 중요한지를 말하지 않습니다. 남의 말을 되풀이한 "
                "진술은 몇 번을 되풀이해도 하나로 칩니다."
            ),
        ),
        (
            "말하지 않는 것",
            (
                "누가, 몇 사람이, 어떻게 알고 전했는지 말하지 않습니다. 지뢰 같은 위험의 정확한 자리, 그것을 묻거나 건너는 사람을 찾는 데 "
                "도움이 될 것은 싣지 않습니다."
            ),
        ),
        (
            "여러 사건의 합",
            "합도 범위입니다. 제목에는 가장 작은 수를 씁니다. 우리가 모르는 사건은 어느 합에도 없습니다.",
        ),
        (
            "틀렸을 때",
            "정정은 고친 글 위와 정정 화면에 둡니다. 거두어들인 것은 그렇다고 적은 화면을 남기고, 자료의 번호는 다시 쓰지 않습니다.",
        ),
    ),
    Tongue.zh: METHOD_ZH,
}

ABOUT: dict[Tongue, tuple[tuple[str, str], ...]] = {
    Tongue.en: (
        (
            "Who tells us",
            (
                "People in a closed country, and people who have left it, tell our reporters what they saw, did or heard. "
                "Speaking with us can cost them their liberty or their lives. So we say of them only what cannot lead to them."
            ),
        ),
        (
            "What we disclose",
            (
                "What we believe happened, as ranges; how well it is corroborated, in four words; the day on which we published; "
                "who wrote, translated and edited an article; what we got wrong; and the whole dataset, with the rules by which it is made."
            ),
        ),
        (
            "What we do not disclose",
            (
                "Who told us, how many did, of what kind they are, where they live, how and when we spoke, and why an article was "
                "corrected or withdrawn where the reason would point at somebody. Places and days are often coarser than we know them. "
                "We never make up a detail to hide another."
            ),
        ),
        (
            "When things change",
            (
                "Corrections and withdrawals leave together, on set days, so that the time of a change says nothing about what caused it."
            ),
        ),
        (
            "How to comment",
            (
                "Tell us where we are wrong, or what we left out. Do not use a phone or a connection that others can watch, and write "
                "nothing that would endanger you or anybody else. We do not publish comments, and answer where an answer is safe."
            ),
        ),
    ),
    Tongue.ko: (
        (
            "누가 전하나",
            (
                "닫힌 나라에 있는 사람들과 그곳을 떠난 사람들이 보고 겪고 들은 것을 기자에게 전합니다. 우리와 말한 일로 자유나 목숨을 "
                "잃을 수 있습니다. 그래서 그들에 대해서는 그들에게 닿을 수 없는 것만 말합니다."
            ),
        ),
        (
            "밝히는 것",
            (
                "일어났다고 보는 일을 범위로, 얼마나 뒷받침되는지를 네 낱말로 밝힙니다. 펴낸 날, 쓰고 옮기고 편집한 사람, 틀린 것, "
                "그리고 자료 전체와 그것을 만드는 규칙을 밝힙니다."
            ),
        ),
        (
            "밝히지 않는 것",
            (
                "누가 몇 사람이 전했는지, 어떤 사람인지, 어디 사는지, 언제 어떻게 이야기했는지 밝히지 않습니다. 까닭이 누군가를 가리킬 "
                "때는 고치거나 거두어들인 까닭도 밝히지 않습니다. 곳과 날은 아는 것보다 넓게 싣는 때가 많습니다. 하나를 감추려고 다른 것을 "
                "지어내지는 않습니다."
            ),
        ),
        (
            "바뀔 때",
            "정정과 거두어들임은 정한 날에 함께 나갑니다. 바뀐 때를 보고 까닭을 짐작하지 못하게 하려는 것입니다.",
        ),
        (
            "의견을 보내려면",
            (
                "틀린 것이나 빠진 것을 알려 주십시오. 남이 지켜볼 수 있는 전화나 회선은 쓰지 말고, 자신이나 다른 사람을 위험하게 할 것은 "
                "적지 마십시오. 의견은 싣지 않으며, 안전할 때에만 답합니다."
            ),
        ),
    ),
    Tongue.zh: ABOUT_ZH,
}
