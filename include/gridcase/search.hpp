#pragma once
/// \file search.hpp
/// Full-text search over cases, contacts and the knowledge base, and candidates for duplicates.
///
/// Chinese text is searched by overlapping pairs of characters, so that words of one and two
/// characters are found; other scripts by words, compared without case. Letters and digits next to
/// each other are two words: the plate "苏F12345" is found as it is, by "F12345" and by "12345",
/// not by "1234". Full-width forms are as half-width ones, punctuation is as a blank; simplified
/// and traditional characters are different ones. Plain values; any thread.

#include <gridcase/action.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gridcase {

/// What is searched for.
struct SearchQuery {
  /// Words, apart by blanks or punctuation; a record must have all of them, in its title, text or
  /// address. One with blanks in double quotes is looked for as it stands. 1 … 200 characters.
  std::string text;
  std::optional<Nature> nature = Nature::ordinary;  ///< all if absent
  std::string category;                             ///< this one or below
  bool open_only = false;
  std::optional<Instant> reported_from;
  std::optional<Instant> reported_until;  ///< exclusive
  std::int32_t limit = 20;                ///< 1 … 200
  std::int32_t skip = 0;                  ///< for the pages after the first, 0 … 1000
};

/// A record that was found, and where the words stand.
struct SearchHit {
  CaseSummary summary;
  double score = 0;  ///< higher is better; comparable within one answer only
};

/// Articles of the knowledge base are found by everybody, but for those of sensitive categories and
/// those that were withdrawn (settled or annulled); of all else only what the actor may see.
/// What is sensitive is found by who has the right to read it, and shows nothing until revealed.
/// Scores count no other records, so that they tell nothing of those.
struct SearchPage {
  std::vector<SearchHit> hits;  ///< best first; equal ones newest first
  /// Only the newest were ranked: over 1,000 records have the words, and the actor sees all of the
  /// county or over 2,000 records. Who sees less finds all of it, however common the word.
  bool partial = false;
  bool more = false;
};

/// When two reports may be about the same matter. A category or a place that one of them does not
/// have speaks neither for nor against it. Only ordinary cases are candidates, drills for drills;
/// of very many, the thousand closest in time.
struct DuplicateRules {
  bool same_category = true;  ///< or one above the other
  double metres = 50;  ///< 0 … 2000, apart at most; where one has no place, the text must do
  Duration within = std::chrono::hours(24);  ///< 1 minute … 7 days
  /// 1 … 100 percent of the pairs of characters of the shorter title that both have: from this on
  /// the titles are alike. Texts of twelve characters or more count as titles do where they are
  /// more alike, but never those of sensitive categories.
  std::int32_t alike_percent = 40;
};

/// A case that may be about the same matter, and why.
struct DuplicateCandidate {
  CaseId case_id = CaseId::none;
  std::string number;
  State state = State::none;
  bool same_category = false;
  std::optional<double> metres;  ///< apart; none if one of them has no place
  Duration apart{};              ///< between the times of occurrence, not negative
  std::int32_t alike_percent = 0;
  double score = 0;     ///< 0 … 1, higher is more likely
  std::string because;  ///< one sentence with the figures
};

}  // namespace gridcase
