// Lets packages of others read what gridcase wrote, and prints what they understood as JSON.
//
// node read.js SUBJECT ARGUMENT...; NODE_PATH names the folder with the packages of package.json.
'use strict';

const fs = require('fs');
const path = require('path');

function text(file) {
  return fs.readFileSync(file, 'utf8');
}

// The client takes its XML reader from GitHub alone. In its place stands another, which is given
// the one function that the client calls: the children of the document as a list.
function lendXmlReader() {
  const reader = require('sparkxml');
  reader.parseXml = function (document) {
    let list = [];
    reader.parseString(document, { explicitArray: false, explicitRoot: false }, (fault, root) => {
      if (fault) throw fault;
      list = Object.keys(root || {}).flatMap((name) => root[name]);
    });
    return list;
  };
}

async function open311(endpoint, format) {
  lendXmlReader();
  const Open311 = require('open311');
  const client = new Open311({ endpoint, format });
  const call = (name) =>
    new Promise((done, failed) =>
      client[name]((fault, answer) => (fault ? failed(new Error(answer)) : done(answer))));
  return { services: await call('serviceList'), requests: await call('serviceRequests') };
}

function xes(file) {
  require('pm4js');
  const log = global.XesImporter.apply(text(file));
  const value = (item, key) => item.attributes[key] && item.attributes[key].value;
  return {
    extensions: Object.keys(log.extensions),
    classifiers: log.classifiers,
    activities: global.GeneralLogStatistics.getAttributeValues(log, 'concept:name'),
    traces: log.traces.map((trace) => ({
      name: value(trace, 'concept:name'),
      id: value(trace, 'gridcase:case_id'),
      reported: value(trace, 'gridcase:reported'),
      times: trace.events.map((event) => value(event, 'time:timestamp')),
    })),
  };
}

function geojson(file) {
  const document = text(file);
  const { getIssues } = require('@placemarkio/check-geojson');
  const { valid } = require('geojson-validation');
  const collection = JSON.parse(document);
  return {
    faults: getIssues(document).map((issue) => issue.message).concat(valid(collection, true)),
    features: collection.features,
  };
}

function icalendar(file) {
  const document = text(file);
  const ical = require('ical.js');
  const reader = ical.default || ical;
  const calendar = new reader.Component(reader.parse(document));
  const first = calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new reader.Event(component);
    return {
      uid: event.uid,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      allDay: event.startDate.isDate,
      name: event.summary,
      categories: component.getFirstProperty('categories').getValues(),
    };
  });
  const day = (date) =>
    [date.getFullYear(), date.getMonth() + 1, date.getDate()]
      .map((number) => String(number).padStart(2, '0')).join('-');
  const second = Object.values(require('node-ical').sync.parseICS(document))
    .filter((item) => item.type === 'VEVENT')
    .map((event) => ({
      uid: event.uid,
      start: day(event.start),
      end: day(event.end),
      allDay: event.datetype === 'date',
      name: event.summary,
      categories: event.categories,
    }));
  return { 'ical.js': first, 'node-ical': second };
}

async function cap(...files) {
  // The package can read XML, but does not export the function by name.
  const main = require.resolve('@dec112/cap-ts');
  const fromXml = require(path.join(path.dirname(main), 'fromXML.js')).default;
  const { CAP_1_2: names } = require('@dec112/cap-ts');
  // Words are numbers there; each has a constant named after it.
  const word = (kind, number) => {
    const prefix = 'Alert_' + kind + '_';
    const found = Object.keys(names).find((name) =>
      name.startsWith(prefix) && names[name] === number);
    return found.slice(prefix.length);
  };
  const messages = [];
  for (const file of files) {
    const { status, msgType, identifier, sender, sent, references, info_list: infos } =
      await fromXml(text(file));
    messages.push({
      identifier, sender, sent, references,
      status: word('status', status),
      type: word('msgType', msgType),
      events: infos.map((info) => info.event),
      categories: infos.flatMap((info) => info.category_list).map((category) =>
        word('info_list_info_category_list_category', category)),
      circles: infos.flatMap((info) => info.area_list).flatMap((area) => area.circle_list),
      onset: infos.map((info) => info.onset),
    });
  }
  return messages;
}

// The first schema judges; those after it are what it refers to, by file name.
function schema(file, ...schemas) {
  const Ajv = require('ajv').default;
  const judge = new Ajv({ strict: false, allErrors: true });
  require('ajv-formats').default(judge);
  for (const other of schemas.slice(1)) {
    judge.addSchema(JSON.parse(text(other)), path.basename(other));
  }
  const valid = judge.compile(JSON.parse(text(schemas[0])));
  const document = JSON.parse(text(file));
  valid(document);
  const faults = (valid.errors || []).map((one) => one.instancePath + ' ' + one.message);
  return { faults: faults.slice(0, 20) };
}

const subjects = { open311, xes, geojson, icalendar, cap, schema };
const [subject, ...given] = process.argv.slice(2);
Promise.resolve(subjects[subject](...given))
  .then((answer) => process.stdout.write(JSON.stringify(answer)))
  .catch((fault) => {
    console.error(fault);
    process.exitCode = 1;
  });
