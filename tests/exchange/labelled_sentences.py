"""A labelled sample of made-up sentences: what each says of two things, as a reader would put it.

A row is ``sentence | one | other | what it says``: ``+`` or ``-`` where the one acts on the other, ``<+`` or ``<-`` where the other acts
on the one, ``0`` where it says neither for certain.
"""

from __future__ import annotations

from typing import NamedTuple


class Labelled(NamedTuple):
    """One sentence with its label."""

    text: str
    one: str
    other: str
    says: str


ROWS = """
Ketamine blocks the NMDA receptor. | ketamine | NMDA receptor | -
Zinc potently inhibited the activity of GluN2A receptors in cultured neurons. | zinc | GluN2A | -
BDNF release is increased by ketamine. | ketamine | BDNF | +
BDNF was strongly downregulated by corticosterone. | corticosterone | BDNF | -
Stress elevates cortisol. | stress | cortisol | +
Loss of KLF9 increased the expression of BDNF. | KLF9 | BDNF | -
PTEN deficiency enhances mTOR signalling. | PTEN | mTOR | -
Knockdown of REST reduced GRIA2 levels. | REST | GRIA2 | +
The GSK3B inhibitor lithium calms manic rats. | lithium | GSK3B | -
Lithium is a direct inhibitor of GSK3B. | lithium | GSK3B | -
Muscimol is a potent agonist of the GABA-A receptor. | muscimol | GABA-A receptor | +
BDNF-induced activation of TrkB was rapid. | BDNF | TrkB | +
Rapamycin-mediated inhibition of mTORC1 lasted for a day. | rapamycin | mTORC1 | -
Activation of CREB by forskolin was complete. | forskolin | CREB | +
Inhibition of eEF2K by A-484954 raised translation. | A-484954 | eEF2K | -
Calpain promotes the degradation of PSD95. | calpain | PSD95 | -
USP5 prevents degradation of p53. | USP5 | p53 | +
Serotonin was found to stimulate adenylate cyclase. | serotonin | adenylate cyclase | +
Silencing of HDAC4 and REST increased BDNF expression. | REST | BDNF | -
Deletion of both TSC1 and TSC2 activated mTORC1. | TSC2 | mTORC1 | -
Reduced DISC1 increased the activity of PDE4B. | DISC1 | PDE4B | -
Treatment with imipramine significantly reduced CRF expression. | imipramine | CRF | -
Dopamine, via D1 receptors, raised cAMP. | dopamine | cAMP | +
Memantine acts by blocking NMDA receptors. | memantine | NMDA receptors | -
IL6 and TNF increase CRP. | IL6 | CRP | +
TNF increases IL1B and CRP. | TNF | CRP | +
AMPK lowers fat storage and inhibits mTORC1. | AMPK | mTORC1 | -
Expression of ARC is triggered by BDNF in hippocampal slices. | BDNF | ARC | +
The antagonist of CRHR1 abolished ACTH release. | CRHR1 | ACTH | +
An inhibitor of PDE4 increased cAMP levels. | PDE4 | cAMP | -
ERK activity was suppressed by DUSP6 overexpression. | DUSP6 | ERK | -
In the cortex, noradrenaline rapidly augmented BDNF release. | noradrenaline | BDNF | +
Caffeine antagonises adenosine A2A receptors. | caffeine | adenosine A2A receptors | -
GSK3β inactivation by AKT1 is fast. | AKT1 | GSK3B | -
Overexpression of SIRT1 attenuated NF-kB signalling. | SIRT1 | NF-kB | -
Depletion of tryptophan lowers serotonin. | tryptophan | serotonin | +
Serotonin is lowered by depletion of tryptophan. | tryptophan | serotonin | +
CREB increases BDNF transcription. | BDNF | CREB | <+
Calcineurin is inhibited by cyclosporin. | calcineurin | cyclosporin | <-
The COX2 inhibitor celecoxib was given daily. | COX2 | celecoxib | <-
Insulin suppresses FOXO1 activity. | FOXO1 | insulin | <-
Phosphorylation of TrkB is enhanced by fluoxetine. | TrkB | fluoxetine | <+
Ketamine may block the HCN1 channel. | ketamine | HCN1 | 0
Ketamine did not change dopamine. | ketamine | dopamine | 0
Whether BDNF activates AKT1 is unclear. | BDNF | AKT1 | 0
BDNF failed to activate mTOR. | BDNF | mTOR | 0
Ketamine and dopamine were measured. | ketamine | dopamine | 0
Stress raised cortisol, whereas BDNF fell. | stress | BDNF | 0
BDNF binds TrkB. | BDNF | TrkB | 0
Neither zinc nor magnesium blocked AMPA receptors. | magnesium | AMPA receptors | 0
PTEN lies upstream of AKT1. | PTEN | AKT1 | 0
Rats that lack PTEN and express AKT1 were bred. | PTEN | AKT1 | 0
Rapamycin inhibited BDNF-induced synapse growth. | rapamycin | BDNF | 0
TNF increases in IL6 knockout mice. | TNF | IL6 | 0
Ketamine blocked the increase of glutamate caused by stress. | stress | glutamate | +
NBQX reversed what ketamine did to BDNF. | NBQX | BDNF | 0
The effect of ketamine on BDNF was abolished by NBQX. | NBQX | BDNF | 0
Lithium relieved mania, an illness linked to GSK3B. | lithium | GSK3B | 0
Without BDNF, ketamine cannot raise mTOR. | BDNF | mTOR | 0
Potential inhibitors of GSK3B include lithium. | lithium | GSK3B | 0
Fluoxetine, unlike ketamine, raised serotonin. | ketamine | serotonin | 0
Suppression of the habenula lifts mood. | habenula | mood | 0
MAPK1 phosphorylates ELK1. | MAPK1 | ELK1 | 0
TNF causes neuronal loss. | TNF | neuronal loss | +
Estrogen drives PGR expression. | estrogen | PGR | +
Sleep is worse under caffeine. | caffeine | sleep | -
Higher cortisol goes with more stress. | cortisol | stress | 0
"""


def labelled() -> list[Labelled]:
    """The rows."""
    return [Labelled(*(cell.strip() for cell in row.split("|"))) for row in ROWS.strip().splitlines()]
