"""FOLDER: documents of the library's own making, as somebody may upload them."""

import os
import sys

from kodexa import Document

folder = sys.argv[1]


def parsed():
    document = Document()
    document.metadata["mine"] = {"deep": [1, None, "ü"]}
    root = document.create_node("root", content="own", index=0)
    document.content_node = root
    for number in range(300):
        node = document.create_node("line", content=f"line {number}", index=number)
        root.add_child(node)
        node.add_feature("number", "n", number)
    document.add_label("OWN")
    document.set_external_data({"own": True})
    document.set_external_data({"kept": 1}, "other")
    return document


parsed().to_kddb(os.path.join(folder, "parsed.kddb"))
Document().to_kddb(os.path.join(folder, "new.kddb"))
Document.from_text("a text").to_kddb(os.path.join(folder, "text.kddb"))
