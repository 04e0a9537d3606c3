#!/usr/bin/env python3
"""Is a document a CAP 1.2 message? Usage: cap_structure.py FILE...

Checks order, cardinality, words, times and geometry by a table written after the standard, not
after the library. Before that it checks itself: each rule must catch a fault planted for it.
"""

import re
import sys
import xml.etree.ElementTree as tree

NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2"


def words(text):
    return re.compile("|".join(text.split()))


TEXT = re.compile(r"(?s).*")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d")
TOKEN = re.compile(r"[^\s,<&]+")
DECIMAL = r"-?\d+(?:\.\d+)?"
PAIR = DECIMAL + "," + DECIMAL
VALUE = [("valueName", "1", TEXT), ("value", "1", TEXT)]

AREA = [
    ("areaDesc", "1", TEXT),
    ("polygon", "*", re.compile(rf"({PAIR})(?: {PAIR}){{2,}} \1")),
    ("circle", "*", re.compile(PAIR + r" \d+(?:\.\d+)?")),
    ("geocode", "*", VALUE),
    ("altitude", "?", re.compile(DECIMAL)),
    ("ceiling", "?", re.compile(DECIMAL)),
]
RESOURCE = [
    ("resourceDesc", "1", TEXT),
    ("mimeType", "1", TEXT),
    ("size", "?", re.compile(r"\d+")),
    ("uri", "?", re.compile(r"\S+")),
    ("derefUri", "?", TEXT),
    ("digest", "?", TEXT),
]
INFO = [
    ("language", "?", re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")),
    ("category", "+", words("Geo Met Safety Security Rescue Fire Health Env Transport Infra CBRNE Other")),
    ("event", "1", TEXT),
    ("responseType", "*", words("Shelter Evacuate Prepare Execute Avoid Monitor Assess AllClear None")),
    ("urgency", "1", words("Immediate Expected Future Past Unknown")),
    ("severity", "1", words("Extreme Severe Moderate Minor Unknown")),
    ("certainty", "1", words("Observed Likely Possible Unlikely Unknown")),
    ("audience", "?", TEXT),
    ("eventCode", "*", VALUE),
    ("effective", "?", TIME),
    ("onset", "?", TIME),
    ("expires", "?", TIME),
    ("senderName", "?", TEXT),
    ("headline", "?", TEXT),
    ("description", "?", TEXT),
    ("instruction", "?", TEXT),
    ("web", "?", re.compile(r"\S+")),
    ("contact", "?", TEXT),
    ("parameter", "*", VALUE),
    ("resource", "*", RESOURCE),
    ("area", "*", AREA),
]
ALERT = [
    ("identifier", "1", TOKEN),
    ("sender", "1", TOKEN),
    ("sent", "1", TIME),
    ("status", "1", words("Actual Exercise System Test Draft")),
    ("msgType", "1", words("Alert Update Cancel Ack Error")),
    ("source", "?", TEXT),
    ("scope", "1", words("Public Restricted Private")),
    ("restriction", "?", TEXT),
    ("addresses", "?", TEXT),
    ("code", "*", TEXT),
    ("note", "?", TEXT),
    ("references", "?", re.compile(rf"{TOKEN.pattern},{TOKEN.pattern},{TIME.pattern}"
                                   rf"(?: {TOKEN.pattern},{TOKEN.pattern},{TIME.pattern})*")),
    ("incidents", "?", TEXT),
    ("info", "*", INFO),
]


def check(element, rules, path, faults):
    if element.attrib:
        faults.append(f"{path}: attributes {sorted(element.attrib)}")
    children = list(element)
    at = 0
    for name, cardinality, content in rules:
        found = []
        while at < len(children) and children[at].tag == f"{{{NAMESPACE}}}{name}":
            found.append(children[at])
            at += 1
        if (cardinality in "1+" and not found) or (cardinality in "1?" and len(found) > 1):
            faults.append(f"{path}: {len(found)} of {name}, not {cardinality}")
        for child in found:
            below = f"{path}/{name}"
            if isinstance(content, list):
                check(child, content, below, faults)
            elif len(child) or child.attrib:
                faults.append(f"{below}: not a text only")
            elif not content.fullmatch(child.text or ""):
                faults.append(f"{below}: {child.text!r}")
    for child in children[at:]:
        faults.append(f"{path}: {child.tag} does not belong here")


def faults_of(text):
    try:
        top = tree.fromstring(text)
    except tree.ParseError as error:
        return [str(error)]
    if top.tag != f"{{{NAMESPACE}}}alert":
        return [f"{top.tag} is no alert"]
    faults = []
    check(top, ALERT, "alert", faults)
    return faults


GOOD = f"""<alert xmlns="{NAMESPACE}"><identifier>1</identifier><sender>s</sender>
<sent>2018-03-16T08:30:00+08:00</sent><status>Actual</status><msgType>Update</msgType>
<scope>Public</scope><references>s,0,2018-03-16T00:30:00-00:00</references><info>
<category>Met</category><event>e</event><urgency>Past</urgency><severity>Minor</severity>
<certainty>Likely</certainty><area><areaDesc>a</areaDesc><polygon>1,2 3,4 5,6 1,2</polygon>
<circle>1,2 3.5</circle><geocode><valueName>n</valueName><value/></geocode></area></info></alert>"""

PLANTED = [
    ("+08:00</sent>", "Z</sent>"),
    ("00</sent>", "00.5</sent>"),
    ("Actual", "actual"),
    ("<status>Actual</status>", ""),
    ("<event>e</event>", "<event>e</event><event>e</event>"),
    ("<category>Met</category><event>e</event>", "<event>e</event><category>Met</category>"),
    ("5,6 1,2", "5,6 1,3"),
    ("1,2 3,4 5,6 1,2", "1,2 3,4 1,2"),
    ("1,2 3.5", "1,2 1e5"),
    ("1,2 3.5", "1,2"),
    ("s,0,", "s,"),
    ("<value/>", ""),
    ("<info>", "<info x='1'>"),
    ("</info>", "<extra/></info>"),
    ("cap:1.2", "cap:1.1"),
    ("</alert>", ""),
]


def main():
    wrong = [f"a good message is refused: {fault}" for fault in faults_of(GOOD)]
    for old, new in PLANTED:
        bad = GOOD.replace(old, new)
        if bad == GOOD or not faults_of(bad):
            wrong.append(f"not caught: {old} -> {new}")
    if wrong:
        print("the checker itself is broken:", *wrong, sep="\n  ")
        return 2
    failed = 0
    for name in sys.argv[1:]:
        with open(name, "rb") as file:
            faults = faults_of(file.read())
        for fault in faults:
            print(f"{name}: {fault}")
        failed += bool(faults)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
