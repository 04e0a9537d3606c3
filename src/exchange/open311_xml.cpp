#include "exchange/open311_fields.hpp"
#include "exchange/xml.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gridcase::exchange {

namespace {

class XmlSink : public Open311Sink {
public:
  explicit XmlSink(XmlWriter& out) : out_(out) {}
  void text(std::string_view name, std::string_view text) override { out_.leaf(name, text); }
  void number(std::string_view name, double number) override {
    out_.leaf(name, fmt::format("{}", number));
  }
  void truth(std::string_view name, bool truth) override {
    out_.leaf(name, truth ? "true" : "false");
  }

private:
  XmlWriter& out_;
};

// Keeps the way to the element that is read, and its text.
class PathHandler : public XmlHandler {
public:
  void begin(std::string_view name, const XmlAttributes&) override {
    path_.emplace_back(name);
    text_.clear();
    opened();
  }
  void text(std::string_view text) override { text_.append(text); }
  void end(std::string_view) override {
    closed();
    path_.pop_back();
    text_.clear();
  }

protected:
  virtual void opened() = 0;
  virtual void closed() = 0;

  void expect(std::size_t depth, std::string_view name) const {
    if (path_.size() != depth || path_.back() == name) return;
    throw xml_error(place, fmt::format("<{}> is expected here, not <{}>", name, path_.back()));
  }
  std::size_t depth() const { return path_.size(); }
  bool is_at(std::initializer_list<std::string_view> path) const {
    return std::equal(path_.begin(), path_.end(), path.begin(), path.end());
  }
  const std::string& name() const { return path_.back(); }
  const std::string& content() const { return text_; }

private:
  std::vector<std::string> path_;
  std::string text_;
};

// <root><record><field>text</field>…</record>…</root>; what lies deeper is others' own.
template <typename Value, typename Finish> class ListHandler : public PathHandler {
public:
  ListHandler(const char* root, const char* record, const Finish& finish)
      : root_(root), record_(record), finish_(finish) {}

private:
  void opened() override {
    expect(1, root_);
    expect(2, record_);
    if (depth() == 4) has_parts_ = true;
    if (depth() != 2) return;
    value_ = Value();
    faults_.clear();
    reader_.emplace(fmt::format("{}[{}]", root_, count_++), faults_);
  }
  void closed() override {
    if (depth() == 3 && has_parts_) reader_->skip(value_, name());
    if (depth() == 3 && !has_parts_) reader_->set(value_, name(), content());
    if (depth() == 3) has_parts_ = false;
    if (depth() == 2) finish_(value_, *reader_, faults_);
  }

  const char* root_;
  const char* record_;
  const Finish& finish_;
  Value value_;
  std::vector<Fault> faults_;
  std::optional<Open311Reader> reader_;
  std::size_t count_ = 0;
  bool has_parts_ = false;  // the field that is read
};

template <typename Value, typename Finish>
void read_list(std::istream& in, const char* root, const char* record, const Finish& finish) {
  ListHandler<Value, Finish> handler(root, record, finish);
  exchange::read_xml(in, handler);
}

class DefinitionHandler : public PathHandler {
public:
  explicit DefinitionHandler(Open311ServiceDefinition& definition) : definition_(definition) {}

  void finish() {
    Open311Reader("", faults_).require("service_code", !definition_.service_code.empty());
    throw_if_any(faults_);
  }

private:
  void opened() override {
    expect(1, "service_definition");
    if (is_at({"service_definition", "attributes", "attribute"})) {
      reader_.emplace(fmt::format("attributes[{}]", definition_.attributes.size()), faults_);
      definition_.attributes.emplace_back();
    } else if (is_at({"service_definition", "attributes", "attribute", "values", "value"})) {
      definition_.attributes.back().values.emplace_back();
    }
  }
  void closed() override {
    if (is_at({"service_definition", "service_code"})) definition_.service_code = content();
    if (definition_.attributes.empty()) return;
    Open311Attribute& attribute = definition_.attributes.back();
    if (is_at({"service_definition", "attributes", "attribute"})) {
      reader_->finish(attribute);
    } else if (is_at({"service_definition", "attributes", "attribute", name()})) {
      reader_->set(attribute, name(), content());
    } else if (is_at({"service_definition", "attributes", "attribute", "values", "value", "key"})) {
      attribute.values.back().key = content();
    } else if (is_at(
                   {"service_definition", "attributes", "attribute", "values", "value", "name"})) {
      attribute.values.back().name = content();
    }
  }

  Open311ServiceDefinition& definition_;
  std::vector<Fault> faults_;
  std::optional<Open311Reader> reader_;
};

}  // namespace

void write_xml(std::ostream& out, const std::vector<Open311Service>& services) {
  XmlWriter writer(out);
  XmlSink sink(writer);
  writer.declaration().begin("services");
  for (const Open311Service& service : services) {
    writer.begin("service");
    write_fields(service, sink);
    writer.end();
  }
  writer.end().finish();
}

void write_xml(std::ostream& out, const Open311ServiceDefinition& definition) {
  XmlWriter writer(out);
  XmlSink sink(writer);
  writer.declaration().begin("service_definition");
  writer.leaf("service_code", definition.service_code).begin("attributes");
  for (const Open311Attribute& attribute : definition.attributes) {
    writer.begin("attribute");
    write_fields(attribute, sink);
    if (!attribute.values.empty()) {
      writer.begin("values");
      for (const Open311Attribute::Value& value : attribute.values)
        writer.begin("value").leaf("key", value.key).leaf("name", value.name).end();
      writer.end();
    }
    writer.end();
  }
  writer.end().end().finish();
}

void write_xml(XmlWriter& out, const Open311Request& request, const std::string& zone) {
  check_listed(request);
  XmlSink sink(out);
  out.begin("request");
  write_fields(request, zone, sink);
  out.end();
}

void read_xml_list(std::istream& in, const EachService& each) {
  const auto finish = [&](Open311Service& service, Open311Reader& reader,
                          const std::vector<Fault>& faults) {
    reader.finish(service);
    throw_if_any(faults);
    each(std::move(service));
  };
  read_list<Open311Service>(in, "services", "service", finish);
}

void read_xml_list(std::istream& in, const EachRequest& each) {
  const auto finish = [&](Open311Request& request, Open311Reader& reader,
                          const std::vector<Fault>& faults) {
    reader.finish(request, true);
    each.take(request, faults);
  };
  read_list<Open311Request>(in, "service_requests", "request", finish);
}

void read_xml(std::istream& in, Open311ServiceDefinition& definition) {
  DefinitionHandler handler(definition);
  exchange::read_xml(in, handler);
  handler.finish();
}

}  // namespace gridcase::exchange
