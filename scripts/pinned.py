"""Holds the layouts of docs/log-values.md against the numbers and bytes that the Swift tests pin."""
import pathlib
import re

from layouts import Unreadable

TESTS = pathlib.Path(__file__).resolve().parent.parent / "Tests/RecordsTests"
LAYOUT_NAMES = {"CommandKind": "Command", "EventKind": "Event"}
HELD_OTHERWISE = {"RecordPartKind"}


def pinned_names():
    """The names of each enumeration in the order of their numbers."""
    source = (TESTS / "NumberTests.swift").read_text("utf-8")
    for name, texts in re.findall(r'check\(\s*(\w+)\.self,\s*((?:"[^"]*"[\s+]*)+)\)', source):
        yield name, "".join(re.findall(r'"([^"]*)"', texts)).split()


def pinned_records():
    """By kind of command, the bytes of a record's header and of its parts."""
    source = (TESTS / "Golden/GoldenBytes.swift").read_text("utf-8")
    for name, text in re.findall(r'"(\w+)": """\n(.*?)"""', source, re.DOTALL):
        header, *parts = (bytes.fromhex(line) for line in re.sub(r"\\\n\s*", "", text).split())
        yield name, header, parts


def differences(layouts, read_record):
    """What the documents have otherwise, in sentences."""
    enumerations = dict(pinned_names())
    for name in enumerations.keys() - HELD_OTHERWISE:
        layout = LAYOUT_NAMES.get(name, name)
        if layouts.names.get(layout) != enumerations[name]:
            yield f"{layout} is {layouts.names.get(layout)}, and in the tests {enumerations[name]}"
    met = set()
    for name, header, parts in pinned_records():
        try:
            _, commands, events, _ = read_record(header, parts, layouts)
            met |= {choice.name for choice in commands + events}
        except Unreadable as error:
            yield f"the record of {name} cannot be read: {error}"
    missing = set(enumerations["CommandKind"] + enumerations["EventKind"]) - met
    if missing:
        yield f"no pinned record has {sorted(missing)}"
