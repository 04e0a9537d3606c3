// gridcase replay: takes a city's table of requests through the library in the requests' own time.
#include "command.hpp"
#include "documents.hpp"
#include "failure.hpp"
#include "replay_totals.hpp"
#include "replay_words.hpp"
#include "session.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <limits>
#include <memory>

namespace gridcase::cli {

namespace {

namespace fs = std::filesystem;

struct Options {
  std::string csv, mapping, store, totals, limit, batch, organization, polygons;
};

std::int64_t whole_number(const std::string& field, const std::string& text, std::int64_t otherwise,
                          std::int64_t least, std::int64_t most) {
  if (text.empty()) return otherwise;
  const std::int64_t number = parse_integer(field, text);
  if (number < least || number > most) {
    throw Error(ErrorCode::invalid_argument, fmt::format("give a number of {} to {}", least, most),
                field);
  }
  return number;
}

// A store in the folder for temporary files that goes with the process.
class TemporaryStore {
public:
  TemporaryStore() {
    std::string pattern = (fs::temp_directory_path() / "gridcase-replay-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) {
      throw Error(ErrorCode::io, "no folder can be made here; name a file with --store",
                  fs::temp_directory_path().string());
    }
    folder_ = pattern;
  }
  ~TemporaryStore() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  TemporaryStore(const TemporaryStore&) = delete;
  TemporaryStore& operator=(const TemporaryStore&) = delete;

  std::string file() const { return (folder_ / "replay.gridcase").string(); }

private:
  fs::path folder_;
};

// Places where a mapping's polygons may be.
std::vector<std::string> folders_of(const Options& options) {
  std::vector<std::string> folders;
  if (!options.polygons.empty()) folders.push_back(options.polygons);
  folders.push_back(fs::absolute(options.mapping).parent_path().string());
  folders.push_back(".");
  return folders;
}

replay::Source read_table(const Options& options, const replay::Mapping& mapping,
                          replay::Troubles& troubles) {
  const std::int64_t limit =
      whole_number("--limit", options.limit, 0, 0, std::numeric_limits<std::int64_t>::max());
  if (options.csv == "-") return replay::Source(mapping, std::cin, limit, troubles);
  std::ifstream in(options.csv, std::ios::binary);
  if (!in || fs::is_directory(options.csv)) {
    throw Error(ErrorCode::not_found, "there is no such file, or it cannot be read", options.csv);
  }
  // The two bytes of gzip; unpacking is for a program made for it.
  if (in.peek() == 0x1F) {
    throw Error(ErrorCode::invalid_argument,
                "the file is packed; write: gzip -dc FILE | gridcase replay - …", options.csv);
  }
  return replay::Source(mapping, in, limit, troubles);
}

Engine open_or_create(const std::string& file, const Policy& policy, replay::Source& source) {
  EngineOptions options;
  options.durability = Durability::relaxed;  // what is lost is simply replayed again
  need_no_folder(file);
  if (!fs::exists(file)) {
    const auto& rows = source.rows();
    const Instant begin = rows.empty() ? Instant{} : from_microseconds(rows.front().opened);
    return Engine::create(file, policy, options, begin);
  }
  Engine engine = open_store(file, options);
  if (write_policy(*engine.policy()) != write_policy(policy)) {
    throw Error(ErrorCode::invalid_argument,
                "the store was made with another organization; name another file with --store",
                file);
  }
  return engine;
}

void write_file(const std::string& path, const std::string& text) {
  std::ofstream out(path, std::ios::binary);
  out << text << '\n';
  if (!out.flush()) throw Error(ErrorCode::io, "the file cannot be written", path);
}

int run_replay(const Options& options, const Output& output) {
  const replay::Mapping mapping = replay::read_mapping(read_text(options.mapping, "--mapping"));
  replay::Troubles troubles;
  replay::Source source = read_table(options, mapping, troubles);
  const replay::Setting setting =
      options.organization.empty()
          ? replay::make_setting(mapping, source.values(), folders_of(options))
          : replay::use_setting(read_policy_file(options.organization));

  std::unique_ptr<TemporaryStore> temporary;
  if (options.store.empty()) temporary = std::make_unique<TemporaryStore>();
  const std::string file = temporary ? temporary->file() : options.store;
  Engine engine = open_or_create(file, setting.policy, source);

  const auto window = whole_number("--batch", options.batch, 200, 1, 10000);
  replay::Run run(engine, mapping, setting.codes, source, troubles);
  const auto start = std::chrono::steady_clock::now();
  {
    Progress progress(output, "replay.progress");
    run.all(static_cast<std::size_t>(window),
            [&progress](std::int64_t count) { progress.advance(count); });
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;

  replay::Totals totals = replay::count_cases(engine, setting.codes.center, source.records());
  totals.judged = replay::judge(engine, setting.codes.center, mapping, source, troubles);
  const Directory directory = engine.directory();
  const std::string json =
      replay::to_json(totals, run.places(), troubles, directory, mapping.title);
  if (!options.totals.empty()) write_file(options.totals, json);
  if (output.json) {
    print_line(json);
  } else {
    replay::print_totals(output, totals, run.places(), troubles, directory, mapping.title);
  }
  print_error_line(fmt::format(fmt::runtime(replay::words(output.language, "speed")), run.actions(),
                               took.count(), static_cast<double>(run.actions()) / took.count()));
  return exit_ok;
}

}  // namespace

void add_replay(CLI::App& app, Output& output) {
  auto options = std::make_shared<Options>();
  Command command(app, output, "replay");
  command.positional("CSV", options->csv);
  command.option("--mapping", options->mapping, "FILE", Need::required);
  command.option("--organization", options->organization, "FILE");
  command.option("--polygons", options->polygons, "DIR");
  command.option("--store", options->store, "FILE");
  command.option("--totals", options->totals, "FILE");
  command.option("--limit", options->limit, "N");
  command.option("--batch", options->batch, "N");
  command.run([options, &output] { return run_replay(*options, output); });
}

}  // namespace gridcase::cli
