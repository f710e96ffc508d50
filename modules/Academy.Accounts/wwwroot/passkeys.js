// Passkeys: hands the site's options to the device, and the device's answer to the form. Without passkeys the form stays hidden.

const toBytes = text => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), c => c.charCodeAt(0));

const toText = buffer => buffer && btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const withId = descriptor => ({ ...descriptor, id: toBytes(descriptor.id) });

const readOptions = options => ({
  ...options,
  challenge: toBytes(options.challenge),
  ...(options.user && { user: withId(options.user) }),
  ...(options.excludeCredentials && { excludeCredentials: options.excludeCredentials.map(withId) }),
  ...(options.allowCredentials && { allowCredentials: options.allowCredentials.map(withId) }),
});

// As PublicKeyCredential.toJSON() does, which not every browser and password manager has.
const writeCredential = credential => {
  const { id, type, rawId, response, authenticatorAttachment } = credential;
  return JSON.stringify({
    id,
    type,
    rawId: toText(rawId),
    authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: {
      clientDataJSON: toText(response.clientDataJSON),
      attestationObject: toText(response.attestationObject),
      transports: response.getTransports?.(),
      authenticatorData: toText(response.authenticatorData ?? response.getAuthenticatorData?.()),
      signature: toText(response.signature),
      userHandle: toText(response.userHandle),
    },
  });
};

const ceremonies = {
  create: ["creation-options", options => navigator.credentials.create({ publicKey: options })],
  request: ["request-options", options => navigator.credentials.get({ publicKey: options })],
};

async function perform(form) {
  const [path, ask] = ceremonies[form.dataset.passkey];
  const body = new URLSearchParams({ __RequestVerificationToken: form.elements.__RequestVerificationToken.value });
  const answer = await fetch(`/account/passkeys/${path}`, { method: "POST", body });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);

  const credential = await ask(readOptions(await answer.json()));
  form.elements.credential.value = writeCredential(credential);
  form.submit();
}

// An address of numbers cannot have passkeys, only a name can.
const isPossible = isSecureContext && "PublicKeyCredential" in window && /[a-z]/.test(location.hostname) && !location.hostname.includes(":");

if (isPossible) {
  for (const note of document.querySelectorAll("[data-passkey-absent]")) note.hidden = true;
  for (const form of document.querySelectorAll("[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", async event => {
      event.preventDefault();
      const [button, error] = [form.querySelector("button"), form.querySelector("[data-passkey-error]")];
      button.setAttribute("aria-busy", "true");
      error.hidden = true;
      try {
        await perform(form);
      } catch {
        error.hidden = false;
        button.removeAttribute("aria-busy");
      }
    });
  }
}
