"use strict";

const GROUPS = [["error", "Errors"], ["warning", "Warnings"], ["info", "Notes"]];
const AGAIN = 2000; // milliseconds until a server that does not answer is asked again

const memo = document.getElementById("memo");
let shown = { number: 0, page: 0 };
const listed = {};
let marked = null;
let scrolled = 0;

async function follow() {
  for (;;) {
    try {
      const answer = await fetch(`state?after=${shown.number}`);
      if (!answer.ok) throw new Error(answer.statusText);
      show(await answer.json());
    } catch {
      say("No answer: the preview has ended");
      await new Promise((done) => setTimeout(done, AGAIN));
    }
  }
}

function show(state) {
  if (state.page !== shown.page) {
    scrolled = memo.contentWindow.scrollY;
    memo.contentWindow.location.replace(`memo?${state.page}`); // not `src`, which would fill the history
  }
  if (state.number !== shown.number) {
    document.getElementById("faults").hidden = state.faults.length === 0;
    list("faults-list", state.faults, "");
    list("findings", state.findings, state.page ? "Nothing was found." : "There is no memo yet to find anything in.");
  }
  shown = state;
  const last = state.page ? "below is the last version without any" : "there is no version without any yet";
  say(state.faults.length ? `Faults: ${last}` : `Up to date: ${count(state.findings.length)}`);
}

function list(id, findings, none) {
  const written = JSON.stringify([findings, none]);
  if (listed[id] === written) return; // what has the keyboard's focus stays, and nothing is announced twice
  listed[id] = written;
  const groups = GROUPS.map(([severity, heading]) => [heading, findings.filter((one) => one.severity === severity)]);
  const parts = groups.filter(([, found]) => found.length).flatMap(([heading, found]) => [
    element("h3", "", `${heading} (${found.length})`),
    element("ul", "", ...found.map(item)),
  ]);
  document.getElementById(id).replaceChildren(...(parts.length ? parts : [element("p", "", none)]));
}

function item(finding) {
  const words = [
    element("span", "message", finding.message), " ", element("span", "place", `${finding.place} [${finding.code}]`),
  ];
  const lead = element(finding.line ? "button" : "p", "", ...words);
  if (finding.line) {
    lead.type = "button";
    lead.addEventListener("click", () => leadTo(finding));
  }
  return element("li", finding.severity, lead, ...(finding.hint ? [element("p", "hint", finding.hint)] : []));
}

function leadTo(finding) {
  const block = blockOf(finding);
  if (block) {
    mark(block);
    block.scrollIntoView({ block: "center" });
  }
  tellPlace(finding.place);
}

/** Return the block at a finding's line, or else the nearest one above it in the same file; null for none. */
function blockOf(finding) {
  let nearest = null;
  let reached = 0;
  for (const block of memo.contentDocument.querySelectorAll("[data-at]")) {
    const [file, line] = placeOf(block);
    if (file === finding.file && line <= finding.line && line >= reached) [nearest, reached] = [block, line];
  }
  return nearest;
}

function placeOf(block) {
  const at = block.dataset.at;
  const colon = at.lastIndexOf(":");
  return [at.slice(0, colon), Number(at.slice(colon + 1))];
}

function mark(block) {
  if (marked) marked.style.outline = "";
  marked = block;
  block.style.outline = "2px solid #0B5394";
}

memo.addEventListener("load", () => {
  marked = null;
  memo.contentDocument.addEventListener("click", clicked); // ours: the memo itself runs no script
  memo.contentWindow.scrollTo(0, scrolled);
});

function clicked(event) {
  const link = event.target.closest("a[href]");
  if (link && !link.getAttribute("href").startsWith("#")) {
    event.preventDefault();
    window.open(link.href, "_blank", "noopener,noreferrer");
  }
  const block = event.target.closest("[data-at]");
  if (block) {
    mark(block);
    tellPlace(block.dataset.at);
  }
}

function tellPlace(place) {
  document.getElementById("place").textContent = place;
}

function say(words) {
  const state = document.getElementById("state");
  if (state.textContent !== words) state.textContent = words;
}

function count(number) {
  return number === 1 ? "1 finding" : `${number} findings`;
}

function element(name, kind, ...content) {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  made.append(...content);
  return made;
}

follow();
