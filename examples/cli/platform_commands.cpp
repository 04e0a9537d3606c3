// outbox, acknowledge, receive: what goes to other systems and comes from them.

#include "answers.hpp"
#include "command.hpp"
#include "documents.hpp"
#include "failure.hpp"
#include "forms.hpp"
#include "json.hpp"
#include "session.hpp"
#include "text.hpp"

#include <algorithm>
#include <limits>
#include <memory>

namespace gridcase::cli {
namespace {

struct PlatformOptions {
  std::string file, system, limit, last, messages, by, at;
};

// ---- outbox ------------------------------------------------------------------------------------

void print_messages(const Output& output, const Names& names, const Outbox& box) {
  if (box.messages.empty()) return;
  Table table({{std::string(output.text("column.sequence")), true},
               {std::string(output.text("column.number"))},
               {std::string(output.text("column.external"))},
               {std::string(output.text("column.happened"))},
               {std::string(output.text("column.action"))},
               {std::string(output.text("column.state"))}});
  for (const OutMessage& message : box.messages) {
    const Event& event = message.event;
    table.add({std::to_string(message.sequence), message.number, printable(message.external_id),
               names.time(event.happened), output.word("action", name(event.action.kind)),
               names.state(event.after.state)});
  }
  print(table.text(output.colour));
}

int outbox(const PlatformOptions& options, const Output& output) {
  constexpr std::int32_t usual = 100;
  const Session session(output, options.file, Access::read);
  const std::int64_t limit =
      options.limit.empty() ? usual : parse_integer("--limit", options.limit);
  if (limit < 1 || limit > 1000) throw Failure("not_a_number", "--limit", {options.limit});
  const Outbox box = session.engine.outbox(options.system, static_cast<std::int32_t>(limit),
                                           session.reader(options.by));
  if (output.json) {
    print_line(write_outbox(box));
    return exit_ok;
  }
  print_messages(output, session.names, box);
  print_line(output.say("outbox.messages", box.messages.size(), box.last));
  if (box.more) print_line(output.text("outbox.more"));
  return exit_ok;
}

// ---- acknowledge -------------------------------------------------------------------------------

int acknowledge(const PlatformOptions& options, const Output& output) {
  const std::int64_t last = parse_integer("LAST", options.last);
  Session session(output, options.file, Access::write);
  const Actor actor = session.reader(options.by);
  session.engine.acknowledge(options.system, last, actor, session.when(options.at));
  const Outbox box = session.engine.outbox(options.system, 1, actor);
  if (output.json) {
    Json json;
    json.begin_object().field("system", options.system).field("acknowledged", box.acknowledged);
    print_line(json.end_object().text());
  } else {
    print_line(output.say("outbox.acknowledged", options.system, box.acknowledged));
  }
  return exit_ok;
}

// ---- receive -----------------------------------------------------------------------------------

std::string number_of(const Session& session, CaseId id) {
  if (id == CaseId::none) return {};
  const auto found = session.engine.get(id, session.reader(""));
  return found ? found->number : id_text(id);
}

void put_answer(const InMessage& message, const Answer& answer) {
  Json json;
  json.begin_object().field("message_id", message.message_id);
  json.field("external_id", message.external_id).key("answer").raw(answer_json(answer));
  print_line(json.end_object().text());
}

int receive(const PlatformOptions& options, const Output& output) {
  const auto messages = read_messages(read_text(options.messages, "MESSAGES"));
  Session session(output, options.file, Access::write);
  const auto answers = session.engine.receive(options.system, messages, session.when(options.at));
  int code = exit_ok;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (output.json) {
      put_answer(messages[i], answers[i]);
      if (!answers[i].ok()) code = std::max<int>(code, exit_refused);
    } else {
      code = std::max(code, print_answer(output, session.names, answers[i],
                                         number_of(session, answers[i].case_id)));
    }
  }
  return code;
}

}  // namespace

void add_platform_commands(CLI::App& app, Output& output) {
  auto o = std::make_shared<PlatformOptions>();
  Command(app, output, "outbox")
      .store_file(o->file)
      .positional("SYSTEM", o->system)
      .option("--limit", o->limit, "N")
      .actor(o->by, Need::optional)
      .run([o, &output] { return outbox(*o, output); });
  Command(app, output, "acknowledge")
      .store_file(o->file)
      .positional("SYSTEM", o->system)
      .positional("LAST", o->last)
      .actor(o->by, Need::optional)
      .time(o->at)
      .run([o, &output] { return acknowledge(*o, output); });
  Command(app, output, "receive")
      .store_file(o->file)
      .positional("SYSTEM", o->system)
      .positional("MESSAGES", o->messages)
      .time(o->at)
      .run([o, &output] { return receive(*o, output); });
}

}  // namespace gridcase::cli
