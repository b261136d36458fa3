"""What the containers of the tests hold, and every way in which the library opens one."""

import os
import shutil

from kodexa import Document

METADATA = {
    "customer": "acme",
    "pages": 3,
    "note": None,
    "flag": True,
    "largest": 2**64 - 1,
    "least": -(2**63),
    "tenth": 0.1,
    "one": 1.0,
    "emoji": "🧾 naïve",
    "items": ["keys", {"get": 1}],
    "": "no key",
    "nothing": [],
}
EXTERNAL_DATA = {"order": {"n": 7, "lines": [{"sku": "a", "price": 1.25}, {}]}}
LABELS = ["INVOICE", "ÜBER"]
FAMILY = "0d1f0000-0000-4000-8000-000000000001"
NATIVE = "7c2a0000-0000-4000-8000-000000000002"


def typed(value):
    """The value with the type of every part beside it: 1, 1.0 and True are not the same."""
    if isinstance(value, dict):
        return {key: typed(part) for key, part in value.items()}
    if isinstance(value, list):
        return [typed(part) for part in value]
    return type(value).__name__, value


def assert_same(actual, expected):
    assert typed(actual) == typed(expected), f"{actual!r} is not {expected!r}"
    if isinstance(expected, dict):
        assert list(actual) == list(expected), "the order differs"


def attached(path):
    """Works on the file itself, so on a copy of it here."""
    copy = path + ".attached"
    shutil.copyfile(path, copy)
    return Document.from_kddb(copy, detached=False)


WAYS = {
    "path": lambda path: Document.from_kddb(path),
    "bytes": lambda path: Document.from_kddb(open(path, "rb").read()),
    "in memory": lambda path: Document.from_kddb(path, inmemory=True),
    "bytes in memory": lambda path: Document.from_kddb(open(path, "rb").read(), inmemory=True),
    "attached": attached,
}


def in_every_way(path, check):
    before = open(path, "rb").read()
    for way, opened in WAYS.items():
        print("opening", os.path.basename(path), "by", way)
        check(opened(path))
    assert open(path, "rb").read() == before, "opening changed the file"


def assert_full(document, labels=LABELS, external_data=EXTERNAL_DATA, metadata=METADATA):
    assert_same(document.metadata.to_dict(), metadata)
    assert_same(document.get_external_data(), external_data)
    assert document.get_external_data("other") == {}
    assert_same(document.labels, labels)
    assert_full_source(document.source)
    features = document.get_document_knowledge_features()
    assert [feature.knowledge_feature_ref for feature in features] == ["f1", "f2"], features
    assert [feature.properties for feature in features] == [{}, {}]


def assert_full_source(source):
    assert source.original_filename == "a.pdf"
    assert source.original_path == "in/a.pdf"
    assert source.mime_type == "application/pdf"
    assert source.checksum == "crc64nvme:AAAAAAAAAAA="
    assert source.created == "2026-01-02T03:04:05Z"
    assert source.connector == "document-store"
    assert source.headers == {
        "ref": "acme/invoices",
        "family": FAMILY,
        "id": NATIVE,
        "document_version": "2026-01",
    }, source.headers


def assert_nothing_beside(folder):
    left = [name for name in os.listdir(folder) if name.endswith(("-wal", "-shm", "-journal"))]
    assert left == [], left
