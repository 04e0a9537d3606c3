#include "store/founding.hpp"

#include "store/schema.hpp"
#include "store/sqlite_commit.hpp"
#include "store/statements.hpp"

#include <algorithm>

namespace gridcase::store {
namespace {

constexpr std::int64_t largest_county = 922336;  // case ids have 19 digits and 63 bits

std::int64_t county_number(const std::string& code) {
  const bool digits = code.size() == 6 && std::all_of(code.begin(), code.end(),
                                                      [](char c) { return c >= '0' && c <= '9'; });
  const std::int64_t number = digits ? std::stoll(code) : 0;
  if (number > 0 && number <= largest_county) return number;
  throw Error(ErrorCode::invalid_argument, "a county code has six digits and is at most 922336",
              "organization.code");
}

}  // namespace

void write_founding(Connection& connection, const Founding& founding, void (*create)(Connection&)) {
  const std::int64_t county = county_number(founding.county);
  Codes codes(county);
  NewCodes new_codes(codes, connection);
  Transaction transaction(connection, Transaction::Kind::write);
  create(connection);
  connection.run(sql::insert_county, county, founding.now, founding.digest, founding.now,
                 blob_of(founding.key));
  write_words(connection, county);
  Delta delta;
  delta.record = founding.record;
  delta.after.head = founding.record.hash;
  delta.after.key = founding.key;
  delta.policy_document = founding.policy_document;
  Committer committer(connection, new_codes);
  if (committer.apply(delta).outcome != DeltaOutcome::committed) {
    throw Error(ErrorCode::internal, "the first line of a county must have version 1");
  }
  committer.finish();
  transaction.commit();
}

void bring_up_to_date(Connection& connection, const LogSink& log) {
  const std::int64_t found = found_schema(connection).value_or(0);
  if (found != schema_version) {
    migrate(connection, schema_version, migrations());
    if (log) {
      log({LogLevel::info,
           "store.migrated",
           "an older schema was brought forward",
           {{"from", std::to_string(found)}, {"to", std::to_string(schema_version)}}});
    }
  }
  Transaction transaction(connection, Transaction::Kind::write);
  write_words(connection, read_county(connection).number);
  transaction.commit();
}

}  // namespace gridcase::store
