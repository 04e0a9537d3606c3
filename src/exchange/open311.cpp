#include "exchange/open311_fields.hpp"
#include "exchange/xml.hpp"

#include <gridcase/open311.hpp>

#include <ostream>
#include <utility>

namespace gridcase {

namespace {

void check(const std::ostream& out) {
  if (!out) throw Error(ErrorCode::io, "the list cannot be written");
}

}  // namespace

void write_open311_services(std::ostream& out, const std::vector<Open311Service>& services,
                            Open311Format format) {
  format == Open311Format::xml ? exchange::write_xml(out, services)
                               : exchange::write_json(out, services);
  check(out);
}

std::vector<Open311Service> read_open311_services(std::istream& in, Open311Format format) {
  std::vector<Open311Service> services;
  const exchange::EachService each = [&](Open311Service&& service) {
    services.push_back(std::move(service));
  };
  format == Open311Format::xml ? exchange::read_xml_list(in, each) : exchange::read_json(in, each);
  return services;
}

void write_open311_definition(std::ostream& out, const Open311ServiceDefinition& definition,
                              Open311Format format) {
  format == Open311Format::xml ? exchange::write_xml(out, definition)
                               : exchange::write_json(out, definition);
  check(out);
}

Open311ServiceDefinition read_open311_definition(std::istream& in, Open311Format format) {
  Open311ServiceDefinition definition;
  format == Open311Format::xml ? exchange::read_xml(in, definition)
                               : exchange::read_json(in, definition);
  return definition;
}

std::int64_t read_open311_requests(std::istream& in, Open311Format format,
                                   const std::function<void(const Open311Request&)>& each,
                                   const std::function<void(const DocumentError&)>& refused) {
  std::int64_t count = 0;
  exchange::EachRequest counted;
  counted.each = [&](const Open311Request& request) {
    ++count;
    each(request);
  };
  counted.refused = refused;
  format == Open311Format::xml ? exchange::read_xml_list(in, counted)
                               : exchange::read_json(in, counted);
  return count;
}

class Open311Writer::Impl {
public:
  Impl(std::ostream& out, Open311Format format, std::string zone)
      : out_(out), zone_(std::move(zone)) {
    if (!zone_exists(zone_)) {
      throw Error(ErrorCode::invalid_argument,
                  "the system knows no such time zone; use a name such as \"Asia/Shanghai\"",
                  "zone");
    }
    if (format == Open311Format::xml) {
      xml_ = std::make_unique<exchange::XmlWriter>(out_);
      xml_->declaration().begin("service_requests");
    } else {
      out_ << '[';
    }
  }

  void write(const Open311Request& request) {
    if (xml_) {
      exchange::write_xml(*xml_, request, zone_);
    } else {
      const std::string element = exchange::json_of(request, zone_);
      out_ << (first_ ? "\n" : ",\n") << element;
    }
    first_ = false;
    check(out_);
  }

  void finish() {
    if (xml_) {
      xml_->end().finish();
    } else {
      out_ << (first_ ? "]\n" : "\n]\n");
      out_.flush();
    }
    check(out_);
  }

private:
  std::ostream& out_;
  std::string zone_;
  std::unique_ptr<exchange::XmlWriter> xml_;
  bool first_ = true;
};

Open311Writer::Open311Writer(std::ostream& out, Open311Format format, std::string zone)
    : impl_(std::make_unique<Impl>(out, format, std::move(zone))) {}
Open311Writer::Open311Writer(Open311Writer&&) noexcept = default;
Open311Writer& Open311Writer::operator=(Open311Writer&&) noexcept = default;
Open311Writer::~Open311Writer() = default;

void Open311Writer::write(const Open311Request& request) { impl_->write(request); }
void Open311Writer::finish() { impl_->finish(); }

}  // namespace gridcase
