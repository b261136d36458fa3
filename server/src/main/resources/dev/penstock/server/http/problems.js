// Shows problems.yaml with a target for each code, so that the `type` of a problem leads to its entry.
const page = document.getElementById("problems");
fetch("/problems.yaml").then(answer => answer.text()).then(yaml => {
  page.replaceChildren(...yaml.split("\n").map(line => {
    const row = document.createElement("span");
    const code = /^\s*(?:- code:\s*)?([a-z]+(?:-[a-z]+)*):?\s*$/.exec(line);
    if (code) row.id = code[1];
    row.textContent = line + "\n";
    return row;
  }));
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
});
