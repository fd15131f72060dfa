"""How the picture tells kinds by colour and shape, and statuses by line: for the canvas and for the legend alike."""

from collections.abc import Mapping
from typing import Any

PAPER, INK, MUTED = "#fbfaf6", "#1c2330", "#566070"
FACE = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif"

KIND_STYLES: Mapping[str, tuple[str, str, int]] = {  # kind: shape, colour, size
    "State": ("dot", "#1f5a93", 15),
    "Organisation": ("square", "#6b4c9a", 12),
    "Person": ("triangle", "#0f766e", 11),
    "Group": ("hexagon", "#5f6f1a", 11),
    "Place": ("triangleDown", "#7a5c36", 9),
    "Agreement": ("box", "#fff4d6", 12),
    "Event": ("diamond", "#c2410c", 10),
}
AGREEMENT_BORDER = "#8a5a00"

STATUS_COLOURS: Mapping[str, str] = {
    "corroborated": "#2c3644",
    "stated": "#6b7482",
    "disputed": "#a21caf",
    "alleged": "#6b7482",
    "expected": "#6b7482",
    "denied": "#b3261e",
}
_DASHES: Mapping[str, list[int]] = {"alleged": [8, 6], "expected": [2, 5]}
_MARKS: Mapping[str, str] = {"denied": "bar", "disputed": "diamond"}
_RELATIONS_QUIET = frozenset({"actor", "target", "party", "place", "mediator"})  # the arrow says it; words on demand


def options(things: int) -> dict[str, Any]:
    """The settings of vis-network for a picture of so many things: nothing moves, nothing is read as HTML."""
    busy = things > 800
    return {
        "autoResize": True,
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {
            "hover": not busy,
            "keyboard": {"enabled": True, "bindToWindow": False},
            "hideEdgesOnDrag": busy,
            "hideEdgesOnZoom": busy,
            "tooltipDelay": 100_000,
        },
        "nodes": {
            "borderWidth": 1.5,
            "borderWidthSelected": 3,
            "labelHighlightBold": False,
            "font": {"face": FACE, "size": 14, "color": INK, "multi": False, "strokeWidth": 4, "strokeColor": PAPER},
        },
        "edges": {
            "smooth": False,
            "width": 1.3,
            "selectionWidth": 1.2,
            "hoverWidth": 0.8,
            "arrows": {"to": {"enabled": True, "scaleFactor": 0.55}},
            "arrowStrikethrough": False,
            "labelHighlightBold": False,
            "font": {"face": FACE, "size": 11, "color": MUTED, "multi": False, "strokeWidth": 4, "strokeColor": PAPER},
        },
        "groups": {kind: _group(kind) for kind in KIND_STYLES},
    }


def _group(kind: str) -> dict[str, Any]:
    shape, colour, size = KIND_STYLES[kind]
    border = AGREEMENT_BORDER if kind == "Agreement" else colour
    look: dict[str, Any] = {
        "shape": shape,
        "size": size,
        "color": {
            "background": colour,
            "border": border,
            "highlight": {"background": colour, "border": INK},
            "hover": {"background": colour, "border": INK},
        },
    }
    if shape == "box":
        look |= {"margin": 9, "shapeProperties": {"borderRadius": 5}, "font": {"strokeWidth": 0}}
    if kind == "State":
        look["font"] = {"size": 17}
    return look


def node_look(kind: str, status: str, degree: int, letters: int = 0) -> dict[str, Any]:
    """What sets this node off from others of its kind: its status in the border, how connected it is in the size.

    ``letters`` is the size of its name in pixels where that is not the usual one.
    """
    shape, colour, size = KIND_STYLES[kind]
    look: dict[str, Any] = {}
    if shape != "box":
        look["size"] = size + min(14, round(1.6 * degree**0.5)) + letters // 4
    if letters:
        look["font"] = {"size": letters}
    if status in ("alleged", "expected", "denied", "disputed"):
        border = STATUS_COLOURS[status] if status in _MARKS else AGREEMENT_BORDER if shape == "box" else colour
        background = "#ffffff"
        look["color"] = {
            "background": background,
            "border": border,
            "highlight": {"background": background, "border": INK},
            "hover": {"background": background, "border": INK},
        }
        look["borderWidth"] = 2.5
        look["shapeProperties"] = {"borderDashes": _DASHES.get(status, False), "borderRadius": 5}
    return look


def edge_look(predicate: str, status: str, place: int, beside: int, forward: bool) -> dict[str, Any]:
    """The line of a relation, the ``place``-th of ``beside`` parallel ones, which bend so that each is seen.

    ``forward``: it runs in the direction in which the pair is counted. An actor's arrow points at the event.
    """
    look: dict[str, Any] = {"color": STATUS_COLOURS[status or "stated"]}
    if status == "corroborated":
        look["width"] = 2.4
    if status in _DASHES:
        look["dashes"] = _DASHES[status]
    arrows: dict[str, Any] = {"from" if predicate == "actor" else "to": {"enabled": True, "scaleFactor": 0.55}}
    if predicate == "actor":
        arrows["to"] = {"enabled": False}
    if predicate in ("party", "place", "mediator"):
        arrows["to"] = {"enabled": False}
    if status in _MARKS:
        arrows["middle"] = {"enabled": True, "type": _MARKS[status], "scaleFactor": 0.8}
    look["arrows"] = arrows
    bend = (place - (beside - 1) / 2) * min(0.3, 1.8 / beside)
    if bend:
        turn = "curvedCW" if (bend > 0) == forward else "curvedCCW"
        look["smooth"] = {"enabled": True, "type": turn, "roundness": round(abs(bend), 3)}
    return look


def is_quiet(predicate: str) -> bool:
    """Whether the words of a relation are shown only when it is selected or pointed at."""
    return predicate in _RELATIONS_QUIET
