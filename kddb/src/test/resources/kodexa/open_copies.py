"""FOLDER: parsed.kddb, new.kddb, text.kddb and old.kddb of it, with our values in place of their own."""

import os
import sys

from expected import WAYS, assert_full, assert_nothing_beside, in_every_way

folder = sys.argv[1]


def parsed(document):
    root = document.content_node
    assert root.content == "own"
    lines = root.get_children()
    assert [line.content for line in lines] == [f"line {number}" for number in range(300)]
    assert [line.get_feature_value("number", "n") for line in lines] == list(range(300))
    assert document.get_external_data("other") == {"kept": 1}
    document.set_external_data({}, "other")
    assert_full(document)


def new(document):
    assert document.content_node is None
    assert_full(document)


def text(document):
    assert document.content_node.content == "a text"
    assert_full(document)


def old(document):
    root = document.content_node
    assert root.node_type == "page"
    assert root.get_feature_value("check", "old") == 7
    assert document.get_exceptions() == []
    assert_full(document)


in_every_way(os.path.join(folder, "parsed.kddb"), parsed)
in_every_way(os.path.join(folder, "new.kddb"), new)
in_every_way(os.path.join(folder, "text.kddb"), text)
in_every_way(os.path.join(folder, "old.kddb"), old)

saved = os.path.join(folder, "saved-again.kddb")
WAYS["path"](os.path.join(folder, "parsed.kddb")).to_kddb(saved)
in_every_way(saved, parsed)
assert_nothing_beside(folder)
