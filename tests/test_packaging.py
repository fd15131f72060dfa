"""What is installed holds all that is needed, and what is committed names no machine."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without the network."""
    folder = tmp_path_factory.mktemp("dist")
    words = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_the_ontology_and_the_page(wheel: Path) -> None:
    """Every file of `ontology/` and every asset of the page is in it, and no test."""
    names = set(zipfile.ZipFile(wheel).namelist())
    data = {f"kg/ontology/{path.relative_to(ROOT / 'ontology')}" for path in (ROOT / "ontology").rglob("*.*")}
    assets = {str(path.relative_to(ROOT)) for path in (ROOT / "kg/views/assets").iterdir() if path.is_file()}
    assert data | assets <= names
    assert not [name for name in names if name.startswith(("tests", "examples"))]
    (entry,) = [name for name in names if name.endswith("entry_points.txt")]
    assert "kg = kg.cli:main" in zipfile.ZipFile(wheel).read(entry).decode()


def test_the_wheel_works_from_any_folder(wheel: Path, tmp_path: Path) -> None:
    """Unpacked alone, it finds its ontology and draws its page."""
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from kg.vocabulary import ontology_path, load_lexicon\n"
        "from kg.views import build_graph, page\n"
        "assert str(ontology_path()).startswith(sys.argv[1]), ontology_path()\n"
        "assert load_lexicon().triggers('fr')\n"
        "assert '<html' in page(build_graph([], {}), {}, title='t')\n"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", code, str(tmp_path / "site")],
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr


def test_every_dependency_has_bounds_and_is_locked_with_hashes() -> None:
    """`pyproject.toml` bounds each on both sides; the lock has one version of each with its hashes."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    developing = (ROOT / "requirements-dev.lock").read_text("utf-8")
    for needed, locked in ((project["dependencies"], lock), (project["optional-dependencies"]["dev"], developing)):
        for requirement in needed:
            name, bounds = re.fullmatch(r"([\w-]+)(.*)", requirement).groups()  # type: ignore[union-attr]
            assert "==" in bounds or (">=" in bounds and "<" in bounds), requirement
            assert re.search(rf"^{name.replace('_', '-')}==\S+ \\\n    --hash=sha256:", locked, re.M), requirement


def test_committed_files_name_no_registry_and_no_folder_of_a_machine() -> None:
    """A lock names versions and hashes alone: where packages come from is the machine's own matter."""
    for name in ("requirements.lock", "requirements-dev.lock", "pyproject.toml", "Makefile", ".ci/run"):
        text = (ROOT / name).read_text("utf-8")
        assert not re.search(r"https?://|--(?:extra-)?index-url [^\\\n]|--find-links|file:///", text), name


def test_what_is_installed_is_listed_with_its_licence() -> None:
    """`THIRD-PARTY.md` has a line for each locked package that kg needs to run, in the locked version."""
    listed = (ROOT / "THIRD-PARTY.md").read_text("utf-8").lower().replace("_", "-")
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    for block in re.split(r"\n(?=\S)", lock):
        found = re.match(r"([a-z0-9._-]+)==(\S+)", block)
        if found and "build-system" not in block and "via hatchling" not in block and found[1] != "setuptools":
            assert f"| {found[1].replace('_', '-')} | {found[2]} |" in listed, found[0]
