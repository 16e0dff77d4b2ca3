"""A site's folder is written whole or not at all, and never over something else."""

import stat

import pytest

from sosik.adapters.manifest_signing import MinisignSigner
from sosik.adapters.published_site import check_site
from sosik.adapters.site_folder import write_site
from sosik.errors import SiteDamaged, WrongUse
from sosik.public.dataset import manifest
from sosik.public.parts import Proof


def bundle(**files):
    content = {"index.html": b"door", "en/index.html": b"front"} | files
    return {**content, "manifest.json": manifest({path: Proof.of(each) for path, each in content.items()})}


def written(folder):
    return {str(f.relative_to(folder)): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


def test_a_bundle_is_written_as_it_is_and_can_be_read_by_all(tmp_path):
    """Every file holds its bytes, and anybody may read files and enter folders."""
    out = tmp_path / "new" / "site"
    write_site(bundle(), out)

    assert written(out) == bundle()
    assert stat.S_IMODE((out / "en/index.html").stat().st_mode) == 0o644
    assert stat.S_IMODE(out.stat().st_mode) == stat.S_IMODE((out / "en").stat().st_mode) == 0o755


def test_an_old_site_is_replaced_whole(tmp_path):
    """What the new bundle does not hold is gone, and nothing is left beside."""
    out = tmp_path / "site"
    write_site(bundle(**{"en/old.html": b"old"}), out)
    write_site(bundle(), out)

    assert written(out) == bundle()
    assert [each.name for each in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("name", ["notes.txt", "index.html", "manifest.json"])
def test_a_folder_that_is_not_ours_is_refused_untouched(tmp_path, name):
    """A folder with anybody's file in it stays as it was."""
    out = tmp_path / "site"
    out.mkdir()
    (out / name).write_text("{}")

    with pytest.raises(WrongUse):
        write_site(bundle(), out)
    assert written(out) == {name: b"{}"}


def test_a_site_with_a_strangers_file_is_refused(tmp_path):
    """A file that the manifest does not know may be somebody's work."""
    out = tmp_path / "site"
    write_site(bundle(), out)
    (out / "thesis.doc").write_text("mine")

    with pytest.raises(WrongUse):
        write_site(bundle(), out)
    assert (out / "thesis.doc").read_text() == "mine"


def test_a_link_is_refused(tmp_path):
    """A link in place of the folder could lead anywhere."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(WrongUse):
        write_site(bundle(), tmp_path / "site")


@pytest.mark.parametrize("path", ["../out.html", "/etc/out", "en//x", "en/../../x", "..\\x"])
def test_a_failure_leaves_the_old_site(tmp_path, path):
    """A path that leads out is refused, and what stood there stands."""
    out = tmp_path / "site"
    write_site(bundle(), out)

    with pytest.raises(WrongUse):
        write_site(bundle(**{path: b"x"}), out)
    assert written(out) == bundle()
    assert [each.name for each in tmp_path.iterdir()] == ["site"]


@pytest.fixture
def signed(tmp_path):
    signer = MinisignSigner.of(bytes(32))
    files = bundle(**{"data/a.csv": b"a\n1\n"})
    write_site(
        {**files, "manifest.json.minisig": signer.sign(files["manifest.json"], "sosik dataset 1")}, tmp_path / "site"
    )
    return tmp_path / "site"


def test_a_site_as_it_was_signed_passes(signed):
    """Every file that the manifest names is counted, and a signed site can be replaced by a new one."""
    assert check_site(signed / "manifest.json", bytes(32)) == 3
    write_site(bundle(), signed)
    assert written(signed) == bundle()


@pytest.mark.parametrize("harm", ["changed", "missing", "beside", "manifest", "key", "link"])
def test_a_site_that_is_not_as_it_was_signed_is_told(signed, harm):
    """A changed byte, a file too few or too many, a changed manifest, another desk's key: one sentence names the file, exit 7."""
    file = signed / "data" / "a.csv"
    if harm == "changed":
        file.write_bytes(b"a\n2\n")
    elif harm == "missing":
        file.unlink()
    elif harm == "beside":
        (signed / "data" / "b.csv").write_bytes(b"b")
    elif harm == "link":
        (signed / "elsewhere").symlink_to(signed.parent)
    elif harm == "manifest":
        (signed / "manifest.json").write_bytes(
            (signed / "manifest.json").read_bytes().replace(b'"bytes": 4', b'"bytes": 5')
        )

    with pytest.raises(SiteDamaged) as told:
        check_site(signed / "manifest.json", b"1" * 32 if harm == "key" else bytes(32))
    assert told.value.exit_code == 7
