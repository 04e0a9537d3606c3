#pragma once
// Reports that came in a file: entered in batches, counted, and never twice.

#include "output.hpp"
#include "session.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gridcase::cli {

// One that was not taken, and why.
struct NotTaken {
  std::string where;  // line or number in the file
  std::string id;     // in the other system
  std::string code;
  std::string field;
  std::string message;
};

struct Tally {
  std::int64_t read = 0;
  std::int64_t entered = 0;
  std::int64_t already = 0;  // were entered before: the store has their external ids
  std::vector<NotTaken> refused;
  std::int64_t ended = 0;           // cases that were ended, new ones and others
  std::vector<NotTaken> left_open;  // ended in the other system; here they could not be
  std::map<std::string, std::int64_t> left_out;  // how often a field had something that is not kept
};

// What ends the case of a report in the other system; nothing if it is open there.
using Ending = std::function<std::optional<Action>(const CaseSummary&)>;

class Intake {
public:
  Intake(const Output& output, Session& session, Actor actor, Instant now);

  // An action with an external id, so that it is entered once only.
  void report(Action action, const std::string& where, Ending ending = {});
  // A field that is not kept.
  void leave_out(const std::string& field) { ++tally_.left_out[field]; }
  // An alert, and what becomes of it by its type.
  void alert(const Action& action, const std::string& where);
  // What is being handled cannot be taken: call it in a catch block. Throws what is about the
  // store, not about this one.
  void refuse(const std::string& where, const std::string& id);
  void refuse(const std::string& where, const std::string& id, const DocumentError& error);
  void flush();

  const Tally& tally() const noexcept { return tally_; }

private:
  void count(const Answer& answer, const std::string& where, const std::string& id);
  void end(const std::vector<Answer>& reported);
  std::optional<Case> case_of(const Answer& reported, const Action& report) const;
  NotTaken not_taken(const Answer& answer, const std::string& where, const std::string& id) const;

  const Output& output_;
  Session& session_;
  Actor actor_;
  Instant now_;
  Progress progress_;
  Tally tally_;
  std::vector<Submission> waiting_;
  std::vector<std::string> places_;
  std::vector<Ending> endings_;
};

// Prints the tally; returns the exit code it stands for.
int print_tally(const Output& output, const std::string& format, const Tally& tally);

}  // namespace gridcase::cli
