"""FOLDER: full.kddb, empty.kddb and deep.kddb of it, as they were written."""

import os
import sys

from expected import assert_full, assert_nothing_beside, assert_same, in_every_way


def nothing_in_it(document):
    assert document.content_node is None
    assert document.get_exceptions() == []
    assert document.get_mixins() == []
    assert document.version == "6.0.0"
    assert document.get_steps() == []
    assert document.get_all_tags() == []


def full(document):
    nothing_in_it(document)
    assert_full(document)


def empty(document):
    nothing_in_it(document)
    assert_same(document.metadata.to_dict(), {})
    assert_same(document.get_external_data(), {})
    assert document.labels == []
    assert document.get_document_knowledge_features() == []
    assert document.source.checksum is None
    assert sorted(document.source.headers) == ["family", "id", "ref"]


def levels(value):
    count = 0
    while isinstance(value, dict):
        count += 1
        value = value.get("a")
    return count


def deep(document):
    assert levels(document.metadata.to_dict()) == 64
    assert levels(document.get_external_data()) == 64


folder = sys.argv[1]
in_every_way(os.path.join(folder, "full.kddb"), full)
in_every_way(os.path.join(folder, "empty.kddb"), empty)
in_every_way(os.path.join(folder, "deep.kddb"), deep)
assert_nothing_beside(folder)
