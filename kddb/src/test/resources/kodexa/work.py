"""CONTAINER SAVED: works on a container as a parser would, saves it and opens what it saved."""

import os
import sys

from expected import EXTERNAL_DATA, LABELS, METADATA, WAYS, assert_full, assert_nothing_beside, assert_same
from kodexa.model.model import ContentException

container, saved = sys.argv[1:]


def work(document):
    root = document.create_node("page", content="first", index=0)
    document.content_node = root
    line = document.create_node("line", content="Rechnung über 12 €", index=0)
    root.add_child(line)
    root.add_feature("check", "saved", True)
    line.add_feature("spatial", "bbox", [1, 2.5, 3, 4])
    line.tag("total")
    document.add_exception(
        ContentException(
            exception_type="missing",
            message="no date",
            severity="WARNING",
            exception_type_id="e-1",
        )
    )
    document.add_label("SEEN")
    document.metadata["added"] = {"by": "parser", "n": 1}
    document.set_external_data({"second": [1, None]}, "other")


def check(document):
    root = document.content_node
    assert root.node_type == "page" and root.content == "first"
    assert root.get_feature_value("check", "saved") is True
    (line,) = root.get_children()
    assert line.content == "Rechnung über 12 €"
    assert line.get_feature_value("spatial", "bbox") == [1, 2.5, 3, 4]
    assert document.get_all_tags() == ["total"]
    (exception,) = document.get_exceptions()
    assert exception.message == "no date" and exception.severity == "WARNING"
    assert exception.exception_type_id == "e-1"
    assert document.labels == LABELS + ["SEEN"]
    expected = METADATA | {"added": {"by": "parser", "n": 1}}
    assert_same(document.metadata.to_dict(), expected)
    assert_same(document.get_external_data(), EXTERNAL_DATA)
    assert_same(document.get_external_data("other"), {"second": [1, None]})
    assert sorted(document.get_external_data_keys()) == ["default", "other"]
    document.set_external_data({}, "other")
    assert_full(document, labels=LABELS + ["SEEN"], metadata=expected)


for way, opened in WAYS.items():
    print("working on it by", way)
    document = opened(container)
    work(document)
    document.to_kddb(saved)
    for again, reopened in WAYS.items():
        print("opening what was saved by", again)
        check(reopened(saved))
assert_nothing_beside(os.path.dirname(saved))
