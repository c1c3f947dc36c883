"""The 67 predicates of DrugMechDB and the reasons of their signs in Chinese, for audits: a table beside the English one."""

from __future__ import annotations

from functools import cache

# word | in Chinese | the reason of its sign in Chinese
_TABLE = """
positively regulates | 正调控 | 按定义升高客体（RO:0002213）
negatively regulates | 负调控 | 按定义降低客体（RO:0002212）
regulates | 调控 | 作用于客体，方向未报告
increases activity of | 增强…的活性 | 客体的活性增强
decreases activity of | 减弱…的活性 | 客体的活性减弱
increases abundance of | 增加…的量 | 客体增多
decreases abundance of | 减少…的量 | 客体减少
increases expression of | 增加…的表达 | 客体生成增多
decreases expression of | 减少…的表达 | 客体生成减少
increases stability of | 提高…的稳定性 | 存留更久，量便更多
increases degradation of | 促进…的降解 | 被降解，量便更少
decreases synthesis of | 减少…的合成 | 未被合成，量便更少
increases transport of | 增加…的转运 | 客体到达更多；其来处则更少
decreases uptake of | 减少…的摄取 | 进入的客体更少；外面则更多，路径所指须为里面
increases response to | 增强对…的反应 | 反应更强，即客体的效应更大
decreases response to | 减弱对…的反应 | 反应更弱，即客体的效应更小
disrupts | 破坏 | 损坏客体，或使其不能工作
disrupted by | 被…破坏 | 客体破坏主体：负号，且与路径方向相反
causes | 导致 | 引起客体
caused by | 由…导致 | 客体引起主体
contributes to | 促成 | 有助于引起客体
predisposes | 使易患 | 使客体更可能发生
produces | 产生 | 客体由主体生成
produced by | 由…产生 | 主体由客体生成
has output | 产出 | 客体是该过程的产物
has metabolite | 代谢为 | 母体越多，代谢物越多
is metabolite of | 是…的代谢物 | 客体越多，主体越多
derives into | 衍生出 | 客体由主体制成
derives from | 衍生自 | 主体由客体制成
expresses | 表达 | 细胞越多，其所表达者越多
enables | 执行 | 客体是主体所执行的功能
positively correlated with | 与…正相关 | 路径中的一步：两者同升；相关并不证明因果
negatively correlated with | 与…负相关 | 路径中的一步：一升一降；相关并不证明因果
correlated with | 与…相关 | 既未说因果，也未说方向
manifestation of | 是…的表现 | 疾病的轻重即其表现的轻重：一方减轻，另一方也减轻
phenotype of | 是…的表型 | 同“是…的表现”：表型缓解即路径所称的缓解
has phenotype | 有表型 | 主体表现为客体
treats | 治疗 | 疾病经治疗而减轻
prevents | 预防 | 疾病经预防而更少
ameliorates | 改善 | 客体减轻
exacerbates | 加重 | 客体加重
affects risk for | 影响…的风险 | 改变风险，方向未说
affected by | 受…影响 | 客体作用于主体，方向未说
contraindicated for | 禁用于 | 是建议而非效应；药物对疾病的作用方向未说
molecularly interacts with | 与…分子相互作用 | 结合客体；是促进还是阻断未说
directly interacts with | 与…直接相互作用 | 接触客体；是促进还是阻断未说
physically interacts with | 与…物理相互作用 | 结合客体；是促进还是阻断未说
interacts with | 与…相互作用 | 与客体相互作用；方式未说
participates in | 参与 | 说主体是过程的一部分，未说对过程做了什么
actively involved in | 主动参与 | 说主体是过程的一部分，未说对过程做了什么
capable of | 能够 | 说主体能做什么
has participant | 有参与者 | 说客体是过程的一部分
occurs in | 发生于 | 说过程在哪里发生
located in | 位于 | 说主体在哪里
location of | 是…的所在 | 说客体在哪里
expressed in | 表达于 | 说主体在哪里生成
in taxon | 属于物种 | 说在哪种生物中
part of | 是…的一部分 | 说属于哪个整体
has part | 含有部分 | 说由哪些部分组成
has active ingredient | 含有效成分 | 说由哪些部分组成
in complex with | 与…成复合物 | 说与什么结合，未说由此改变什么
coexists with | 与…共存 | 说同时存在什么
subclass of | 是…的一种 | 说是哪一类
superclass of | 包括 | 说是哪一类
chemically similar to | 化学上类似于 | 相似并非效应；是否作用相同由读者判断
similar to | 类似于 | 相似并非效应
precedes | 先于 | 在先并不等于因果
"""


@cache
def in_chinese() -> dict[str, tuple[str, str]]:
    """The Chinese word and reason of each predicate, by its English word."""
    rows = (tuple(cell.strip() for cell in line.split("|")) for line in _TABLE.strip().splitlines())
    return {word: (said, reason) for word, said, reason in rows}
