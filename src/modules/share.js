// Passes a page on: by what the phone offers, or by a copy. What is copied is the page as it is seen, state and place.
const copy = {
  link: () => navigator.clipboard.writeText(location.href),
  text: ({ sentence }) => navigator.clipboard.writeText(`${sentence} ${location.href}`),
  // A promise is handed over while the browser still knows of the click.
  picture: ({ picture }) => navigator.clipboard.write([new ClipboardItem({ "image/png": fetch(picture).then((response) => response.blob()) })]),
  system: ({ sentence }) => navigator.share({ title: document.title, text: sentence, url: location.href }),
};

export function start(part) {
  const status = part.querySelector("[role=status]");
  for (const button of part.querySelectorAll("[data-share]")) {
    const what = button.dataset.share;
    button.hidden = what === "system" ? !navigator.share : what === "picture" ? !self.ClipboardItem : false;
    button.onclick = async () => {
      status.textContent = "";
      try {
        await copy[what](part.dataset);
        if (what !== "system") status.textContent = part.dataset.copied;
      } catch (error) {
        // A reader who closes the sheet wants nothing more.
        if (error.name !== "AbortError") {
          status.textContent = part.dataset.refused;
          getSelection().selectAllChildren(part.querySelector(".share-link"));
        }
      }
    };
  }
  const embed = part.querySelector("a[href='#embed']");
  if (embed) embed.onclick = () => (document.getElementById("embed").open = true);
}
