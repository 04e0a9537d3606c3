#pragma once
// The fields of Open311 values as names and texts, the same in JSON, XML and forms.

#include <gridcase/open311.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase::exchange {

class XmlWriter;

inline constexpr const char* open311_document = "Open311";

// ---- reading -----------------------------------------------------------------------------------

// Takes the fields of one value; an empty text says nothing, an unknown name is skipped.
class Open311Reader {
public:
  Open311Reader(std::string path, std::vector<Fault>& faults);

  void set(Open311Request& request, std::string_view name, const std::string& text);
  void set(Open311Service& service, std::string_view name, const std::string& text);
  void set(Open311Attribute& attribute, std::string_view name, const std::string& text);

  // What is no text, or none of the format's.
  static void skip(Open311Request& request, std::string_view name);
  template <typename Value> static void skip(Value& /*value*/, std::string_view /*name*/) {}

  // Puts the coordinates together, and looks at what every value must have.
  void finish(Open311Request& request, bool is_listed);
  void finish(const Open311Service& service);
  void finish(const Open311Attribute& attribute);
  void require(std::string_view name, bool is_there);
  void fault(std::string_view name, std::string message, std::string fix);

private:
  void set_time(std::string_view name, const std::string& text, std::optional<Instant>& out);
  void set_number(std::string_view name, const std::string& text, std::optional<double>& out);
  void set_truth(std::string_view name, const std::string& text, bool& out);

  std::string path_;
  std::vector<Fault>& faults_;
  std::optional<double> latitude_;
  std::optional<double> longitude_;
  bool has_status_ = false;
};

void throw_if_any(const std::vector<Fault>& faults);

// ---- writing -----------------------------------------------------------------------------------

class Open311Sink {
public:
  virtual ~Open311Sink();
  virtual void text(std::string_view name, std::string_view text) = 0;
  virtual void number(std::string_view name, double number) = 0;
  virtual void truth(std::string_view name, bool truth) = 0;
  void text_if(std::string_view name, std::string_view content);
};

// Throws Error invalid_argument naming the field that a listed request lacks, or that cannot be
// written.
void check_listed(const Open311Request& request);
void write_fields(const Open311Request& request, const std::string& zone, Open311Sink& out);
void write_fields(const Open311Service& service, Open311Sink& out);
// All but the values.
void write_fields(const Open311Attribute& attribute, Open311Sink& out);

// ---- the two formats ---------------------------------------------------------------------------

using EachService = std::function<void(Open311Service&&)>;

// What is done with requests, and with those that have faults; without that the first one throws.
struct EachRequest {
  std::function<void(const Open311Request&)> each;
  std::function<void(const DocumentError&)> refused;

  void take(const Open311Request& request, const std::vector<Fault>& faults) const;
};

void write_json(std::ostream& out, const std::vector<Open311Service>& services);
void write_json(std::ostream& out, const Open311ServiceDefinition& definition);
std::string json_of(const Open311Request& request, const std::string& zone);
void read_json(std::istream& in, const EachService& each);
void read_json(std::istream& in, const EachRequest& each);
void read_json(std::istream& in, Open311ServiceDefinition& definition);

void write_xml(std::ostream& out, const std::vector<Open311Service>& services);
void write_xml(std::ostream& out, const Open311ServiceDefinition& definition);
void write_xml(XmlWriter& out, const Open311Request& request, const std::string& zone);
void read_xml_list(std::istream& in, const EachService& each);
void read_xml_list(std::istream& in, const EachRequest& each);
void read_xml(std::istream& in, Open311ServiceDefinition& definition);

}  // namespace gridcase::exchange
