"""The fixed words of every view in English and Chinese: signs, layers, certainty, aspects, verbs. No sentence is built here."""

from __future__ import annotations

from kgraph.model import Bearing, Certainty, Change, Label, Layer, Sign


def _label(en: str, zh: str) -> Label:
    return Label(en=en, zh=zh)


ARROW = {Sign.PLUS: "▶", Sign.MINUS: "⊣", Sign.UNKNOWN: "◇"}
SIGN_TEXT = {Sign.PLUS: "+", Sign.MINUS: "−", Sign.UNKNOWN: "?"}
SIGN_NAME = {
    Sign.PLUS: _label("increases", "升高"),
    Sign.MINUS: _label("decreases", "降低"),
    Sign.UNKNOWN: _label("sign not reported", "方向未报告"),
}
LAYER = {
    Layer.REVIEW: _label("review", "综述"),
    Layer.BACKGROUND: _label("background", "背景"),
    Layer.DERIVED: _label("derived", "推导"),
}
LAYER_MEANING = {
    Layer.REVIEW: _label("the review states it", "综述所述"),
    Layer.BACKGROUND: _label("a source of its own states it", "由其自身来源所述"),
    Layer.DERIVED: _label("concluded by a rule from premises it names", "由规则从所列前提推得"),
}
LAYER_BADGE = {Layer.REVIEW: "R", Layer.BACKGROUND: "B", Layer.DERIVED: "D"}
BEARING = {Bearing.SUPPORTS: _label("supports", "支持"), Bearing.DISPUTES: _label("disputes", "质疑")}
CERTAINTY = {
    Certainty.SHOWN: _label("shown", "已证明"),
    Certainty.STATED: _label("stated", "直陈"),
    Certainty.ATTRIBUTED: _label("attributed", "据认为"),
    Certainty.POSSIBLE: _label("possible", "可能"),
}
CHANGE = {
    Change.RAISED: _label("raised", "升高"),
    Change.LOWERED: _label("lowered", "降低"),
    Change.UNCHANGED: _label("unchanged", "不变"),
    Change.UNDETERMINED: _label("undetermined", "未定"),
}
KIND = {
    "claim": _label("claim", "主张"),
    "association": _label("association", "关联"),
    "description": _label("description", "描述"),
    "observation": _label("observation", "观察"),
    "result": _label("result", "结果"),
    "entity": _label("entity", "实体"),
    "variable": _label("variable", "变量"),
    "mechanism": _label("mechanism", "机制"),
    "reference": _label("reference", "文献"),
    "note": _label("note", "注记"),
}
CONFIDENCE = {
    "none": _label("paper not identified", "文献未确定"),
    "low": _label("low confidence", "可信度低"),
    "medium": _label("medium confidence", "可信度中"),
    "high": _label("high confidence", "可信度高"),
    "very high": _label("very high confidence", "可信度很高"),
}
FREQUENCY = {
    "MostCommon": _label("most common", "最常见"),
    "VeryCommon": _label("very common", "很常见"),
    "Common": _label("common", "常见"),
    "Uncommon": _label("uncommon", "少见"),
    "Rare": _label("rare", "罕见"),
}
MATTER = {
    "anatomy": _label("anatomy", "解剖位置"),
    "causality": _label("causality", "因果关系"),
    "cell type": _label("cell type", "细胞类型"),
    "certainty": _label("certainty", "确定程度"),
    "citation": _label("citation", "引文"),
    "contrary finding": _label("contrary finding", "相反结果"),
    "drug form": _label("drug form", "药物形式"),
    "figure": _label("figure", "数字"),
    "internal tension": _label("internal tension", "内部矛盾"),
    "missing step": _label("missing step", "缺失步骤"),
    "order of steps": _label("order of steps", "步骤次序"),
    "outcome name": _label("outcome name", "结局名称"),
    "population": _label("population", "人群"),
    "scope": _label("scope", "范围"),
    "sign": _label("sign", "符号"),
    "wording": _label("wording", "措辞"),
}
# Chinese has no one word for raising and lowering everything: a severity worsens, a release grows, an effect strengthens.
_STRENGTHEN = ("增强", "减弱")
_GROW = ("增加", "减少")
VERBS_ZH = {
    "Connectivity": _STRENGTHEN,
    "Effect": _STRENGTHEN,
    "Function": _STRENGTHEN,
    "Inhibition": _STRENGTHEN,
    "Plasticity": _STRENGTHEN,
    "Transmission": _STRENGTHEN,
    "Amount": ("增加", "降低"),
    "BurstFiring": _GROW,
    "Firing": _GROW,
    "Growth": _GROW,
    "Occurrence": _GROW,
    "Release": _GROW,
    "Surface": _GROW,
    "Translation": _GROW,
    "Use": _GROW,
    "Severity": ("加重", "减轻"),
}
VERBS_ZH_DEFAULT = ("升高", "降低")
PREDICATE = {
    "increases": _label("increases", "升高"),
    "decreases": _label("decreases", "降低"),
    "regulates": _label("affects (sign not reported)", "影响（方向未报告）"),
    "associatedWith": _label("is associated with", "与…相关"),
}

DESIGN = {
    "clinical study; the same patients had placebo": _label(
        "clinical study; the same patients had placebo", "临床研究；同一批患者亦用安慰剂"
    ),
    "clinical trial": _label("clinical trial", "临床试验"),
    "follow-up study": _label("follow-up study", "随访研究"),
    "meta-analysis": _label("meta-analysis", "荟萃分析"),
    "not stated": _label("design not stated", "设计未说明"),
    "randomised controlled trial": _label("randomised controlled trial", "随机对照试验"),
    "statement of the review": _label("statement of the review", "综述的陈述"),
    "systematic review": _label("systematic review", "系统综述"),
}


def design_label(design: str) -> Label:
    """The words for the design of a study; one not listed stands for itself, none is not stated."""
    return DESIGN.get(design or "not stated", Label(en=design, zh=design))


def frequency_label(word: str) -> Label:
    """The words for a frequency such as ``MostCommon`` or ``kg:MostCommon``; a word not listed stands for itself."""
    local = word.rpartition(":")[2]
    return FREQUENCY.get(local, Label(en=local, zh=local))


def matter_label(matter: str) -> Label:
    """The words for the class of a note, such as ``missing step``; a class not listed stands for itself."""
    return MATTER.get(matter, Label(en=matter, zh=matter))
