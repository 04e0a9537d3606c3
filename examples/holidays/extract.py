#!/usr/bin/env python3
"""Makes cn.json from the unpacked npm package chinese-days. Usage: extract.py PACKAGE > cn.json

    npm pack chinese-days@1.5.7 && tar -xzf chinese-days-1.5.7.tgz
    python3 extract.py package > cn.json
"""

import json
import pathlib
import sys


def read_days(package):
    """{date: day} of all years, and the years."""
    days, years = {}, []
    for file in sorted((package / "dist" / "years").glob("[0-9]*.json")):
        table = json.loads(file.read_text(encoding="utf-8"))
        years.append(int(file.stem))
        for kind, working in (("holidays", False), ("workdays", True)):
            for date, words in table[kind].items():
                if date in days:
                    sys.exit(f"{date} is there twice")
                # "New Year's Day,元旦,1"
                name = words.split(",")[1]
                days[date] = {"date": date, "working": working, "name": name}
    if years != list(range(years[0], years[-1] + 1)):
        sys.exit(f"years are missing: {years}")
    return days, years


def main():
    package = pathlib.Path(sys.argv[1])
    about = json.loads((package / "package.json").read_text(encoding="utf-8"))
    days, years = read_days(package)
    head = {
        "code": "cn",
        "name": "中国大陆节假日",
        "source": f"npm {about['name']} {about['version']} (MIT)",
        "until": f"{years[-1] + 1}-01-01",
    }
    lines = [
        f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)},"
        for key, value in head.items()
    ]
    rows = [f"    {json.dumps(days[date], ensure_ascii=False)}" for date in sorted(days)]
    sys.stdout.reconfigure(encoding="utf-8")
    print("{", *lines, '  "days": [', ",\n".join(rows), "  ]", "}", sep="\n")


if __name__ == "__main__":
    main()
