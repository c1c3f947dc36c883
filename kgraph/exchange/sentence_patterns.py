"""The patterns of the sentence rules, laid over a row of kinds of words such as ``S V- f O``; every kind: `sentence_words.py`.

S is who acts, as claimed, and O the other one; a ``!`` behind one says that there is less of it. The groups of a match: `one` acts on
`other`, and every sign in the other groups is multiplied.
"""

from __future__ import annotations

import re

_ONE, _OTHER = r"(?P<one>[SO]!?)", r"(?P<other>[SO]!?)"
_F, _FF = r"(?:[f,] )*", r"(?:f )*"
# What may stand before a verb: *S was shown to*, *S can*.
_TO = r"(?:f |to |, )*"
# Where and in whom: *in the cortex of young rats*.
_IN = r"(?:in (?:[fx] ){1,5}(?:of (?:[fx] ){1,3})?)?"
# What stands between commas: *CRH, released by the hypothalamus, stimulates …*.
_ASIDE = r"(?:, (?:[fx] |in |by |of |D\+ ){1,6}, )?"
_MORE = r"(?:(?:[fx] ){1,3}(?:, and |, |and |or ))"
_NOUN = r"(?P<noun>[NX][+-]) (?:of |in )"
_BE = r"(?:Q )?be "
_LIKE = r"(?P<like>[DJV][+-]) "
# *S raises the level of O*, *S raises A, B and O*, *S blocks the increase in O*, *S leads to lower O*.
_HEAD = rf"(?:x H\S? )?(?:(?:[fx] ){{0,2}}{_NOUN}|(?:[fx] ){{0,2}}f of )?"
_WHAT = (
    rf"{_FF}(?:{_LIKE}{_FF}(?:x ){{0,2}}|{_HEAD}{_FF}(?:{_MORE}{{1,3}}|(?:x ){{0,2}})|{_MORE}{{1,4}}{_FF}(?:x H\S? |(?:[fx] )?f of )?){_FF}"
)
# Not *X-induced*, nor *X induced Y*: there it is the next word that X belongs to. Nor *the response to X of Y*.
_END = r"(?= |$)(?! (?:[HDzl]|[NXA]-))"
# *X raises A, and Y raises B*: there Y is no object.
_NEXT = rf"(?: (?P<after>[NX][+-]))?{_END}(?! (?:f )*(?:[VQ]|be ))"
_WAY = r"(?P<way>[{}][+-])"
_GIVEN = r"(?:(?:N\+|f) of )?"


def _way(kinds: str) -> str:
    return _WAY.format(kinds)


# *X raises A and lowers Y*, *X raises A by lowering Y*: what X does to other things may stand before what it does to Y.
_FIRST = rf"(?:[VD][+-] (?:f |x |in |of |N. ){{1,6}}(?:, )?and {_TO}|x (?:f |x |in ){{0,4}}and {_FF}(?=V))?"
_BY = r"(?:[VD][+-] (?:f |x |in |of |to |N. |and ){1,8}by )?"
_DOES = rf"(?:(?:(?<=[SO!] )|(?<=by )|(?<=, )|(?!G)){_way('VDGX')}|{_BE}{_TO}(?P<also>[VG][+-]))"
# Not *… on TNF induced growth*: what stands in a place and looks like a verb is none.
_THERE = rf"(?:{_IN}(?<!x )|{_IN}(?![Dx]))"
# *X and A raise …*; not *X or another culture raising …*, nor *X in cells to raise …*.
_BESIDE = rf"(?:(?:(?:and|or) (?:[fx] ){{1,3}}{_FF}(?!G|\S+ by))|{_TO})"
_WHO = rf"{_ONE} (?:N\+ |(?<=! )(?:x |by x |, )(?![,x]))?{_ASIDE}{_BESIDE}{_THERE}(?:of x )?{_FF}"
_ACTIVE = rf"{_WHO}{_FIRST}(?:by )?{_DOES} {_WHAT}{_OTHER}{_NEXT}"
_THROUGH = rf"{_ONE} {_TO}{_IN}{_BY}{_FF}(?:{_way('G')} {_WHAT}|(?P<also>N[+-]) of {_FF}){_OTHER}{_NEXT}"
_WHICH = rf"(?:^|(?<=, )|(?<=f )|(?<=in )|(?=[SO]!? (?:f )?, )){_ONE} (?:f )?(?:, )?W {_TO}{_way('V')} {_WHAT}{_OTHER}{_NEXT}"
_FRONT = rf"(?:^|, |and )by {_FF}{_way('G')} {_WHAT}{_OTHER} (?:in )?(?:[fx] ){{0,4}}, {_FF}{_ONE}{_END}"
_SHOWS = rf"(?P<one>[SO]!) (?:[fx] |in ){{0,4}}Q {_FF}{_LIKE}{_FF}(?:x )?{_FF}(?:of )?{_OTHER}{_NEXT}"
# *A is raised by B, and lowered by C*.
_OTHERWISE = r"(?:D[+-] by (?:[fx] ){1,3}(?:, )?and )?"
_BE_DONE = rf"(?<!in ){_OTHER} {_F}(?:{_IN}){_F}{_BE}{_F}{_OTHERWISE}{_way('D')} "
_PASSIVE = rf"{_BE_DONE}(?:{_IN}{_F}by {_F}|{_IN}(?:by x )?T {_FF}{_GIVEN}{_FF}){_ONE}{_END}"
_WITHOUT = rf"(?<!in ){_OTHER} {_F}{_BE}{_F}(?P<way>[DJ][+-]) in {_FF}(?:x )?(?:T )?(?P<one>[SO]!){_END}"
_AMONG = rf"(?<!in ){_OTHER} {_F}{_BE}{_F}(?P<way>J[+-]) {_IN}T {_FF}{_ONE}{_END}"
_CAUSED = rf"{_NOUN}{_FF}(?:x )?{_OTHER} {_FF}be {_FF}(?P<way>D\+) {_FF}by {_FF}{_ONE}{_END}"
# *The reduced activation of Y by X* is what something else does.
_FREE = r"(?<![DJGV][+-] )(?<![DJGV][+-] f )(?<![DJGV][+-] f f )"
_NOMINAL = rf"{_FREE}{_way('NX')} (?:of|in) {_F}{_OTHER} {_F}{_IN}(?:D\+ )?by {_F}{_ONE}{_END}"
_NOUN_BY = rf"{_FREE}{_OTHER} {_FF}{_way('NX')} {_IN}by {_F}{_ONE}{_END}"
_AGENT = rf"{_ONE} (?:be |, ){_F}(?:x )?{_way('A')} (?:of|in) {_F}{_OTHER}{_END}"
_ITS_AGENT = rf"{_ONE} (?:be |, ){_FF}(?:x )?{_FF}{_OTHER} {_way('A')}(?= |$)"
_NAMED = rf"{_OTHER} {_way('A')} (?:, )?{_ONE}(?= |$)(?! H)"
_HYPHEN = rf"{_ONE} H(?P<hyphen>[+-]?) {_F}(?:{_way('NX')} )?(?:of |in )?{_F}(?:x )?{_OTHER}(?: (?P<after>[NX][+-]))?{_END}"

ACTIVE = re.compile(_ACTIVE)
ACTING = (ACTIVE, *map(re.compile, (_THROUGH, _WHICH)))
"""Those in which the one who acts stands before a verb."""
RAW = tuple(map(re.compile, (_NOMINAL, _NOUN_BY, _AGENT, _ITS_AGENT, _NAMED, _HYPHEN)))
"""Laid over the row as it stands."""
TURNED = (*ACTING, *map(re.compile, (_FRONT, _SHOWS, _PASSIVE, _WITHOUT, _AMONG, _CAUSED, _HYPHEN)))
"""Laid over the row in which *loss of X* is drawn together as ``X!``."""
