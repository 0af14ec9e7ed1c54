"""Writes kinds.tsv: of what kind the thing is that an English noun names.

Run by hand when the sources change, never by the program: ``python make_kinds.py FOLDER > kinds.tsv``. FOLDER holds ``index.noun``,
``data.noun`` and ``cntlist.rev`` of WordNet 3.0. A noun is of a kind where its usual sense lies below one of the senses of ``ABOVE``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from corrections import KINDS

WORDS = Path(__file__).with_name("words.tsv")
# A sense counts beside the first where it is at least so frequent in comparison.
BESIDE_FIRST = 0.6
# Of these only what is one first of all: a tiger is a person in a sense, too.
FIRST_OF_ALL = ("person", "group", "event")
# Each kind with the senses below which it lies, by word and number of its sense.
ABOVE = {
    "animal": "animal.1",
    "body": "body_part.1",
    "building": "building.1 establishment.2 housing.1 shop.1",
    "clothing": "clothing.1 footwear.1 headdress.1 jewelry.1",
    "colour": "color.1",
    "container": "container.1 vessel.3",
    "crime": "crime.1 wrongdoing.2 transgression.1",
    "data": "data.1 information.1 information.2 database.1",
    "drink": "beverage.1",
    "event": "social_event.1 ceremony.1 ceremony.2 happening.1 contest.1",
    "feeling": "feeling.1 emotion.1",
    "fire": "fire.1 fire.3",
    "food": "food.1 food.2",
    "furniture": "furniture.1",
    "group": "organization.1 social_group.1 business.1 enterprise.2",
    "idea": "idea.1 belief.1 opinion.1 concept.1",
    "illness": "illness.1 disease.1 symptom.1 injury.1 pain.1 ill_health.1",
    "land": "geological_formation.1 land.1 land.3 land.4",
    "light": "light.1 light.9",
    "liquid": "liquid.1 liquid.3 fluid.1",
    "machine": "machine.1 electronic_equipment.1 computer.1 appliance.2 motor.1 telephone.1",
    "medicine": "medicine.2 drug.1",
    "meeting": "meeting.1 conference.1 gathering.1",
    "money": "money.1 funds.1 income.1 loan.1 capital.1 assets.1 payment.1 security.4",
    "music": "music.1 musical_composition.1 song.1",
    "number": "number.2 percentage.1 definite_quantity.1 sum.1",
    "person": "person.1 people.1",
    "place": "region.1 region.3 area.1 address.2",
    "plan": "plan.1 plan_of_action.1",
    "plant": "plant.2 flower.2",
    "price": "price.2 cost.1 rate.2 fee.1 charge.3 tax.1",
    "problem": "problem.1 problem.2 trouble.1 difficulty.1 difficulty.2 crisis.1",
    "process": "process.6 action.6",
    "quality": "quality.1 trait.1 property.2",
    "relation": "relationship.1 relationship.2 marital_status.1 friendship.1 kinship.1",
    "room": "room.1",
    "rule": "law.2 law.1 rule.1 regulation.1 rule.2 standard.1 legal_document.1",
    "show": "show.3 movie.1 play.1 broadcast.2 broadcast.1 episode.3",
    "smell": "smell.1 smell.2",
    "software": "software.1 computer_file.1 web_site.1",
    "sound": "sound.1 sound.4 noise.1",
    "speech": "speech_act.1 statement.1 speech.1 question.1 word.3",
    "sport": "sport.1 game.1 game.2 athletic_game.1 match.2",
    "substance": "substance.1 material.1 chemical.1",
    "text": "document.1 writing.2 publication.1 text.2 letter.1 message.2",
    "time": "time_period.1 time_unit.1 clock_time.1",
    "tool": "tool.1 implement.1",
    "vehicle": "vehicle.1",
    "water": "body_of_water.1",
    "weapon": "weapon.1",
    "weather": "weather.1 precipitation.3",
    "work": "work.1 job.1 task.1 occupation.1",
}


class WordNet:
    """The nouns of WordNet: which senses a word has, how often each was met, what lies above it."""

    def __init__(self, folder: Path) -> None:
        self._above: dict[str, list[str]] = {}
        self.senses: dict[str, list[str]] = {}
        self.counts: dict[tuple[str, int], int] = {}
        for line in _rows(folder / "data.noun"):
            cells = line.split(" | ")[0].split()
            size = int(cells[3], 16)
            pointers = cells[5 + 2 * size :]
            self._above[cells[0]] = [target for sign, target in zip(pointers[::4], pointers[1::4], strict=False) if sign in ("@", "@i")]
        for line in _rows(folder / "index.noun"):
            cells = line.split()
            self.senses[cells[0]] = cells[-int(cells[2]) :]
        for line in (folder / "cntlist.rev").read_text("utf-8").splitlines():
            sense, number, count = line.split(" ")
            word, _, rest = sense.partition("%")
            if rest.startswith("1:"):
                self.counts[word, int(number)] = int(count)

    @cache  # noqa: B019
    def above(self, sense: str) -> frozenset[str]:
        """``sense`` and all that it lies below."""
        return frozenset((sense,)).union(*(self.above(higher) for higher in self._above[sense]))

    def usual(self, word: str) -> list[str]:
        """The first sense of ``word``, and those that are met nearly as often."""
        own = self.senses.get(word, [])
        first = self.counts.get((word, 1), 0)
        return [sense for number, sense in enumerate(own, 1) if number == 1 or first and self.counts.get((word, number), 0) >= BESIDE_FIRST * first]


def _rows(file: Path) -> Iterator[str]:
    return (line for line in file.read_text("utf-8").splitlines() if not line.startswith("  "))


def main(folder: str) -> None:
    """Print ``noun<TAB>kinds``, sorted."""
    net = WordNet(Path(folder))
    anchors = {kind: {net.senses[word][int(number) - 1] for word, number in (name.rsplit(".", 1) for name in names.split())} for kind, names in ABOVE.items()}
    for line in WORDS.read_text("utf-8").splitlines():
        word, tags, _, lemma = line.split("\t")
        if "n" not in tags or lemma and tags[0] == "N":
            continue
        first, *others = [net.above(sense) for sense in net.usual(word)] or [frozenset[str]()]
        kinds = {kind for kind, senses in anchors.items() if senses & first or kind not in FIRST_OF_ALL and any(senses & other for other in others)}
        kinds |= set(KINDS.get(word, "").split())
        if "animal" in kinds:
            kinds.discard("person")
        if kinds:
            print(word, " ".join(sorted(kinds)), sep="\t")


if __name__ == "__main__":
    main(sys.argv[1])
