"""How something is done against what: "opened slowly", but "lacks flexibility"."""

from __future__ import annotations

from pipeline.english.inflection.verb_forms import bare
from pipeline.english.sentence.place import Place
from pipeline.english.vocabulary import words

# Verbs whose object may be a quality.
_OF_QUALITIES = frozenset(
    """
    lack need require show value seek restore achieve bring have gain lose keep maintain improve ensure guarantee enhance emphasize emphasise stress want promote increase reduce provide offer demonstrate feel cause create display prove test
    admire appreciate prefer love like hate fear pursue demand advocate encourage preserve protect destroy undermine affect add exude radiate express hide conceal avoid combine exploit deserve deny doubt question confirm measure check find mean
    symbolize symbolise represent embody reflect convey choose regain give lend strengthen boost raise lower weaken hinder praise mention discuss describe know learn understand see sense recognize recognise respect call include involve suggest
    underline highlight reveal crave sacrifice balance favor favour hinge signal spell trade treat consider miss remember forget confront face overcome resent begin start stop finish continue resume try criticize criticise attack hear taste smell get make use envy mock tolerate accept take inspire arouse share spread bear betray radiate deepen feign report announce post suffer incur record expect predict forecast propose plan order request support oppose welcome reject approve sign launch end prevent handle investigate survive discuss plead promise regret
    """.split()
)


def asks_how(place: Place) -> bool:
    """True right behind a verb that hardly takes a quality as its object: an adjective there tells how rather than what."""
    here = place.before(0)
    helper = next((t for t in place.left[1:] if t.tag != "r"), here)
    going_on = here.tag == "g" and helper.tag == "B" and place.ended
    if here.tag not in ("d", "z", "v", "b", "p") and not going_on or place.noun_follows or place.object_follows and not place.time_follows:
        return False
    return bare(here.lower) not in _OF_QUALITIES and words.lemma(here.lower) not in _OF_QUALITIES
