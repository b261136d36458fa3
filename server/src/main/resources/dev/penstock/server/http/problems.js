// Shows problems.yaml, a section for each code, so that the `type` of a problem leads to it. The file's own shape is
// all that is read: top-level lists of entries with flat members, of which `extensions` has members of its own.
const retries = {
  "no": "does not help",
  "after-fixing": "helps once the call, or a setting, is corrected",
  "after-delay": "helps later; Retry-After says when",
};

function entries(yaml) {
  const found = [];
  let list = "";
  for (const line of yaml.split("\n")) {
    const [, top] = /^([a-z]+):$/.exec(line) ?? [];
    const [, code] = /^  - code: (\S+)$/.exec(line) ?? [];
    const [, name, value] = /^    ([a-z]+): (.+)$/.exec(line) ?? [];
    const [, extension, meaning] = /^      ([A-Za-z]+): (.+)$/.exec(line) ?? [];
    if (top) list = top;
    else if (code) found.push({ list, code, extensions: [] });
    else if (name) found.at(-1)[name] = value;
    else if (extension) found.at(-1).extensions.push([extension, meaning]);
  }
  return found;
}

function element(name, ...children) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

// text with `code` in it
function prose(name, text) {
  return element(name, ...text.split("`").map((piece, i) => i % 2 ? element("code", piece) : piece));
}

function section(entry) {
  const id = entry.list === "problems" ? entry.code : `${entry.list}-${entry.code}`; // one code may be both
  const link = element("a", entry.code);
  link.href = "#" + id;
  const made = element("section", element("h3", link, element("small", entry.status ? `  ${entry.status}` : "")));
  made.id = id;
  made.append(prose("p", entry.meaning));
  const facts = element("dl");
  const fact = (name, text) => facts.append(element("dt", name), prose("dd", text));
  if (entry.do) fact("Do", entry.do);
  if (entry.retry) fact("Asking again", retries[entry.retry] ?? entry.retry);
  for (const [name, meaning] of entry.extensions) fact(name, meaning);
  made.append(facts);
  return made;
}

fetch("/problems.yaml").then(answer => answer.text()).then(yaml => {
  const shown = [];
  let list = "problems";
  for (const entry of entries(yaml)) {
    if (entry.list !== list) shown.push(element("h2", entry.list[0].toUpperCase() + entry.list.slice(1)));
    list = entry.list;
    shown.push(section(entry));
  }
  document.getElementById("problems").replaceChildren(...shown);
  // the section was not there yet when the browser looked for it
  if (location.hash) location.replace(location.hash);
});
