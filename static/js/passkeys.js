// Forms that carry a passkey: asks the browser for it with what the server wants to know, and sends what it answers.
//
//   <form data-passkey="create" or "get"
//         data-passkey-options="id of the options in the page" or data-passkey-options-at="address of the options">
//
// Reading and writing the browser's own binary form is done by the library beside this one (webauthnJSON).

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (window.webauthnJSON?.supported()) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      send(form);
    });
  } else {
    form.querySelector("[data-passkey-start]").hidden = true;
    form.querySelector("[data-passkey-unsupported]")?.removeAttribute("hidden");
  }
}

async function send(form) {
  const trouble = form.querySelector("[data-passkey-trouble]");
  trouble.hidden = true;
  try {
    const options = await optionsOf(form);
    const credential = await window.webauthnJSON[form.dataset.passkey](options);
    form.elements.credential.value = JSON.stringify(credential);
    form.submit();
  } catch {
    trouble.hidden = false; // somebody pressed Cancel, waited too long, or has no passkey here: it is all the same
  }
}

async function optionsOf(form) {
  if (form.dataset.passkeyOptions) {
    return JSON.parse(document.getElementById(form.dataset.passkeyOptions).textContent);
  }
  const answer = await fetch(form.dataset.passkeyOptionsAt, { headers: { Accept: "application/json" } });
  return (await answer.json()).request_options;
}
