"""Prints what PM4Py understood of a log, as JSON. Usage: read_pm4py.py FORMAT FILE"""

import json
import sys
import warnings

warnings.simplefilter("ignore")

import pm4py  # noqa: E402

form, path = sys.argv[1:]
if form == "xes":
    log = pm4py.read_xes(path)
    print(json.dumps({"cases": int(log["case:concept:name"].nunique()), "events": len(log)}))
else:
    read = {"ocel-json": pm4py.read_ocel2_json, "ocel-sqlite": pm4py.read_ocel2_sqlite}[form]
    log = read(path)
    print(json.dumps({
        "cases": int((log.objects["ocel:type"] == "case").sum()), "events": len(log.events),
        "objects": len(log.objects), "event_relations": len(log.relations),
        "object_relations": len(log.o2o)}))
