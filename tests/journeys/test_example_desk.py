"""The example desk: the whole job as ``make run`` does it, against golden files."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.fakes.preview_server import get, linked, preview_of

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "musan"
GOLDEN = EXAMPLE / "expected"


def sosik(*arguments, code=0):
    done = subprocess.run(
        [sys.executable, "-m", "sosik", *map(str, arguments)], capture_output=True, text=True, check=False
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout


def run(folder):
    sosik(
        *("run", EXAMPLE / "accounts", "--desk", folder / "desk", "--key-file", folder / "key"),
        *("--bulletins", EXAMPLE / "bulletins", "--decisions", EXAMPLE / "decisions.jsonl"),
        *("--id-key", EXAMPLE / "id-key", "--out", folder / "site"),
    )
    return folder


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    return run(tmp_path_factory.mktemp("example"))


def files(folder):
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def test_what_is_found_is_what_was_expected(done):
    """Incidents, measures and what was too vague, as in the golden file."""
    found = json.loads(sosik("incidents", "--format", "json", "--desk", done / "desk", "--key-file", done / "key"))

    assert found == json.loads((GOLDEN / "incidents.json").read_text("utf-8"))


@pytest.mark.parametrize("name", ["incidents.csv", "measures.csv"])
def test_what_is_public_is_what_was_expected(done, name):
    """The dataset's rows, byte for byte."""
    assert (done / "site" / "data" / name).read_bytes() == (GOLDEN / f"public-{name}").read_bytes()


def test_the_same_files_and_id_key_give_the_same_bytes(done, tmp_path):
    """Another desk, another member's key: the site is the same to the byte."""
    assert files(run(tmp_path) / "site") == files(done / "site")


def test_one_event_is_one_incident_of_three_origins(done):
    """Two who saw it and one who heard of it; the outlets' copies add nothing, the denial stands beside."""
    found = json.loads((GOLDEN / "incidents.json").read_text("utf-8"))["incidents"]
    mine = next(one for one in found if one["category"] == "landmine")

    assert len(mine["accounts"]) == 6
    assert mine["origins"] == 3
    assert mine["grade"] == "corroborated"
    assert len(mine["beside"]) == 1
    assert (mine["figures"]["total"]["min"], mine["figures"]["total"]["max"]) == (3, 5)


def test_nothing_public_rests_on_an_account_without_consent(done):
    """The trial told under "none" and the return told for sums alone are in no public row."""
    rows = (done / "site" / "data" / "incidents.csv").read_text("utf-8")

    assert "public_trial" not in rows
    assert "repatriation" not in rows
    assert "landmine" in rows


def test_no_private_word_is_in_the_site(done):
    """No handle, account, claim, member's note, source's sentence, nor the number of origins."""
    accounts = [file.read_bytes() for file in (EXAMPLE / "accounts").iterdir() if file.suffix != ".toml"]
    sources = [raw for raw in accounts if b"basis: press" not in raw and b"basis: official" not in raw]
    texts = [raw.decode("cp949" if b"cp949" in raw else "utf-8").split("---\n")[-1] for raw in sources]
    sentences = [
        line[at : at + 24] for text in texts for line in text.splitlines() for at in range(0, len(line) - 24, 24)
    ]
    decisions = [json.loads(line) for line in (EXAMPLE / "decisions.jsonl").read_text("utf-8").splitlines()]
    words = {"s-kestrel", "s-heron", "s-plover", "s-wagtail", "s-dunlin", "single_source", "eyewitness", "origins"}
    words |= {file.stem for file in (EXAMPLE / "accounts").iterdir()} | {one["because"] for one in decisions}
    words |= {one["about"]["claim"]["claim"] for one in decisions if "claim" in one["about"]} | set(sentences)

    for path, content in files(done / "site").items():
        text = content.decode("utf-8", "replace")
        assert not [word for word in words if word in text or word in path], path


@pytest.fixture(scope="module")
def port(done):
    with preview_of(done / "desk", done / "key") as port:
        yield port


def test_every_page_of_the_preview_says_that_it_is_not_cleared(port):
    """Whoever sees a page of the preview sees that nothing on it may leave."""
    index = get(port, "")[1]
    pages = [get(port, name.decode()) for name in linked(index) | {b"index.html"}]

    assert len(pages) > 16
    assert {status for status, _ in pages} == {200}
    assert all("Not cleared" in page.decode("utf-8") for _, page in pages)


def test_the_preview_answers_this_machine_alone(port):
    """Another name than loopback's is refused, since another site may have led the browser here; there is nothing else."""
    assert get(port, "index.html", host="rebound.example")[0] == 403
    assert get(port, "index.html", host=f"localhost:{port}")[0] == 200
    assert get(port, "../desk.toml")[0] == 404


def test_no_page_of_the_preview_is_a_file(done, port):
    """What is previewed lies in the desk's folder sealed, and nowhere else."""
    get(port, "index.html")

    kept = files(done / "desk")
    assert not [name for name in kept if name.endswith(".html")]
    assert not [name for name, content in kept.items() if b"<html" in content or b"kestrel" in content]
