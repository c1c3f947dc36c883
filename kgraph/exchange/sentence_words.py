"""The words that the sentence rules know: verbs and nouns of effect with their signs, what turns a sign round, what makes a rule abstain.

A table. What is done with it: `sentence_rules.py`; every rule in words: `docs/audit.md`.
"""

from __future__ import annotations

# verb: (base, third person, past and participle, gerund, noun of the action, noun of the agent)
_UP = """
activate activates activated activating activation activator
augment augments augmented augmenting augmentation -
boost boosts boosted boosting - booster
elevate elevates elevated elevating elevation -
elicit elicits elicited eliciting - -
enhance enhances enhanced enhancing enhancement enhancer
evoke evokes evoked evoking - -
facilitate facilitates facilitated facilitating facilitation -
increase increases increased increasing increase -
induce induces induced inducing induction inducer
potentiate potentiates potentiated potentiating potentiation potentiator
promote promotes promoted promoting promotion promoter
raise raises raised raising - -
stimulate stimulates stimulated stimulating stimulation stimulator
transactivate transactivates transactivated transactivating transactivation transactivator
trigger triggers triggered triggering - -
upregulate upregulates upregulated upregulating upregulation upregulator
up-regulate up-regulates up-regulated up-regulating up-regulation -
- - - - - agonist
"""
_DOWN = """
abolish abolishes abolished abolishing abolition -
abrogate abrogates abrogated abrogating abrogation -
antagonise antagonises antagonised antagonising antagonism antagonist
antagonize antagonizes antagonized antagonizing antagonism antagonist
attenuate attenuates attenuated attenuating attenuation -
block blocks blocked blocking blockade blocker
decrease decreases decreased decreasing decrease -
diminish diminishes diminished diminishing - -
downregulate downregulates downregulated downregulating downregulation downregulator
down-regulate down-regulates down-regulated down-regulating down-regulation -
impair impairs impaired impairing impairment -
inactivate inactivates inactivated inactivating inactivation inactivator
inhibit inhibits inhibited inhibiting inhibition inhibitor
lower lowers lowered lowering - -
prevent prevents prevented preventing prevention -
reduce reduces reduced reducing reduction -
repress represses repressed repressing repression repressor
silence silences silenced silencing - -
suppress suppresses suppressed suppressing suppression suppressor
"""
# Nouns that say that there is less of a thing, or that it is stopped: with one of them the sign turns round.
_LESS = """
ablation absence blockade deactivation deficiency deficient degradation deletion depletion disruption downregulation down-regulation
inactivation inhibition knockdown knock-down knockout knock-out lack loss null proteolysis reduction repression shrna silencing sirna
suppression ubiquitination deprivation withdrawal
silence targeting blockage antisense
"""
_NEGATION = "cannot fail failed fails lacks neither no nor not unable unaffected unchanged unlike without instead rather except"
_HEDGE = """
can could hypothesis hypothesise hypothesised hypothesize hypothesized if likely may might perhaps possibility possible possibly
potential potentially presumably probably putative should speculate speculated suggest suggested suggesting suggests unclear unknown
whether would appear appears seem seems predicted
"""
_BE = "am are be been being is was were"
# What may stand between a thing and its verb, or a verb and its thing, without changing what is said.
_FILL = """
a an the this these its their either both each such same whole total basal endogenous human mouse rat murine cellular intracellular neuronal
also directly strongly significantly markedly potently specifically selectively dose dose-dependently rapidly further then thereby thus
strong potent direct marked significant robust selective specific known powerful competitive important
activity activities expression level levels production release secretion phosphorylation mrna protein proteins function signaling signalling
synthesis transcription abundance concentration concentrations content formation accumulation amount amounts pathway
pathways gene genes kinase receptor receptors channel channels enzyme cells cell neurons
treatment administration exposure overexpression itself alone has have had to shown found reported demonstrated observed able
acts act works thereafter subsequently and/or ability capacity
"""
_PREPOSITIONS = {"of": "of", "in": "in", "on": "in", "by": "by", "through": "by", "via": "by", "and": "and", "or": "and", ",": ","}

KINDS: dict[str, str] = {}
for _sign, _table in (("+", _UP), ("-", _DOWN)):
    for _line in _table.strip().splitlines():
        *_verb, _agent = _line.split()
        KINDS |= {_word: kind + _sign for _word, kind in zip(_verb, "VVDGN", strict=True)}
        KINDS |= {_agent: f"A{_sign}", f"{_agent}s": f"A{_sign}"}
KINDS |= {"increase": "X+", "decrease": "X-", "block": "V-"}
KINDS |= dict.fromkeys(_FILL.split(), "f") | dict.fromkeys(_BE.split(), "be") | _PREPOSITIONS
KINDS |= dict.fromkeys(_NEGATION.split(), "NOT") | dict.fromkeys(_HEDGE.split(), "MAY")
KINDS.pop("-")
KINDS.pop("-s")
LESS = frozenset(_LESS.split())
"""Words that turn the sign of the thing that they stand with."""
HYPHENATED = {
    "induced": "+",
    "stimulated": "+",
    "activated": "+",
    "evoked": "+",
    "triggered": "+",
    "mediated": "",
    "inhibited": "-",
    "suppressed": "-",
}
"""``X-induced Y``: what X does to Y; ``-mediated`` leaves it to the noun that follows."""
