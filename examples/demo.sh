#!/bin/sh
# sh examples/demo.sh [--lang zh|en]
#
# Builds the library and the command line, then shows what they do: the county of Jiangshan, the
# sewage case from the grid to the county and back with its clocks, all other cases of the press, the
# requests that citizens made of a real city, and a report of them for the browser. The language is that of the locale, GRIDCASE_LANG
# or --lang.
set -eu

examples=$(cd "$(dirname "$0")" && pwd)
project=$(dirname "$examples")
build=${GRIDCASE_BUILD_DIR:-$project/build/demo}
program=$build/examples/gridcase

language=${GRIDCASE_LANG:-}
while [ $# -gt 0 ]; do
  case $1 in
  --lang=*) language=${1#--lang=} ;;
  --lang) shift; language=${1:-} ;;
  *)
    echo "usage: demo.sh [--lang zh|en]" >&2
    exit 2
    ;;
  esac
  shift
done
if [ -z "$language" ]; then
  case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in zh*) language=zh ;; *) language=en ;; esac
fi
case $language in
zh | en) ;;
*)
  echo "demo.sh: the language is zh or en" >&2
  exit 2
  ;;
esac

# say ENGLISH CHINESE
say() {
  if [ "$language" = zh ]; then echo "$2"; else echo "$1"; fi
}
heading() {
  echo
  printf '=== '
  say "$1" "$2"
}
gridcase() {
  "$program" --lang "$language" "$@"
}

build_program() {
  . "$examples/dependencies.sh"
  gridcase_dependencies build
  started=$(date +%s)
  # The log is shown only if something fails.
  mkdir -p "$build"
  log=$build/demo.log
  if ! { cmake -S "$project" -B "$build" -DCMAKE_BUILD_TYPE=Release -DGRIDCASE_BUILD_TESTS=OFF \
    -DGRIDCASE_BUILD_EXAMPLES=OFF && cmake --build "$build" -j "$(nproc)" --target gridcase-cli; } \
    >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    say "The build failed; the whole log is $log" "构建失败，完整日志：$log" >&2
    exit 1
  fi
  took=$(($(date +%s) - started))
  say "built in $took s: $program" "构建完成，用时 $took 秒：$program"
}

# count KIND ENGLISH CHINESE
count() {
  printf '  %6s ' "$(grep -c "\"kind\": \"$1\"" "$organization")"
  say "$2" "$3"
}

show_county() {
  organization=$examples/jiangshan/organization.json
  heading "Jiangshan: a county as the library sees it" "江山：一个县级市的组织"
  count command_center "command centre" 综合指挥中心
  count command_room "command rooms of townships" 乡镇街道综合信息指挥室
  count village "villages and communities" 村（社区）
  count grid grids 全科网格
  count department departments 部门
  count subcenter subcentres 分中心
  store=$work/jiangshan.gridcase
  gridcase init "$store" --organization "$organization" --at "2018-03-01 08:00" \
    --time "$examples/jiangshan/time.json" --holidays "$examples/holidays/cn.json"
  gridcase responsible "$organization" 04-04 330881001002001 county
  gridcase route "$organization" 330881001002001 shizheng
}

play_scripts() {
  heading "The sewage case" "污水倒灌"
  gridcase play "$examples/scripts/at-01-sewage.jsonl" --store "$store"
  heading "Its clocks, why one deadline is when it is, and whose time it was" \
    "各项计时、期限由来与时间归属"
  gridcase clocks "$store" 330881-20180316-0000001
  gridcase explain "$store" 330881-20180316-0000001 8
  gridcase time "$store" 330881-20180316-0000001
  heading "A directive to a whole street, and how far each village is with it" \
    "指令直达各村与逐级汇总"
  gridcase play "$examples/scripts/at-10-evacuation.jsonl" --store "$work/qingyuan.gridcase"
  gridcase roll-up "$work/qingyuan.gridcase" 331126-20190610-0000002
  heading "The other cases of the press" "其余见诸报道的案例"
  for script in "$examples"/scripts/*.jsonl; do
    case $script in
    */at-01-* | */at-10-*) continue ;;
    esac
    echo
    gridcase play "$script"
  done
}

# One page of figures that a browser opens; it stays when the rest of the demonstration is gone.
show_report() {
  heading "The report of a period: a page for the browser" "统计期报告：浏览器页面"
  gridcase tick "$1" --budget 1000000 --slice 512
  gridcase report "$1" --period "$2" --out "$build/report.html" --force
}

# Prints the folder with the data, if there is one.
find_data() {
  for folder in "${GRIDCASE_DATA:-}" "$project/../shared/data"; do
    [ -n "$folder" ] || continue
    for table in "$folder"/requests/boston311*.csv.gz; do
      if [ -f "$table" ] && [ -f "$folder/polygons/boston_wards.geojson" ]; then
        echo "$folder"
        return
      fi
    done
  done
}

replay_requests() {
  data=$(find_data)
  if [ -n "$data" ]; then
    heading "What the citizens of Boston asked of their city (real data)" "波士顿市民诉求（真实数据）"
    for table in "$data"/requests/boston311*.csv.gz; do
      gzip -dc "$table" | gridcase replay - --mapping "$examples/boston/mapping.json" \
        --polygons "$data/polygons" --store "$work/boston.gridcase"
      break
    done
    gridcase verify "$work/boston.gridcase"
    show_report "$work/boston.gridcase" 2011-07-01/2011-07-07
    return
  fi
  heading "A month of Jiangshan, generated: no real requests are at hand" \
    "江山一个月的案件（程序生成）：未找到真实诉求数据"
  say "Real requests: the city of Boston publishes them as \"311 Service Requests\" at data.boston.gov
(Analyze Boston). Put the table into requests/ and the polygons into polygons/ of a folder, as
examples/boston/README.md says, and name the folder in GRIDCASE_DATA." \
    "真实数据：波士顿市在 data.boston.gov（Analyze Boston）公布 “311 Service Requests”。
按 examples/boston/README.md 所述放入 requests/ 与 polygons/，并用 GRIDCASE_DATA 指明目录。"
  gridcase replay "$examples/jiangshan/month.csv" --mapping "$examples/jiangshan/mapping.json" \
    --organization "$examples/jiangshan/organization.json" --store "$work/month.gridcase"
  gridcase verify "$work/month.gridcase"
  show_report "$work/month.gridcase" 2018-03
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

build_program
show_county
play_scripts
replay_requests
