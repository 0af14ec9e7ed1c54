"""The steps of the pipeline, one file each. A step is a frozen dataclass that takes a Document and returns a new one.

``STAGES`` names them; ``ORDER`` is the flow: find, read settings, keep, propose, choose, check, remark. ``FLUENCY`` and ``CALQUES`` run only where they are asked for.
"""

STAGES = {
    "find_han": "pipeline.stages.find_han:FindHan",
    "find_marks": "pipeline.stages.find_marks:FindMarks",
    "find_kana": "pipeline.stages.find_kana:FindKana",
    "read_settings": "pipeline.stages.read_settings:ReadSettings",
    "keep_decided": "pipeline.stages.keep_decided:KeepDecided",
    "keep_document": "pipeline.stages.keep_document:KeepDocument",
    "keep_loops": "pipeline.stages.keep_loops:KeepLoops",
    "keep_listed": "pipeline.stages.keep_listed:KeepListed",
    "keep_glossed": "pipeline.stages.keep_glossed:KeepGlossed",
    "keep_named": "pipeline.stages.keep_named:KeepNamed",
    "keep_ignored": "pipeline.stages.keep_ignored:KeepIgnored",
    "propose_glosses": "pipeline.stages.propose_glosses:ProposeGlosses",
    "propose_affixes": "pipeline.stages.propose_affixes:ProposeAffixes",
    "propose_doublings": "pipeline.stages.propose_doublings:ProposeDoublings",
    "propose_memory": "pipeline.stages.propose_memory:ProposeMemory",
    "propose_terms": "pipeline.stages.propose_terms:ProposeTerms",
    "propose_numbers": "pipeline.stages.propose_numbers:ProposeNumbers",
    "propose_names": "pipeline.stages.propose_names:ProposeNames",
    "propose_complements": "pipeline.stages.propose_complements:ProposeComplements",
    "propose_helpers": "pipeline.stages.propose_helpers:ProposeHelpers",
    "propose_circumpositions": "pipeline.stages.propose_circumpositions:ProposeCircumpositions",
    "propose_prepositions": "pipeline.stages.propose_prepositions:ProposePrepositions",
    "propose_collocations": "pipeline.stages.propose_collocations:ProposeCollocations",
    "propose_contexts": "pipeline.stages.propose_contexts:ProposeContexts",
    "propose_composition": "pipeline.stages.propose_composition:ProposeComposition",
    "propose_literal": "pipeline.stages.propose_literal:ProposeLiteral",
    "propose_marks": "pipeline.stages.propose_marks:ProposeMarks",
    "propose_translation": "pipeline.stages.propose_translation:ProposeTranslation",
    "choose": "pipeline.stages.choose:Choose",
    "weigh_fluency": "pipeline.stages.weigh_fluency:WeighFluency",
    "check_gates": "pipeline.stages.check_gates:CheckGates",
    "remark_wordings": "pipeline.stages.remark_wordings:RemarkWordings",
    "remark_calques": "pipeline.stages.remark_calques:RemarkCalques",
}
FLUENCY, CALQUES = "weigh_fluency", "remark_calques"
ORDER = tuple(name for name in STAGES if name not in (FLUENCY, CALQUES))
