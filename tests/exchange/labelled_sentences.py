"""Labelled samples of made-up sentences: what each says of two things, as a reader would put it.

A row is ``sentence | one | other | what it says``: ``+`` or ``-`` where the one acts on the other, ``<+`` or ``<-`` where the other acts
on the one, ``0`` where it says neither for certain. The rules were made with `DEVELOPMENT` at hand. `HELD_OUT` was written before they were
widened, with every second sentence of one list, and only measured: whoever mends a rule with a sentence of it moves that sentence.
"""

from __future__ import annotations

from typing import NamedTuple


class Labelled(NamedTuple):
    """One sentence with its label."""

    text: str
    one: str
    other: str
    says: str


DEVELOPMENT = """
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
Chronic stress led to a marked reduction in hippocampal BDNF. | stress | BDNF | -
In mice lacking FKBP5, the cortisol response was blunted. | FKBP5 | cortisol | +
Glutamate release from cortical slices was diminished after application of riluzole. | riluzole | glutamate | -
TrkB activation by ketamine requires membrane cholesterol. | ketamine | TrkB | +
Dexamethasone did not alter FKBP5 in these cells. | dexamethasone | FKBP5 | 0
Valproate, which inhibits HDAC1, was given for three weeks. | valproate | HDAC1 | -
Levels of GFAP were reduced in the prefrontal cortex of rats exposed to stress. | stress | GFAP | -
Our results indicate that REST represses GRIN2B transcription. | REST | GRIN2B | -
Naloxone antagonized the effect of morphine on cAMP. | morphine | cAMP | 0
MECP2 phosphorylation relieves repression of BDNF. | MECP2 | BDNF | 0
Cells transfected with siRNA against PTEN showed elevated AKT1 phosphorylation. | PTEN | AKT1 | -
Treatment of astrocytes with TNF upregulated GLUL. | TNF | GLUL | +
EGR1 expression was significantly reduced by MK-801. | MK-801 | EGR1 | -
MK-801 but not memantine reduced EGR1. | memantine | EGR1 | 0
MK-801 but not memantine reduced EGR1. | MK-801 | EGR1 | -
Growth hormone release is stimulated by apomorphine and inhibited by pirenzepine. | pirenzepine | growth hormone | -
Growth hormone release is stimulated by apomorphine and inhibited by pirenzepine. | apomorphine | growth hormone | +
By inhibiting MAOA, clorgyline raises serotonin. | clorgyline | MAOA | -
By inhibiting MAOA, clorgyline raises serotonin. | clorgyline | serotonin | +
COMT degrades dopamine in the prefrontal cortex. | COMT | dopamine | -
DUSP1 is a negative regulator of MAPK1. | DUSP1 | MAPK1 | -
DUSP1 negatively regulates MAPK1 in stressed rats. | DUSP1 | MAPK1 | -
NR3C1 regulates FKBP5. | NR3C1 | FKBP5 | 0
Ketamine-induced suppression of GSK3B was seen within an hour. | ketamine | GSK3B | -
GSK3B inhibition by lithium protects neurons. | lithium | GSK3B | -
In contrast to haloperidol, clozapine raised dopamine in the cortex. | haloperidol | dopamine | 0
In contrast to haloperidol, clozapine raised dopamine in the cortex. | clozapine | dopamine | +
TSC2 acts as an inhibitor of mTORC1. | TSC2 | mTORC1 | -
AKT1 phosphorylates TSC2 and inhibits it. | AKT1 | TSC2 | -
BDNF is required for the survival of PVALB neurons. | BDNF | PVALB neurons | +
Ketamine increased BDNF but had no effect on VEGF. | ketamine | VEGF | 0
Ketamine increased BDNF but had no effect on VEGF. | ketamine | BDNF | +
Overexpression of DNMT1 lowered GAD1 mRNA. | DNMT1 | GAD1 | -
RELN expression was increased by valproic acid in cortical neurons. | valproic acid | RELN | +
When CACNA1C was deleted, CREB1 phosphorylation was decreased. | CACNA1C | CREB1 | +
A reduction in GABRA2 was caused by ethanol. | ethanol | GABRA2 | -
Long exposure to ethanol produced upregulation of GRIN1. | ethanol | GRIN1 | +
Diazepam potentiates GABA-A receptor currents. | diazepam | GABA-A receptor | +
Bicuculline, a competitive GABA-A receptor antagonist, evoked seizures. | bicuculline | GABA-A receptor | -
The selective TrkB agonist DHF raised spine density. | DHF | TrkB | +
ANA-12, a TrkB antagonist, prevented the effect of ketamine. | ANA-12 | TrkB | -
NBQX blocks AMPA receptors, so that ketamine no longer raises BDNF. | NBQX | AMPA receptors | -
Orexin neurons are excited by ghrelin. | ghrelin | orexin neurons | +
Ghrelin increases, whereas leptin decreases, NPY expression. | leptin | NPY | -
Ghrelin increases, whereas leptin decreases, NPY expression. | ghrelin | NPY | +
ACTH stimulates cortisol, which in turn inhibits ACTH. | ACTH | cortisol | +
ACTH stimulates cortisol, which in turn inhibits ACTH. | cortisol | ACTH | -
Vasopressin synergizes with CRH to stimulate ACTH. | CRH | ACTH | +
Mifepristone reverses dexamethasone-induced suppression of POMC. | dexamethasone | POMC | -
Mifepristone reverses dexamethasone-induced suppression of POMC. | mifepristone | POMC | +
HSD11B1 converts cortisone into cortisol. | HSD11B1 | cortisol | +
We asked if zinc inhibits GRIN2A. | zinc | GRIN2A | 0
GRIN2A is inhibited by zinc at nanomolar concentrations. | zinc | GRIN2A | -
Glycine and D-serine are co-agonists of NMDA receptors. | D-serine | NMDA receptors | +
Quinolinic acid activates NMDA receptors and kills neurons. | quinolinic acid | NMDA receptors | +
Interferon gamma strongly induced the expression of IDO1 in microglia. | interferon gamma | IDO1 | +
Minocycline attenuates IL1B production by microglia. | minocycline | IL1B | -
Blockade of P2RX7 prevented IL1B release. | P2RX7 | IL1B | +
Nlrp3 knockout mice had less IL1B after stress. | NLRP3 | IL1B | +
Wnt signalling stabilises CTNNB1. | Wnt | CTNNB1 | +
DKK1 antagonizes Wnt signalling. | DKK1 | Wnt | -
Electroconvulsive shock enhanced the expression of VEGF and BDNF. | electroconvulsive shock | BDNF | +
Running wheels increased BDNF and, surprisingly, lowered NPY. | running wheels | NPY | -
Caffeine blocks adenosine receptors, which normally inhibit dopamine release. | adenosine receptors | dopamine | -
Caffeine blocks adenosine receptors, which normally inhibit dopamine release. | caffeine | dopamine | 0
Amphetamine reverses SLC6A3 and so releases dopamine. | amphetamine | dopamine | +
Escitalopram binds SLC6A4 and inhibits serotonin uptake. | escitalopram | serotonin uptake | -
5-HT1A receptors inhibit adenylyl cyclase. | 5-HT1A | adenylyl cyclase | -
Rolipram elevates cAMP by inhibiting PDE4B. | rolipram | PDE4B | -
The PDE4B inhibitor rolipram enhanced cAMP signaling. | PDE4B | cAMP | -
Gain-of-function mutations of CACNA1C increase calcium influx. | CACNA1C | calcium influx | +
Calcium influx through CACNA1C activates CREB1. | CACNA1C | CREB1 | +
Phosphorylation of CREB1 by CAMK4 increases BDNF transcription. | CAMK4 | BDNF | +
Phosphorylation of CREB1 by CAMK4 increases BDNF transcription. | CREB1 | BDNF | +
By blocking NMDA receptors at rest, ketamine deactivates eEF2K. | ketamine | eEF2K | -
HNK does not inhibit NMDA receptors at these doses. | HNK | NMDA receptors | 0
Low doses of HNK failed to raise BDNF. | HNK | BDNF | 0
It remains to be seen whether HNK activates TrkB. | HNK | TrkB | 0
Homer1a uncouples and thereby activates mGluR5. | Homer1a | mGluR5 | +
Immobility is reduced by MPEP. | MPEP | immobility | -
Activation of mGluR2 reduces glutamate release. | mGluR2 | glutamate | -
Neither stress nor corticosterone altered GRM2. | corticosterone | GRM2 | 0
FOSB accumulates after repeated cocaine. | cocaine | FOSB | +
HDAC5 inhibits, and cocaine activates, NK1R. | HDAC5 | NK1R | -
HDAC5 inhibits, and cocaine activates, NK1R. | cocaine | NK1R | +
Cells overexpressing SNCA had lower TH activity. | SNCA | TH | -
TH activity is decreased when SNCA accumulates. | SNCA | TH | -
LRRK2 inhibitors restored RAB10. | LRRK2 | RAB10 | -
Amyloid beta induced tau phosphorylation in primary neurons. | amyloid beta | tau | +
BACE1 cleaves APP. | BACE1 | APP | 0
Overexpressed miR-132 suppressed MECP2 protein. | miR-132 | MECP2 | -
Antisense oligonucleotides to miR-132 raised MECP2. | miR-132 | MECP2 | -
Wortmannin prevented insulin from activating AKT1. | insulin | AKT1 | 0
Insulin resistance is caused by TNF. | TNF | insulin | 0
Testosterone reduces, rather than increases, SERT density. | testosterone | SERT | -
Oxytocin decreases anxiety and cortisol. | oxytocin | cortisol | -
Propranolol is thought to lower anxiety by blocking beta receptors. | propranolol | anxiety | 0
Yohimbine blocks alpha2 receptors and thereby increases noradrenaline. | yohimbine | noradrenaline | +
"""
HELD_OUT = """
Fluoxetine treatment resulted in increased BDNF mRNA in the dentate gyrus. | fluoxetine | BDNF | +
SGK1 levels were higher in rats treated with corticosterone than in controls. | corticosterone | SGK1 | +
Imipramine caused a decrease in the number of CRHR1 binding sites. | imipramine | CRHR1 | -
Administration of scopolamine led to an increase in mTORC1 signaling. | scopolamine | mTORC1 | +
It has been proposed that lithium might inhibit IMPA1. | lithium | IMPA1 | 0
Knockout of HTR1A in mice increased anxiety. | HTR1A | anxiety | -
Quinpirole decreased cAMP accumulation, and this was blocked by raclopride. | quinpirole | cAMP | -
Quinpirole decreased cAMP accumulation, and this was blocked by raclopride. | raclopride | cAMP | +
Morphine leads to activation of OPRM1. | morphine | OPRM1 | +
The increase in ARC after BDNF was abolished by rapamycin. | rapamycin | ARC | -
The increase in ARC after BDNF was abolished by rapamycin. | BDNF | ARC | +
SIRT1 deacetylates and thereby inactivates p53. | SIRT1 | p53 | -
IL6 is a target of NFKB1 and is induced by it. | NFKB1 | IL6 | 0
TNF treatment of astrocytes downregulated SLC1A2. | TNF | SLC1A2 | -
Both MK-801 and ketamine reduced EGR1. | ketamine | EGR1 | -
Apomorphine stimulates the release of growth hormone. | apomorphine | growth hormone | +
Reserpine depletes noradrenaline from nerve endings. | reserpine | noradrenaline | -
Serotonin is degraded by MAOA. | MAOA | serotonin | -
Tolcapone increases dopamine through inhibition of COMT. | tolcapone | COMT | -
Tolcapone increases dopamine through inhibition of COMT. | tolcapone | dopamine | +
CREB1 is a positive regulator of BDNF transcription. | CREB1 | BDNF | +
CREB1 positively regulates FOS. | CREB1 | FOS | +
Stress-induced elevation of corticosterone was absent in adrenalectomized rats. | stress | corticosterone | +
Lithium-mediated GSK3B inhibition protects neurons. | lithium | GSK3B | -
Rapamycin-sensitive BDNF translation was measured. | rapamycin | BDNF | 0
PER2 and CRY1 inhibit CLOCK. | PER2 | CLOCK | -
We found that the TSC1-TSC2 complex inhibits mTORC1. | TSC1 | mTORC1 | -
AKT1 inhibits TSC2, an inhibitor of mTORC1. | AKT1 | TSC2 | -
AKT1 inhibits TSC2, an inhibitor of mTORC1. | TSC2 | mTORC1 | -
AKT1 inhibits TSC2, an inhibitor of mTORC1. | AKT1 | mTORC1 | 0
VEGF is necessary for ketamine to act. | VEGF | ketamine | 0
The decrease of GAD1 in schizophrenia is associated with DNMT1. | DNMT1 | GAD1 | 0
Exposure to valproic acid induced hyperacetylation and increased RELN expression. | valproic acid | RELN | +
RELN expression was increased in animals that received valproic acid. | valproic acid | RELN | +
DISC1 knockdown resulted in decreased SYP. | DISC1 | SYP | +
Ethanol causes a reduction in GABRA2. | ethanol | GABRA2 | -
Diazepam enhances the affinity of GABA for its receptor. | diazepam | GABA | 0
Flumazenil is an antagonist at the GABA-A receptor. | flumazenil | GABA-A receptor | -
Picrotoxin acts as a GABA-A receptor blocker. | picrotoxin | GABA-A receptor | -
The TrkB antagonist ANA-12 prevented the effect of ketamine. | ANA-12 | TrkB | -
Ketamine's effect was prevented by the AMPA receptor antagonist NBQX. | NBQX | AMPA receptor | -
The antidepressant action of ketamine was not seen after NBQX. | NBQX | ketamine | 0
Leptin suppresses orexin neurons. | leptin | orexin neurons | -
Cortisol exerts negative feedback on CRH release. | cortisol | CRH | -
CRH, released from the hypothalamus, stimulates ACTH secretion. | CRH | ACTH | +
Dexamethasone suppression of cortisol was incomplete. | dexamethasone | cortisol | -
Metyrapone inhibits the synthesis of cortisol. | metyrapone | cortisol | -
The expression of HCRT correlates with that of ghrelin. | ghrelin | HCRT | 0
Zinc inhibits GRIN2A at nanomolar concentrations. | zinc | GRIN2A | -
Magnesium ions block NMDA receptors at rest. | magnesium | NMDA receptors | -
Kynurenic acid lowers glutamate, dopamine and acetylcholine. | kynurenic acid | dopamine | -
Kynurenic acid lowers glutamate, dopamine and acetylcholine. | kynurenic acid | acetylcholine | -
IDO1 is induced by interferon gamma. | interferon gamma | IDO1 | +
Interferon gamma induces IDO1, resulting in depletion of tryptophan. | IDO1 | tryptophan | 0
Interferon gamma induces IDO1, resulting in depletion of tryptophan. | interferon gamma | IDO1 | +
P2RX7 antagonists reduce the release of IL1B. | P2RX7 | IL1B | +
NLRP3 deficiency protects against IL1B elevation. | NLRP3 | IL1B | +
Pharmacological inhibition of GSK3B with AR-A014418 increased CTNNB1. | GSK3B | CTNNB1 | -
Pharmacological inhibition of GSK3B with AR-A014418 increased CTNNB1. | AR-A014418 | GSK3B | -
GSK3B targets CTNNB1 for degradation. | GSK3B | CTNNB1 | -
Increased DKK1 was found in patients with low Wnt. | DKK1 | Wnt | 0
VEGF and BDNF were upregulated by electroconvulsive shock. | electroconvulsive shock | VEGF | +
Sleep deprivation elevates adenosine. | sleep | adenosine | -
Methylphenidate inhibits the dopamine transporter SLC6A3. | methylphenidate | SLC6A3 | -
Cocaine increases extracellular dopamine by blocking SLC6A3. | cocaine | SLC6A3 | -
Cocaine increases extracellular dopamine by blocking SLC6A3. | cocaine | dopamine | +
SLC6A4 is blocked by escitalopram. | escitalopram | SLC6A4 | -
Forskolin, an activator of adenylyl cyclase, elevated cAMP. | forskolin | adenylyl cyclase | +
Forskolin, an activator of adenylyl cyclase, elevated cAMP. | forskolin | cAMP | +
PDE4B hydrolyses cAMP. | PDE4B | cAMP | -
Loss-of-function mutations in PDE4B increase cAMP. | PDE4B | cAMP | -
Nifedipine reduced calcium influx and blocked CACNA1C. | nifedipine | CACNA1C | -
CAMK4 phosphorylates CREB1, leading to its activation. | CAMK4 | CREB1 | +
Inactivation of eEF2K increases BDNF translation. | eEF2K | BDNF | -
Ketamine, through deactivation of eEF2K, desuppresses BDNF translation. | ketamine | BDNF | +
HNK seems to act independently of NMDA receptors. | HNK | NMDA receptors | 0
HNK enhances AMPA receptor transmission in the hippocampus. | HNK | AMPA receptor | +
Homer1a expression was triggered by sleep loss. | sleep loss | Homer1a | +
MPEP, an mGluR5 antagonist, reduces immobility. | MPEP | mGluR5 | -
LY341495 blocks mGluR2 and increases glutamate. | LY341495 | glutamate | +
LY341495 blocks mGluR2 and increases glutamate. | LY341495 | mGluR2 | -
Glutamate release is reduced upon activation of mGluR2. | mGluR2 | glutamate | -
Acetyl-L-carnitine rescued the stress-induced decrease in GRM2. | stress | GRM2 | -
Acetyl-L-carnitine rescued the stress-induced decrease in GRM2. | acetyl-L-carnitine | GRM2 | +
FOSB represses FOS and induces GRIA2. | FOSB | GRIA2 | +
FOSB represses FOS and induces GRIA2. | FOSB | FOS | -
Suppressing HDAC5 with siRNA raised NK1R. | HDAC5 | NK1R | -
SNCA overexpression led to a dose-dependent decrease of TH. | SNCA | TH | -
PINK1 loss impairs PRKN recruitment. | PINK1 | PRKN | +
Amyloid beta impairs LTP and increases tau phosphorylation. | amyloid beta | LTP | -
Tau phosphorylation was induced by amyloid beta but reduced by lithium. | lithium | tau | -
Tau phosphorylation was induced by amyloid beta but reduced by lithium. | amyloid beta | tau | +
miR-29 targets BACE1 and lowers its expression. | miR-29 | BACE1 | -
miR-132 is a repressor of MECP2. | miR-132 | MECP2 | -
Insulin-stimulated AKT1 phosphorylation was weaker in patients. | insulin | AKT1 | +
Wortmannin prevented insulin-induced AKT1 activation. | wortmannin | AKT1 | -
Estradiol increased, and ovariectomy decreased, SERT density. | estradiol | SERT | +
Oxytocin dampens amygdala activity. | oxytocin | amygdala | -
High anxiety predicts low oxytocin. | anxiety | oxytocin | 0
Clonidine lowers noradrenaline via alpha2 receptors. | clonidine | noradrenaline | -
Yohimbine-induced noradrenaline release was reduced by clonidine. | yohimbine | noradrenaline | +
Yohimbine-induced noradrenaline release was reduced by clonidine. | clonidine | noradrenaline | -
"""


def labelled(rows: str = DEVELOPMENT) -> list[Labelled]:
    """The rows of a sample."""
    return [Labelled(*(cell.strip() for cell in row.split("|"))) for row in rows.strip().splitlines()]
