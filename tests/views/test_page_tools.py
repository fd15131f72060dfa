"""What one does with the picture in a real browser: filter it, read it as a table, save it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from kg.views import build_graph, page
from tests.views import sample
from tests.views.conftest import Opened
from tests.views.test_page import FR, HOSTILE, hostile_page, world_page

Show = Callable[[str], Opened]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def world(show: Show) -> Opened:
    return ready(show(world_page()))


def ready(opened: Opened) -> Opened:
    opened.tab.wait_for_selector("html[data-ready]", state="attached")
    return opened


def seen(opened: Opened) -> set[str]:
    """The labels of the things in the picture."""
    script = """() => { const all = JSON.parse(document.getElementById("content").textContent).nodes;
                return window.kgView.network.body.nodeIndices.map(id => all[id].label); }"""
    return set(opened.tab.evaluate(script))


def tick(opened: Opened, what: str, name: str) -> None:
    """Open a list and click what stands beside one of its boxes."""
    if opened.tab.get_attribute(f"#{what}", "open") is None:
        opened.tab.click(f"#{what} summary")
    opened.tab.locator(f"#{what} li label", has_text=name).first.click()


def test_a_type_is_left_out_with_whom_only_it_ties(world: Opened) -> None:
    """Attacks go, and the group that was only attacked; the page says how many are shown, and shows all again."""
    everything = seen(world)
    tick(world, "types", "attaque")
    left = everything - seen(world)
    assert left == {"attaque · Japon → pêcheurs du détroit · 11 février 2025", "pêcheurs du détroit"}
    assert world.tab.inner_text("#types summary small") == "7/8"
    assert world.tab.inner_text("#shown") == f"{len(everything) - 2} éléments sur {len(everything)} sont montrés"
    world.tab.click("#reset")
    assert seen(world) == everything
    assert world.tab.inner_text("#shown") == ""
    assert world.tab.locator("#types input:not(:checked)").count() == 0


def test_a_source_is_left_out_with_what_it_alone_tells(world: Opened) -> None:
    """What another source tells too stays, and so does what no source has to tell."""
    tick(world, "sources", "Radio du Large")
    rest = seen(world)
    assert "cessez-le-feu du détroit" in rest
    assert not any("mobilisation" in one or "attaque" in one for one in rest)
    world.tab.click("#sources .none")
    assert seen(world) == set()
    world.tab.click("#sources .all")
    assert "pêcheurs du détroit" in seen(world)


def test_the_sliders_cut_to_a_time(world: Opened) -> None:
    """By keyboard, month by month: what happened outside is left out, what has no date too unless it is asked for."""
    tab = world.tab
    assert tab.inner_text("#span") == "janv. 2024 – déc. 2025"
    tab.focus("#until")
    for _ in range(18):
        tab.keyboard.press("ArrowLeft")
    assert tab.inner_text("#span") == "janv. 2024 – juin 2024"
    assert tab.get_attribute("#until", "aria-valuetext") == "juin 2024"
    told = seen(world)
    assert "traité de partenariat stratégique global" in told
    assert not any("2025" in one for one in told)
    assert "Japon" not in told
    tab.focus("#from")
    for _ in range(40):
        tab.keyboard.press("ArrowRight")
    assert tab.inner_text("#span") == "déc. 2025 – déc. 2025"
    assert "accord commercial" in seen(world)


def test_search_brings_back_what_a_filter_left_out(world: Opened) -> None:
    """Whatever the filters say, what one looks for is shown."""
    world.tab.click("#types summary")
    world.tab.click("#types .none")
    assert not any("rencontre" in one for one in seen(world))
    world.tab.fill("#search", "rencontre")
    world.tab.press("#search", "Enter")
    assert any("rencontre" in one for one in seen(world))
    assert world.tab.inner_text("#panel h2").startswith("rencontre")


def test_the_table_holds_what_the_picture_shows(world: Opened) -> None:
    """A row a thing with its relations, statuses and sources; sorted by any column; following the filters."""
    tab = world.tab
    tab.click("#as-table")
    assert not tab.is_visible("#graph")
    names = tab.locator("#rows th").all_inner_texts()
    assert set(names) == seen(world)
    assert names[0].startswith("mobilisation")
    assert "cible Japon" in tab.inner_text("#rows tr >> nth=0").replace("\n", " ").replace("  ", " ")
    assert "Radio du Large" in tab.inner_text("#rows tr >> nth=0")
    tab.click("#table th[data-by=what] button")
    assert tab.get_attribute("#table th[data-by=what]", "aria-sort") == "ascending"
    assert tab.locator("#rows th").all_inner_texts()[0] == "accord commercial"
    tab.click("#legend [data-kind=Event]")
    assert not any("rencontre" in one for one in tab.locator("#rows th").all_inner_texts())
    tab.locator("#rows button", has_text="cessez-le-feu").first.press("Enter")
    assert tab.inner_text("#panel h2") == "cessez-le-feu du détroit"
    tab.click("#as-picture")
    assert tab.is_visible("#graph")


def test_a_long_table_comes_in_parts(show: Show) -> None:
    """The first hundred rows, then a hundred more on demand."""
    facts, claims = sample.crowd(300)
    opened = ready(show(page(build_graph(facts, claims, words=FR), claims, title="Foule", words=FR)))
    opened.tab.click("#as-table")
    assert opened.tab.locator("#rows tr").count() == 100
    opened.tab.press("#more-rows", "Enter")
    assert opened.tab.locator("#rows tr").count() == 200
    assert opened.tab.evaluate("document.activeElement.closest('tr').rowIndex") == 101


def saved(opened: Opened, ending: str, folder: Path) -> Path:
    with opened.tab.expect_download() as download:
        opened.tab.click(f"#save-{ending}")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_the_picture_is_saved_as_svg(world: Opened, tmp_path: Path) -> None:
    """Each thing and relation that is shown, with its name, and what shapes and lines mean; what is left out is not."""
    world.tab.click("#legend [data-kind=Event]")
    path = saved(world, "svg", tmp_path)
    assert path.name == "qui-a-fait-quoi.svg"
    root = ElementTree.parse(path).getroot()
    titles = {one.text for one in root.iter(f"{SVG}title")}
    assert seen(world) <= titles
    assert not any(one and one.startswith("attaque") for one in titles)
    text = " ".join("".join(one.itertext()) for one in root.iter(f"{SVG}text"))
    for expected in ("Corée du Nord", "traité de partenariat", "État", "contesté", "Qui a fait quoi"):
        assert expected in text
    assert all(float(root.attrib[side]) > 100 for side in ("width", "height"))


def test_the_picture_is_saved_as_png(world: Opened, tmp_path: Path) -> None:
    """A picture with many colours in it, of all that is shown."""
    data = saved(world, "png", tmp_path).read_bytes()
    assert data.startswith(b"\x89PNG\r\n")
    assert int.from_bytes(data[16:20], "big") > 600
    assert len(data) > 20_000


@pytest.mark.parametrize("text", [HOSTILE[0], HOSTILE[1], HOSTILE[14], HOSTILE[15]], ids=range(4))
def test_what_is_saved_holds_no_markup_of_articles(show: Show, tmp_path: Path, text: str) -> None:
    """Hostile words stay words in the SVG too, which is well-formed."""
    opened = ready(show(hostile_page(text, "https://a.example")))
    root = ElementTree.fromstring(saved(opened, "svg", tmp_path).read_bytes())
    drawn = {one.tag.removeprefix(SVG) for one in root.iter()}
    assert drawn <= {"svg", "g", "title", "rect", "text", "tspan", "polygon", "circle", "path"}
    assert not [name for one in root.iter() for name in one.attrib if name.startswith("on") or name == "href"]
    saved(opened, "png", tmp_path)
    opened.tab.click("#as-table")
    assert opened.tab.evaluate("window.hit") is None
    assert opened.errors == []


def test_all_tools_are_reached_by_keyboard(world: Opened) -> None:
    """With the tab key alone, in the order in which they stand; Escape closes a list and gives the focus back."""
    tab = world.tab
    tab.focus("#search")
    reached: list[Any] = []
    for _ in range(12):
        tab.keyboard.press("Tab")
        reached.append(tab.evaluate("document.activeElement.id || document.activeElement.parentElement.id"))
    wanted = ["as-picture", "as-table", "types", "sources", "from", "until", "undated", "save-png", "save-svg"]
    assert [one for one in reached if one in wanted] == wanted
    tab.focus("#types summary")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Escape")
    assert tab.get_attribute("#types", "open") is None
    assert tab.evaluate("document.activeElement.closest('details').id") == "types"
