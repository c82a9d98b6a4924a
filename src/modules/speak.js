// Reads a chart or a passage aloud. The button is not there where the device has no voice for the language.
const speech = self.speechSynthesis;
let speaking;

const stop = () => {
  speech.cancel();
  speaking?.setAttribute("aria-pressed", "false");
  speaking = undefined;
};

/** What a button reads: heading, then the chart's description or the passage. */
function text(about) {
  const heading = about.querySelector("h1, h2, h3, .finding")?.textContent;
  const picture = about.querySelector("[role=img]")?.getAttribute("aria-label");
  const passage = [...about.querySelectorAll("p:not(.finding, .said), li")].filter((line) => line.checkVisibility?.() ?? true);
  return [heading, ...(picture ? [picture] : passage.map((line) => line.textContent))].filter(Boolean).join("\n");
}

export function start(button) {
  if (!speech) return;
  const lang = document.documentElement.lang;
  const voice = () => speech.getVoices().find((voice) => voice.lang.slice(0, 2) === lang.slice(0, 2));
  const offer = () => (button.hidden = !voice());
  button.onclick = () => {
    const again = speaking === button;
    stop();
    if (again) return;
    const utterance = new SpeechSynthesisUtterance(text(button.closest("figure, article, header")));
    utterance.lang = lang;
    utterance.voice = voice();
    utterance.onend = utterance.onerror = () => speaking === button && stop();
    speaking = button;
    button.setAttribute("aria-pressed", "true");
    speech.speak(utterance);
  };
  speech.addEventListener?.("voiceschanged", offer);
  addEventListener("pagehide", stop);
  offer();
}
