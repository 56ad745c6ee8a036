"""Packages by programs that are not ours, of plainly invented content: what src/tests/reference.rs is held against.

    python -m venv venv && venv/bin/pip install genanki==0.13.1 anki==26.9.3 && venv/bin/python make.py

Writes genanki.apkg (an older package, by genanki), modern.apkg and modern.colpkg (newer ones, by Anki itself, with the
database that is packed with Zstandard beside the stub), and legacy.apkg (an older one, by Anki itself).
"""

import os
import tempfile
import zipfile

import genanki
from anki.collection import Collection, ExportAnkiPackageOptions

CHOICE = ["Title", "Question", "Option A", "Option B", "Option C", "Answer", "Explanation", "Hint"]
NOTES = [
    ["Moon", "What is the moon made of?<br>Choose &amp; say.", "<b>Cheese</b>", "Rock", "", "B", "<p>See <i>nobody</i>.</p>", ""],
    ["Dragons", "How many heads has a <u>dragon</u>?", "One", "Seven", "Nine", "1", "[sound:roar.mp3]", "Count"],
    ["Both", "Which are colors?", "Red", "Blue", "Salt", "A, B", "", ""],
]
TAGS = [["AL", "invented"], [], []]
BASIC = ["What does an invented cat say?", "Mew<img src='cat.png'>"]


def by_genanki():
    model = genanki.Model(
        1607392319,
        "Invented choice",
        fields=[{"name": name} for name in CHOICE],
        templates=[{"name": "Card", "qfmt": "{{Question}}", "afmt": "{{FrontSide}}<hr id=answer>{{Answer}}"}],
    )
    deck = genanki.Deck(2059400110, "Invented")
    for fields, tags in zip(NOTES, TAGS):
        deck.add_note(genanki.Note(model=model, fields=fields, tags=tags))
    deck.add_note(genanki.Note(model=genanki.BASIC_MODEL, fields=BASIC))
    genanki.Package(deck).write_to_file("genanki.apkg", timestamp=1767225600.0)


def by_anki():
    collection = Collection(os.path.join(tempfile.mkdtemp(), "collection.anki2"))
    models = collection.models
    choice = models.new("Invented choice")
    for name in CHOICE:
        models.add_field(choice, models.new_field(name))
    template = models.new_template("Card")
    template["qfmt"], template["afmt"] = "{{Question}}", "{{FrontSide}}<hr id=answer>{{Answer}}"
    models.add_template(choice, template)
    models.add(choice)
    choice, basic = models.by_name("Invented choice"), models.by_name("Basic")
    deck = collection.decks.id("Invented")
    for kind, fields, tags in [(choice, *both) for both in zip(NOTES, TAGS)] + [(basic, BASIC, [])]:
        note = collection.new_note(kind)
        note.fields, note.tags = list(fields), tags
        collection.add_note(note, deck)
    card = collection.get_card(collection.find_cards("Dragons")[0])
    card.start_timer()
    collection.decks.select(deck)
    collection.sched.answerCard(card, 3)
    for legacy in (False, True):
        options = ExportAnkiPackageOptions(with_scheduling=True, with_media=False, legacy=legacy)
        name = "legacy.apkg" if legacy else "modern.apkg"
        collection.export_anki_package(out_path=os.path.abspath(name), options=options, limit=None)
    collection.export_collection_package(os.path.abspath("modern.colpkg"), include_media=False, legacy=False)


def pack(name):
    """Packs the same files again, smaller: Anki leaves what it thinks that nobody reads as large as it is."""
    with zipfile.ZipFile(name) as package:
        files = [(info.filename, package.read(info)) for info in package.infolist()]
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as package:
        for path, text in files:
            package.writestr(path, text)


by_genanki()
by_anki()
for package in ("genanki.apkg", "legacy.apkg", "modern.apkg", "modern.colpkg"):
    pack(package)
