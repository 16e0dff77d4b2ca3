"""A site's folder is written whole or not at all, and never over something else."""

import stat

import pytest

from sosik.adapters.site_folder import write_site
from sosik.errors import WrongUse
from sosik.public.dataset import manifest


def bundle(**files):
    content = {"index.html": b"door", "en/index.html": b"front"} | files
    return {**content, "manifest.json": manifest(content)}


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
