// Shows every version as it is saved, without moving the page under the reader.
(() => {
  "use strict";
  const PARTS = ["title", "status", "faults"];
  let busy = false;
  let again = false;

  function fit(frame) {
    const inside = frame.contentDocument;
    if (!inside || !inside.body) return;
    const measure = () => {
      frame.style.height = `${Math.ceil(inside.documentElement.getBoundingClientRect().height)}px`;
    };
    new ResizeObserver(measure).observe(inside.documentElement);
    inside.querySelectorAll('a[href^="http"], a[href^="mailto:"]').forEach((link) => {
      link.target = "_blank";
      link.rel = "noopener noreferrer";
    });
  }

  function tend(frame) {
    frame.addEventListener("load", () => fit(frame));
    fit(frame);
  }

  const sections = (page) => [...page.querySelectorAll(".document")];
  const names = (page) => sections(page).map((each) => each.dataset.name).join("/");

  function showDocuments(page) {
    if (names(page) !== names(document)) {
      const fresh = page.getElementById("documents");
      document.getElementById("documents").replaceWith(fresh);
      fresh.querySelectorAll("iframe").forEach(tend);
      return;
    }
    const before = sections(document);
    sections(page).forEach((section, number) => {
      const frame = before[number].querySelector("iframe");
      const address = section.querySelector("iframe").getAttribute("src");
      before[number].querySelector(".about").replaceWith(section.querySelector(".about"));
      if ((frame.dataset.now || frame.getAttribute("src")) !== address) {
        frame.dataset.now = address;
        frame.contentWindow.location.replace(address);
      }
    });
  }

  async function refresh() {
    again = busy;
    if (busy) return;
    busy = true;
    try {
      const answer = await fetch("/");
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const id of PARTS) {
        const part = document.getElementById(id);
        const fresh = page.getElementById(id);
        if (part.innerHTML !== fresh.innerHTML) part.replaceChildren(...fresh.childNodes);
      }
      document.title = page.title;
      document.body.dataset.mark = page.body.dataset.mark;
      showDocuments(page);
    } finally {
      busy = false;
    }
    if (again) await refresh();
  }

  let events = null;

  function listen() {
    if (events || document.hidden) return;
    events = new EventSource("/events");
    events.onmessage = (event) => {
      document.getElementById("lost").hidden = true;
      if (event.data !== document.body.dataset.mark) refresh().catch(() => {});
    };
    events.onerror = () => {
      document.getElementById("lost").hidden = false;
      stop();
      setTimeout(listen, 1500);
    };
  }

  function stop() {
    if (events) events.close();
    events = null;
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? stop() : listen()));
  document.querySelectorAll("iframe").forEach(tend);
  listen();
})();
