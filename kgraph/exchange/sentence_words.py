"""The words that the sentence rules know: verbs and nouns of effect with their signs, what turns a sign round, what makes a rule abstain.

A table. What is done with it: `sentence_rules.py`; every rule in words: `docs/audit.md`.
"""

from __future__ import annotations

# verb: (base, third person, past and participle, gerund, noun of the action, noun of the agent)
_UP = """
activate activates activated activating activation activator
augment augments augmented augmenting augmentation -
bring-about brings-about brought-about bringing-about - -
boost boosts boosted boosting - booster
cause causes caused causing - -
drive drives drove driving - -
elevate elevates elevated elevating elevation -
elicit elicits elicited eliciting - -
enhance enhances enhanced enhancing enhancement enhancer
evoke evokes evoked evoking - -
excite excites excited exciting excitation -
facilitate facilitates facilitated facilitating facilitation -
increase increases increased increasing increase -
heighten heightens heightened heightening - -
induce induces induced inducing induction inducer
lead-to leads-to led-to leading-to - -
potentiate potentiates potentiated potentiating potentiation potentiator
promote promotes promoted promoting promotion -
raise raises raised raising - -
result-in results-in resulted-in resulting-in - -
stabilise stabilises stabilised stabilising stabilisation stabiliser
stabilize stabilizes stabilized stabilizing stabilization stabilizer
stimulate stimulates stimulated stimulating stimulation stimulator
transactivate transactivates transactivated transactivating transactivation transactivator
trigger triggers triggered triggering - -
upregulate upregulates upregulated upregulating upregulation upregulator
up-regulate up-regulates up-regulated up-regulating up-regulation -
- - - - - agonist
- - - - - co-agonist
- - - - - coactivator
"""
_DOWN = """
abolish abolishes abolished abolishing abolition -
abrogate abrogates abrogated abrogating abrogation -
antagonise antagonises antagonised antagonising antagonism antagonist
antagonize antagonizes antagonized antagonizing antagonism antagonist
attenuate attenuates attenuated attenuating attenuation -
block blocks blocked blocking blockade blocker
decrease decreases decreased decreasing decrease -
blunt blunts blunted blunting - -
counteract counteracts counteracted counteracting - -
curtail curtails curtailed curtailing - -
dampen dampens dampened dampening - -
deactivate deactivates deactivated deactivating deactivation -
degrade degrades degraded degrading - -
deplete depletes depleted depleting - -
destabilise destabilises destabilised destabilising destabilisation -
destabilize destabilizes destabilized destabilizing destabilization -
diminish diminishes diminished diminishing - -
downregulate downregulates downregulated downregulating downregulation downregulator
down-regulate down-regulates down-regulated down-regulating down-regulation -
hydrolyse hydrolyses hydrolysed hydrolysing - -
hydrolyze hydrolyzes hydrolyzed hydrolyzing - -
impair impairs impaired impairing impairment -
inactivate inactivates inactivated inactivating inactivation inactivator
inhibit inhibits inhibited inhibiting inhibition inhibitor
lower lowers lowered lowering - -
prevent prevents prevented preventing prevention -
reduce reduces reduced reducing reduction -
repress represses repressed repressing repression repressor
silence silences silenced silencing - -
reverse reverses reversed reversing reversal -
restrain restrains restrained restraining - -
suppress suppresses suppressed suppressing suppression suppressor
"""
# Nouns that say that there is less of a thing, or that it is stopped: with one of them the sign turns round.
_LESS = """
ablation absence blockade deactivation deficiency deficient degradation deletion depletion disruption downregulation down-regulation
inactivation inhibition knockdown knock-down knockout knock-out lack loss null proteolysis reduction repression shrna silencing sirna
suppression ubiquitination deprivation withdrawal silence targeting blockage antisense interference insufficiency haploinsufficiency
deficit ubiquitylation degrading
"""
_MORE_THAN = "higher greater more stronger elevated"
_LESS_THAN = "lower less fewer weaker smaller reduced blunted"
# Words on how two things stand to each other; a pattern does not pass them.
_STOPS = """
affinity binding containing dependence dependent effect effects encoding expressing interaction interacting response responses
responsiveness mediated driven resistance sensitivity sensitization tolerance dependant ratio towards toward carrying bearing
lacking role versus vs desensitization independent independently correlated correlates correlation
"""
_SHOWING = "showed shows show exhibited exhibits exhibit displayed displays display had has have"
_AFTER = "after following upon under"
_NEGATION = "cannot fail failed fails lacks neither no nor not unable unaffected unchanged unlike without instead rather except"
_HEDGE = """
could hypothesis hypothesise hypothesised hypothesize hypothesized if likely may might perhaps possibility possible possibly potential
potentially presumably probably putative should speculate speculated unclear unknown whether would propose proposed proposes
hypothesizing appear appears seem seems predicted
"""
_BE = "am are be been being is was were"
# What may stand between a thing and its verb, or a verb and its thing, without changing what is said.
_FILL = """
a an the this these its their either both each such same whole total basal endogenous human mouse rat murine cellular intracellular
neuronal also directly strongly significantly markedly potently specifically selectively dose dose-dependently rapidly further then
thereby thus strong alpha beta gamma delta potent direct marked significant competitive cortical hippocampal neural acute chronic mice
rats patients animals microglia astrocytes macrophages inflammasome promoter complex surface robust selective specific known powerful
important activity activities expression level levels production release secretion phosphorylation mrna protein proteins function
signaling signalling synthesis transcription abundance concentration concentrations content formation accumulation amount amounts
pathway pathways gene genes kinase receptor receptors channel channels enzyme cells cell neurons treatment administration exposure
overexpression itself alone shown found can ligand turn application injection infusion extracellular reported demonstrated observed able
acts act works thereafter subsequently and/or ability capacity
"""
_PREPOSITIONS = {
    "at": "in",
    "within": "in",
    "to": "to",
    "which": "W",
    "that": "W",
    "thus": "f",
    "of": "of",
    "in": "in",
    "on": "in",
    "by": "by",
    "through": "by",
    "via": "by",
    "and": "and",
    "or": "and",
    ",": ",",
}

KINDS: dict[str, str] = {}
for _sign, _table in (("+", _UP), ("-", _DOWN)):
    for _line in _table.strip().splitlines():
        *_verb, _agent = _line.split()
        KINDS |= {_word: kind + _sign for _word, kind in zip(_verb, "VVDGN", strict=True)}
        KINDS |= {_agent: f"A{_sign}", f"{_agent}s": f"A{_sign}"}
KINDS |= dict.fromkeys(_SHOWING.split(), "Q") | dict.fromkeys(_AFTER.split(), "T") | dict.fromkeys(_STOPS.split(), "z")
KINDS |= dict.fromkeys([word for word in _MORE_THAN.split() if word not in KINDS], "J+")
KINDS |= dict.fromkeys([word for word in _LESS_THAN.split() if word not in KINDS], "J-")
KINDS |= {"increase": "X+", "decrease": "X-", "block": "V-"}
KINDS |= dict.fromkeys(_FILL.split(), "f") | dict.fromkeys(_BE.split(), "be") | _PREPOSITIONS
KINDS |= dict.fromkeys(_NEGATION.split(), "NOT") | dict.fromkeys(_HEDGE.split(), "MAY")
KINDS.pop("-")
KINDS.pop("-s")
PHRASES = (
    (r"\bnegatively (?:regulate|control|modulate)(s|d|ing)?\b", r"inhibit\1"),
    (r"\bpositively (?:regulate|control|modulate)(s|d|ing)?\b", r"promote\1"),
    (r"\bnegative (?:regulator|modulator)(s?)\b", r"inhibitor\1"),
    (r"\bpositive (?:regulator|modulator)(s?)\b", r"activator\1"),
    (r"\binhibitd\b", "inhibited"),
    (r"\bpromoteing\b", "promoting"),
    (r"\b(lead|leads|led|leading) to\b", r"\1-to"),
    (r"\b(result|results|resulted|resulting) in\b", r"\1-in"),
    (r"\b(bring|brings|brought|bringing) about\b", r"\1-about"),
    (r"\b(down|up) (regulat\w+)", r"\1-\2"),
    (r"\b(?:act|acts|acted|acting|function|functions|functioned|serve|serves|served) as\b", "is"),
    (r"\b(?:(?:that|which|who) )?(?:received|receiving|treated with|exposed to|given|in response to|in the presence of)\b", "after"),
    (r"\bin (?:the )?absence of\b", "in loss of"),
    (r"\bloss[- ]of[- ]function (?:mutations?|variants?|alleles?) (?:in|of)\b", "loss of"),
    (r"\bgain[- ]of[- ]function (?:mutations?|variants?|alleles?) (?:in|of)\b", "overexpression"),
    (r"\b(?:over-?express(?:ing|ed))\b", "overexpression"),
    (r"\b(sirna|shrna|antisense|oligonucleotides?) (?:to|for|against|targeting)\b", "loss of"),
    (r"\bantisense (?=loss of)", ""),
    (r"\s?-/-", " knockout"),
    (r"\bdominant[- ]negative (?:mutant |form |version )?(?:of )?", "loss of "),
    (
        r"^\W*(?:reduced|decreased|lower|lowered|diminished|low|insufficient) (?:levels?|amounts?|expression|activity|abundance) of\b",
        "loss of",
    ),
    (r"\bin turn\b", "then"),
)
"""Ways of saying, and the words that they are read as."""
LESS = frozenset(_LESS.split())
"""Words that turn the sign of the thing that they stand with."""
HYPHENATED = {
    "induced": "+",
    "stimulated": "+",
    "activated": "+",
    "evoked": "+",
    "triggered": "+",
    "mediated": "",
    "dependent": "",
    "driven": "+",
    "elicited": "+",
    "blocked": "-",
    "inhibited": "-",
    "suppressed": "-",
}
"""``X-induced Y``: what X does to Y; ``-mediated`` leaves it to the noun that follows."""
